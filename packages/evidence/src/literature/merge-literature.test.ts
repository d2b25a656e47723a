import { type Problem, withValueAt } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Arm, EvidenceStudy, Literature, Reading } from "./literature-record.ts";
import { literatureDivergences, literaturePlaceIn, literatureTogether, mergedLiterature } from "./merge-literature.ts";
import { readLiterature } from "./read-literature.ts";
import { shippedLiterature } from "./shipped-literature.ts";

const reading = (document: string, value: number): Reading => ({
  value,
  statistic: "mean",
  document,
  checked: "2026-01-02",
});

const study = (id: string, readings: readonly Reading[] = [reading("doc-a", 9)]): EvidenceStudy => ({
  id,
  label: id,
  design: "caseSeries",
  documents: ["doc-a"],
  reached: "abstract",
  population: { kind: "plo" },
  cohort: id,
  arms: [
    {
      id: "bp",
      treatment: "bisphosphonate",
      women: 7,
      regimens: [],
      outcomes: [{ id: "spine@12", site: "lumbarSpine", metric: "percentChange", months: 12, readings: [...readings] }],
    },
  ],
});

const start: Literature = {
  schema: "materbone/literature/1",
  version: "1",
  title: { en: "Ours", zh: "我们的文献" },
  documents: ["doc-a", "doc-b"].map((id) => ({ id, kind: "article", cite: id, reached: "fullText" })),
  studies: [study("wang"), study("li", [reading("doc-a", 9), reading("doc-b", 11)]), study("sun")],
  screening: { searchedOn: "2026-01-02", records: [{ report: "Wang", found: "search", decision: "included" }] },
};

const READINGS = "/studies/1/arms/0/outcomes/0/readings";

/** A version with values put at places, in that order. */
function changed(places: Readonly<Record<string, unknown>>, of: Literature = start): Literature {
  const value = Object.entries(places).reduce<unknown>((whole, [at, put]) => withValueAt(whole, at, put), of);
  const read = readLiterature(value);
  if (read.kind === "refused") throw new TypeError(JSON.stringify(read.problems));
  return read.value;
}

const between = (mine: Literature, theirs: Literature) => ({ base: start, mine, theirs });
const sides = (mine: Literature, theirs: Literature) =>
  literatureDivergences(between(mine, theirs)).map(({ at, by }) => [at, by]);

function merged(mine: Literature, theirs: Literature, ...mineAt: readonly string[]): Literature {
  const read = readLiterature(mergedLiterature(between(mine, theirs), new Set(mineAt)));
  if (read.kind === "refused") throw new TypeError(JSON.stringify(read.problems));
  return read.value;
}

function refusedMerge(mine: Literature, theirs: Literature, ...mineAt: readonly string[]): readonly Problem[] {
  const read = readLiterature(mergedLiterature(between(mine, theirs), new Set(mineAt)));
  return read.kind === "refused" ? read.problems : [];
}

