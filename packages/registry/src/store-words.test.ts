import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { StoreTrouble } from "./registry-error.ts";
import type { VerificationFault } from "./revision.ts";
import { sayStoreTrouble, storeTroubleWords } from "./store-trouble-words.ts";
import { sayVerificationFault } from "./verification-words.ts";

const en = createTerms("en");
const zh = createTerms("zh");

describe("a trouble of the store", () => {
  it.each(Object.keys(storeTroubleWords) as StoreTrouble[])(
    "%s is said with its place and a mend, in both languages",
    (trouble) => {
      const said = [en, zh].map((terms) => sayStoreTrouble({ trouble, path: "/data/m.sqlite" }, terms));
      for (const sentence of said) expect(sentence).toContain("/data/m.sqlite");
      expect(said[0]).not.toMatch(/\p{Script=Han}/u);
      expect(said[1]).toMatch(/请/);
      expect(said[0]?.split(". ").length).toBeGreaterThan(1);
    },
  );
});

describe("a fault of verification", () => {
  it.each<[VerificationFault, string]>([
    [{ kind: "brokenChain", sequence: 7 }, "7"],
    [{ kind: "missingRevision", sequence: 7 }, "7"],
    [{ kind: "contentMissing", sequence: 7 }, "7"],
    [{ kind: "projectionDiffers", series: "s", case: "w-1" }, "s/w-1"],
    [{ kind: "projectionDiffers", series: "s" }, "s"],
    [{ kind: "damagedFile", detail: "row 3 missing from index" }, "row 3 missing from index"],
  ])("%j names its place", (fault, place) => {
    expect(sayVerificationFault(fault, en)).toContain(place);
    expect(sayVerificationFault(fault, zh)).toContain(place);
    expect(sayVerificationFault(fault, zh)).toMatch(/[。]$/);
  });

  it("names the literature where it names no series", () => {
    expect(sayVerificationFault({ kind: "projectionDiffers" }, en)).toContain(
      "What lists show of the literature is not",
    );
    expect(sayVerificationFault({ kind: "projectionDiffers" }, zh)).toContain("列表中文献库的内容");
  });
});
