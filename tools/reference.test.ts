import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createTerms,
  findings,
  type Lang,
  readCase,
  readSeries,
  readSeriesHead,
  type Series,
  sayFinding,
  type Vocabulary,
  vocabularies,
} from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { readExample } from "../examples/read-example.ts";
import { bilingualPairs, faultOf } from "./reference/bilingual-sentences.ts";
import { caseMeanings } from "./reference/case-meanings.ts";
import { referenceFiles } from "./reference/files.ts";
import { exampleCase, exampleHead, exampleReview, whenForms } from "./reference/record-examples.ts";
import { caseFields, claimVariants, seriesFields } from "./reference/record-format-page.ts";
import { claimMeanings, seriesMeanings } from "./reference/series-meanings.ts";

const ROOT = new URL("../", import.meta.url).pathname;
/** Written behind a number in Chinese, where English has nothing to write: 第 3 页. */
const AFFIXES: ReadonlySet<string> = new Set(["页"]);
const LANGUAGES: readonly Lang[] = ["en", "zh"];

describe("docs/reference", () => {
  const folder = join(ROOT, "docs/reference");
  const made = referenceFiles();

  it("is fresh; otherwise run npm run reference", async () => {
    for (const [path, text] of made)
      expect(await readFile(join(folder, path), "utf8").catch(() => "missing"), path).toBe(text);
  });

  it("holds nothing else", async () => {
    const entries = await readdir(folder, { recursive: true });
    expect(entries.filter((name) => /\.[a-z]+$/.test(name)).toSorted()).toEqual([...made.keys()].toSorted());
  });

  it("has the same pages in both languages", () => {
    const names = (lang: Lang): readonly string[] =>
      [...made.keys()].filter((path) => path.startsWith(`${lang}/`)).map((path) => path.slice(3));
    expect(names("zh")).toEqual(names("en"));
  });

  it("links only to pages and headings that exist", () => {
    for (const [path, text] of made) {
      if (!path.endsWith(".md")) continue;
      for (const [, target = "", anchor = ""] of text.matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)) {
        const file = target === "" ? path : new URL(target, `file:///${path}`).pathname.slice(1);
        expect(made.has(file), `${path} links to ${file}`).toBe(true);
        if (anchor !== "") expect(anchors(made.get(file) ?? ""), `${path} links to #${anchor}`).toContain(anchor);
      }
    }
  });

  it("prints no hole", () => {
    for (const [path, text] of made) expect(text, path).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the page on the record", () => {
  it("gives every field of a case a meaning, and no other", () => {
    const historyItems = Object.keys(vocabularies.history).map((item) => `history.${item}`);
    expect([...Object.keys(caseMeanings), ...historyItems].toSorted()).toEqual(
      caseFields()
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it("gives every field of series.json a meaning, and no other", () => {
    expect(Object.keys(seriesMeanings).toSorted()).toEqual(
      seriesFields()
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it("gives every field of a claim a meaning, and no other", () => {
    const used = new Set(claimVariants().flatMap(({ fields }) => fields.map(({ path }) => path)));
    expect(Object.keys(claimMeanings).toSorted()).toEqual([...used].toSorted());
  });

  it("shows records that the program reads", () => {
    expect(readCase(exampleCase)).toMatchObject({ kind: "read" });
    expect(readSeriesHead(exampleHead)).toMatchObject({ kind: "read" });
    expect(readSeries({ ...exampleHead, cases: [exampleCase], reviews: [exampleReview] })).toMatchObject({
      kind: "read",
    });
  });

  it("shows a review that answers a finding of the woman", () => {
    const found = findings({ ...exampleHead, cases: [exampleCase], reviews: [exampleReview] } as Series);
    expect(found.filter(({ state }) => state === "explained")).toMatchObject([
      { rule: exampleReview.rule, at: exampleReview.at },
    ]);
  });

  it.each(whenForms.map(({ when }) => when))("shows a time that the program reads: %j", (when) => {
    expect(readCase({ schema: exampleCase.schema, id: "w", events: [{ kind: "other", at: when }] })).toMatchObject({
      kind: "read",
    });
  });
});

describe("sentences in both languages", () => {
  it("finds what is wrong", () => {
    const faults = (source: string): readonly (string | undefined)[] => bilingualPairs(source, "x.ts").map(faultOf);
    expect(faults('const a = { en: "yes", zh: "是" };')).toEqual([undefined]);
    expect(faults('const a = { en: "DXA", zh: "DXA" };')).toEqual([undefined]);
    expect(faults('const a = { en: "yes" };')).toEqual(["no zh"]);
    expect(faults('const a = { zh: "是" };')).toEqual(["no en"]);
    expect(faults('const a = { en: "yes", zh: "" };')).toEqual(["zh is empty"]);
    expect(faults('const a = { en: "是", zh: "是" };')).toEqual(["en has Chinese characters: 是"]);
    expect(faults('const a = { en: "yes", zh: (f: F) => `still ` + f.x };')).toEqual(["zh has none: still "]);
    expect(faults('const a = word("yes", "yes, still English");')).toEqual(["zh has none: yes, still English"]);
  });

  it("are complete in every source file", async () => {
    const faults: string[] = [];
    for (const file of await sourceFiles()) {
      for (const pair of bilingualPairs(await readFile(join(ROOT, file), "utf8"), file)) {
        const fault = AFFIXES.has(pair.zh.join("")) ? undefined : faultOf(pair);
        if (fault !== undefined) faults.push(`${file}:${pair.line} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("are complete in the knowledge files", async () => {
    const folder = "packages/clinical/knowledge";
    const faults: string[] = [];
    for (const name of await readdir(join(ROOT, folder))) {
      const json: unknown = JSON.parse(await readFile(join(ROOT, folder, name), "utf8"));
      for (const { at, text } of texts(json, "")) {
        const pair = {
          line: 0,
          missing: undefined,
          en: [text.en ?? ""],
          zh: [text.zh ?? ""],
          zhProse: [text.zh ?? ""],
        };
        // A brand may be sold under one name only.
        const fault = at.includes("/brands/") ? undefined : faultOf(pair);
        if (fault !== undefined) faults.push(`${name}${at} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("are complete in the vocabularies", () => {
    for (const name of Object.keys(vocabularies) as Vocabulary[]) {
      for (const [value, { en, zh }] of Object.entries(vocabularies[name])) {
        expect(
          faultOf({ line: 0, missing: undefined, en: [en], zh: [zh], zhProse: [zh] }),
          `${name} ${value}`,
        ).toBeUndefined();
      }
    }
  });

  it("come out whole for every finding of the examples", () => {
    for (const example of ["qingdao-2016-2019", "varied-women"]) {
      for (const found of findings(readExample(example).series)) {
        for (const lang of LANGUAGES) {
          const message = sayFinding(found, createTerms(lang));
          expect(message).not.toMatch(/undefined|NaN|\[object|Infinity/);
          expect(/[\u3400-\u9fff]/u.test(message), `${found.rule} ${lang}: ${message}`).toBe(lang === "zh");
        }
      }
    }
  });
});

async function sourceFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  for (const group of ["packages", "apps"]) {
    for (const name of await readdir(join(ROOT, group))) {
      const entries = await readdir(join(ROOT, group, name, "src"), { recursive: true });
      files.push(
        ...entries
          .filter((entry) => /(?<!\.test|\.fixture)\.ts$/.test(entry))
          .map((entry) => `${group}/${name}/src/${entry}`),
      );
    }
  }
  return files;
}

/** Every `{ en, zh }` of a knowledge file with its place. */
function texts(
  value: unknown,
  at: string,
): readonly { readonly at: string; readonly text: Partial<Record<Lang, string>> }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "en" in value || "zh" in value ? [{ at, text: value as Partial<Record<Lang, string>> }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => texts(inner, `${at}/${key}`))];
}

/** Headings as GitHub names them, and named anchors. */
function anchors(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return [...headings, ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)];
}