describe("two people who change one literature", () => {
  it("each add a study: both are there, with nothing to decide", () => {
    const mine = changed({ "/studies/3": study("mine"), "/screening/records/1": { ...record("Mine"), study: "mine" } });
    const theirs = changed({ "/studies/3": study("theirs"), "/screening/records/1": record("Theirs") });
    expect(sides(mine, theirs)).toEqual([
      ["/studies/4", "me"],
      ["/screening/records/2", "me"],
      ["/studies/3", "them"],
      ["/screening/records/1", "them"],
    ]);
    const both = merged(mine, theirs);
    expect(both.studies.map(({ id }) => id)).toEqual(["wang", "li", "sun", "theirs", "mine"]);
    expect(both.screening.records.map(({ report }) => report)).toEqual(["Wang", "Theirs", "Mine"]);
  });

  it("change fields of one outcome: only a field that both changed is decided", () => {
    const mine = changed({ [`${READINGS}/0/value`]: 10, [`${READINGS}/0/place`]: "table 2" });
    const theirs = changed({ [`${READINGS}/0/value`]: 8, [`${READINGS}/1/note`]: { en: "n", zh: "注" } });
    expect(literatureDivergences(between(mine, theirs))).toEqual([
      { at: `${READINGS}/0/value`, base: 9, mine: 10, theirs: 8, by: "both" },
      { at: `${READINGS}/0/place`, mine: "table 2", by: "me" },
      { at: `${READINGS}/1/note`, theirs: { en: "n", zh: "注" }, by: "them" },
    ]);
    const [, li] = merged(mine, theirs, `${READINGS}/0/value`).studies;
    expect(li?.arms[0]?.outcomes[0]?.readings).toEqual([
      { ...reading("doc-a", 10), place: "table 2" },
      { ...reading("doc-b", 11), note: { en: "n", zh: "注" } },
    ]);
  });

  it("take one study out and change another", () => {
    const mine = changed({ "/studies/0": undefined });
    const theirs = changed({ "/studies/1/year": 2020 });
    expect(sides(mine, theirs)).toEqual([
      ["/studies/0", "me"],
      ["/studies/1/year", "them"],
    ]);
    expect(merged(mine, theirs).studies.map(({ id, year }) => [id, year])).toEqual([
      ["li", 2020],
      ["sun", undefined],
    ]);
    expect(merged(theirs, mine)).toEqual(merged(mine, theirs));
  });

  it("decide about a study that one took out while the other changed it", () => {
    const mine = changed({ "/studies/1": undefined });
    const theirs = changed({ "/studies/1/year": 2020, "/studies/2/year": 2021 });
    expect(sides(mine, theirs)).toEqual([
      ["/studies/1", "both"],
      ["/studies/2/year", "them"],
    ]);
    expect(merged(mine, theirs).studies.map(({ id }) => id)).toEqual(["wang", "li", "sun"]);
    expect(merged(mine, theirs, "/studies/1").studies.map(({ id }) => id)).toEqual(["wang", "sun"]);
    // Seen from the other side the study stands no more, and so is numbered after those that do.
    expect(sides(theirs, mine)).toContainEqual(["/studies/2", "both"]);
    expect(merged(theirs, mine, "/studies/2").studies.map(({ id }) => id)).toEqual(["wang", "sun", "li"]);
  });

  it("begin a study of the same name: it is one study, told field by field", () => {
    const [arm] = study("x").arms;
    const control: Arm = { ...(arm as Arm), id: "none", treatment: "none" };
    const mine = changed({ "/studies/3": { ...study("new"), year: 2020 } });
    const theirs = changed({ "/studies/3": { ...study("new"), year: 2021, arms: [...study("new").arms, control] } });
    expect(sides(mine, theirs)).toEqual([
      ["/studies/3/year", "both"],
      ["/studies/3/arms/1", "them"],
    ]);
    expect(merged(mine, theirs, "/studies/3/year").studies[3]).toMatchObject({
      year: 2020,
      arms: [{}, { id: "none" }],
    });
  });

  it("each add a reading, and the one in use stays the one that was chosen", () => {
    const documents = { "/documents/2": { ...start.documents[0], id: "doc-c" } };
    const mine = changed({ ...documents, [`${READINGS}/2`]: reading("doc-c", 1), [`${READINGS}/0`]: undefined });
    const chosen = "/studies/1/arms/0/outcomes/0/chosen";
    const theirs = changed({ [chosen]: 1 });
    const outcome = merged(mine, theirs).studies[1]?.arms[0]?.outcomes[0];
    expect(outcome?.readings.map(({ document }) => document)).toEqual(["doc-b", "doc-c"]);
    expect(outcome?.chosen ?? 0).toBe(0);
  });

  it("decide about a reading that one took out and the other put in use", () => {
    const chosen = "/studies/1/arms/0/outcomes/0/chosen";
    const mine = changed({ [chosen]: 1 });
    const theirs = changed({ [`${READINGS}/1`]: undefined });
    expect(sides(mine, theirs)).toEqual([
      [chosen, "me"],
      [`${READINGS}/1`, "both"],
    ]);
    const kept = merged(mine, theirs, `${READINGS}/1`).studies[1]?.arms[0]?.outcomes[0];
    expect([kept?.chosen, kept?.readings.length]).toEqual([1, 2]);
    expect(refusedMerge(mine, theirs)).toMatchObject([{ kind: "outOfRange", at: chosen }]);
  });

  it("decide about a document that one took out and the other cites", () => {
    const without = changed({ "/studies/1": study("li"), "/documents/1": undefined });
    const cites = changed({ "/studies/0/documents/1": "doc-b" });
    expect(sides(without, cites)).toContainEqual(["/documents/1", "both"]);
    expect(merged(without, cites).documents.map(({ id }) => id)).toEqual(["doc-a", "doc-b"]);
    expect(refusedMerge(without, cites, "/documents/1")).toMatchObject([
      { kind: "unknownReference", at: "/studies/0/documents/1", id: "doc-b" },
    ]);
    expect(sides(without, start)).not.toContainEqual(["/documents/1", "both"]);
  });

  it("decide about a spread or a time as a whole", () => {
    const spread = `${READINGS}/0/spread`;
    const before = changed({ [spread]: { kind: "sd", value: 3 } });
    const mine = changed({ [`${spread}/kind`]: "se" }, before);
    const theirs = changed({ [`${spread}/value`]: 4 }, before);
    const versions = { base: before, mine, theirs };
    expect(literatureDivergences(versions)).toEqual([
      {
        at: spread,
        base: { kind: "sd", value: 3 },
        mine: { kind: "se", value: 3 },
        theirs: { kind: "sd", value: 4 },
        by: "both",
      },
    ]);
    expect(mergedLiterature(versions, new Set([spread]))).toEqual(mine);
  });

  it("choose between whole lists only where two readings are of one document", () => {
    const mine = changed({ [`${READINGS}/2`]: reading("doc-a", 1) });
    const theirs = changed({ [`${READINGS}/0/value`]: 8 });
    expect(sides(mine, theirs)).toEqual([[READINGS, "both"]]);
  });

  it("find every place in words in what both have together", () => {
    const mine = changed({ "/studies/3": study("mine") });
    const theirs = changed({ "/studies/3": study("theirs"), "/studies/0": undefined });
    const together = literatureTogether(between(mine, theirs)) as Literature;
    expect(together.studies.map(({ id }) => id)).toEqual(["li", "sun", "theirs", "wang", "mine"]);
    expect(literaturePlaceIn("/studies/3/year", mine, merged(mine, theirs))).toBe("/studies/3/year");
    expect(literaturePlaceIn("/studies/1/arms/0/women", mine, merged(mine, theirs))).toBe("/studies/0/arms/0/women");
    expect(literaturePlaceIn("/studies/0/year", mine, merged(mine, theirs))).toBeUndefined();
  });
});

