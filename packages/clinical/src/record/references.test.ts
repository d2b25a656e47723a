import { describe, expect, it } from "vitest";
import type { CaseRecord } from "./case-record.ts";
import { casesNamed, deviceReferences, headDuplicates, namedReferences, seriesReferences } from "./references.ts";
import type { SeriesHead } from "./series.ts";

const woman = (id: string, scans: CaseRecord["scans"] = []): CaseRecord => ({ schema: "materbone/case/1", id, scans });
const scan = (id: string, device: string) => ({ id, device, sites: {} });
const head: SeriesHead = {
  schema: "materbone/series/1",
  id: "s",
  title: { en: "t" },
  methods: { densitometers: [{ id: "dxa", manufacturer: "M", model: "1" }] },
  claims: [
    { id: "a", kind: "statement", words: { en: "w" } },
    { id: "b", kind: "percentChange", case: "w-1", site: "lumbarSpine", from: "first", to: "last", printed: 14 },
    { id: "c", kind: "hypothesis", case: "w-2", words: { en: "w" } },
  ],
  reviews: [
    { rule: "r", state: "accepted", note: { en: "n" } },
    { rule: "r", case: "w-2", state: "accepted", note: { en: "n" } },
  ],
};

describe("one woman against the head of her series", () => {
  it("is asked for scans on devices that are not there", () => {
    const check = deviceReferences(head);
    expect(check(woman("w", [scan("a", "dxa")]))).toEqual([]);
    expect(check(woman("w", [scan("a", "dxa"), scan("b", "dxb")]))).toEqual([
      { at: "/scans/1/device", kind: "unknownReference", what: "densitometer", id: "dxb", nearest: "dxa" },
    ]);
  });

  it("is named by claims and reviews, each woman once", () => {
    expect(casesNamed(head)).toEqual(["w-1", "w-2"]);
  });

  it("is held to the claims about her alone", () => {
    const hers = woman("w-1", [scan("first", "dxa")]);
    expect(namedReferences(head, () => hers, [], "w-1")).toEqual([
      { at: "/claims/1/to", kind: "unknownReference", what: "scan", id: "last", nearest: undefined },
    ]);
    expect(namedReferences(head, () => undefined, [], "w-2").map(({ at }) => at)).toEqual([
      "/claims/2/case",
      "/reviews/1/case",
    ]);
    expect(namedReferences(head, () => undefined, [], "w-3")).toEqual([]);
  });
});

describe("a whole series", () => {
  it("is asked what each woman and the head would be asked", () => {
    const cases = [woman("w-1", [scan("first", "dxb"), scan("last", "dxa")]), woman("w-1")];
    expect(seriesReferences({ ...head, cases }).map(({ at, kind }) => [at, kind])).toEqual([
      ["/cases/1/id", "duplicateId"],
      ["/cases/0/scans/0/device", "unknownReference"],
      ["/claims/2/case", "unknownReference"],
      ["/reviews/1/case", "unknownReference"],
    ]);
  });

  it("names an id of the head that is used twice", () => {
    const [device] = head.methods?.densitometers ?? [];
    const twice = { ...head, methods: { densitometers: device === undefined ? [] : [device, device] } };
    expect(headDuplicates(twice)).toEqual([
      { at: "/methods/densitometers/1/id", kind: "duplicateId", what: "densitometer", id: "dxa" },
    ]);
  });
});