describe("a merge of changes of the shipped literature", () => {
  const edits = fc.array(
    fc.record({
      study: fc.integer({ min: 0, max: shippedLiterature.studies.length - 1 }),
      act: fc.constantFrom("year", "remove", "women", "add"),
      number: fc.integer({ min: 1950, max: 2030 }),
    }),
    { maxLength: 6 },
  );
  const apply = (acts: readonly { study: number; act: string; number: number }[]): Literature =>
    acts.reduce<Literature>((now, { study: at, act, number }) => {
      const there = now.studies[at];
      if (there === undefined) return now;
      const put = (part: EvidenceStudy | undefined, position = at): Literature =>
        withValueAt(now, `/studies/${position}`, part);
      switch (act) {
        case "year":
          return put({ ...there, year: number });
        case "women":
          return put({ ...there, arms: there.arms.map((arm) => ({ ...arm, women: number })) });
        case "add":
          return now.studies.some(({ id }) => id === `new-${number}`)
            ? now
            : put({ ...there, id: `new-${number}`, arms: there.arms }, now.studies.length);
        default: {
          const records = now.screening.records.map((each) => {
            const { study: named, ...rest } = each;
            return named === there.id ? rest : each;
          });
          return { ...put(undefined), screening: { ...now.screening, records } };
        }
      }
    }, shippedLiterature);
  const byId = (literature: unknown) =>
    new Map((literature as Literature).studies.map((each): [string, EvidenceStudy] => [each.id, each]));

  it("holds every study as one side or the other left it, and all of mine where mine is taken", () => {
    fc.assert(
      fc.property(edits, edits, (my, their) => {
        const versions = { base: shippedLiterature, mine: apply(my), theirs: apply(their) };
        const all = new Set(literatureDivergences(versions).map(({ at }) => at));
        const result = byId(mergedLiterature(versions, all));
        const [base, mine, theirs] = [byId(versions.base), byId(versions.mine), byId(versions.theirs)];
        for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
          const isUntouched = JSON.stringify(mine.get(id)) === JSON.stringify(base.get(id));
          if (isUntouched) expect(result.get(id)).toEqual(theirs.get(id));
          else if (JSON.stringify(theirs.get(id)) === JSON.stringify(base.get(id)))
            expect(result.get(id)).toEqual(mine.get(id));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("with nobody is what one made, whoever that was", () => {
    fc.assert(
      fc.property(edits, (acts) => {
        const one = apply(acts);
        const none = new Set<string>();
        const mineAlone = { base: shippedLiterature, mine: one, theirs: shippedLiterature };
        const theirsAlone = { base: shippedLiterature, mine: shippedLiterature, theirs: one };
        expect(mergedLiterature(theirsAlone, none)).toEqual(one);
        expect(byId(mergedLiterature(mineAlone, none))).toEqual(byId(one));
      }),
      { numRuns: 40 },
    );
  });
});

function record(report: string): Literature["screening"]["records"][number] {
  return { report, found: "other", decision: "included" };
}
