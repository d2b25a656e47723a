import { createTerms, type Problem, sayProblem, withValueAt } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { Literature } from "./literature-record.ts";
import { readLiterature } from "./read-literature.ts";
import { shippedLiterature } from "./shipped-literature.ts";

/** One invented study of two arms, as small as a literature with a value can be. */
function literature(): Literature {
  return {
    schema: "materbone/literature/1",
    version: "mine",
    title: { en: "My literature", zh: "我的文献" },
    documents: [{ id: "doc-a", kind: "article", cite: "A 2020", reached: "fullText" }],
    studies: [
      {
        id: "study-a",
        label: "A 2020",
        design: "caseSeries",
        documents: ["doc-a"],
        reached: "abstract",
        population: { kind: "plo" },
        cohort: "a",
        arms: [
          {
            id: "bp",
            treatment: "bisphosphonate",
            women: 7,
            regimens: [{ agent: "zoledronicAcid", durationMonths: [6, 12] }],
            outcomes: [
              {
                id: "lumbarSpine@12",
                site: "lumbarSpine",
                metric: "percentChange",
                months: 12,
                readings: [{ value: 9.5, statistic: "mean", document: "doc-a", checked: "2026-01-02" }],
              },
            ],
          },
          { id: "none", treatment: "none", regimens: [], outcomes: [] },
        ],
      },
    ],
    screening: {
      searchedOn: "2026-01-01",
      records: [{ report: "A 2020", found: "search", decision: "included", study: "study-a" }],
    },
  };
}

/** The literature with other values at some places. */
function changed(edits: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(edits).reduce<unknown>(
    (document, [at, value]) => withValueAt(document, at, value),
    literature(),
  );
}

function problems(document: unknown): readonly Problem[] {
  const result = readLiterature(document);
  return result.kind === "refused" ? result.problems : [];
}

const ARM = "/studies/0/arms/0";
const OUTCOME = `${ARM}/outcomes/0`;
const READING = `${OUTCOME}/readings/0`;
const [document] = literature().documents;
const [study] = literature().studies;
const outcome = study?.arms[0]?.outcomes[0];

describe("readLiterature", () => {
  it("reads what ships, as it is", () => {
    const result = readLiterature(JSON.parse(JSON.stringify(shippedLiterature)));
    expect(result).toEqual({ kind: "read", value: shippedLiterature });
  });

  it("reads null as not recorded, as records do", () => {
    const given = changed({ "/grade": null, "/studies/0/year": null });
    expect(readLiterature(given)).toEqual({ kind: "read", value: literature() });
  });

  it.each([
    ["no object", [1], { at: "", kind: "notAnObject", value: "[1]" }],
    ["nothing", null, { at: "", kind: "notAnObject", value: "null" }],
    ["no format", {}, { at: "", kind: "noSchema", expected: "materbone/literature/1" }],
    ["a record of a woman", { schema: "materbone/case/1", id: "w" }, { at: "/schema", kind: "otherSchema" }],
    ["a later version", { ...literature(), schema: "materbone/literature/2" }, { at: "/schema", kind: "newerSchema" }],
    ["a slip of a key", { ...literature(), studys: [] }, { at: "/studys", kind: "unknownKey", nearest: "studies" }],
    ["no title", { ...literature(), title: undefined }, { at: "/title", kind: "missing" }],
  ])("refuses %s", (_what, document, problem) => {
    expect(problems(document)).toMatchObject([problem]);
  });

  it.each([
    [
      "text in a number",
      { [`${READING}/value`]: "9.5 %" },
      { at: `${READING}/value`, kind: "wrongType", expected: ["number"], value: '"9.5 %"' },
    ],
    [
      "a site that is none",
      { [`${OUTCOME}/site`]: "lumberSpine" },
      { at: `${OUTCOME}/site`, kind: "notOneOf", nearest: "lumbarSpine" },
    ],
    [
      "a spread of no size",
      { [`${READING}/spread`]: { kind: "sd", value: 0 } },
      { at: `${READING}/spread/value`, kind: "outOfRange" },
    ],
    [
      "a spread of a kind that is none",
      { [`${READING}/spread`]: { kind: "sem", value: 1 } },
      { at: `${READING}/spread/kind`, kind: "notOneOf" },
    ],
    [
      "a day that is not in the calendar",
      { "/screening/searchedOn": "2026-02-30" },
      { at: "/screening/searchedOn", kind: "impossibleDate", value: '"2026-02-30"' },
    ],
    [
      "a month where a day belongs",
      { "/screening/searchedOn": "2026-02" },
      { at: "/screening/searchedOn", kind: "badFormat" },
    ],
    ["a study without an arm", { "/studies/0/arms": [] }, { at: "/studies/0/arms", kind: "tooFew", minimum: 1 }],
    ["an infinite number", { [`${ARM}/women`]: Number.POSITIVE_INFINITY }, { at: `${ARM}/women` }],
  ])("refuses %s", (_what, edits, problem) => {
    expect(problems(changed(edits))).toMatchObject([problem]);
  });

  it("refuses what is nested absurdly deep, without going there", () => {
    const deep = JSON.parse(`{"schema":"materbone/literature/1","title":${"[".repeat(9000)}${"]".repeat(9000)}}`);
    expect(problems(deep)).toMatchObject([{ kind: "tooDeep", maximum: 32 }]);
  });
});

describe("ids inside a literature", () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>, Problem])[] = [
    [
      "a reading in a document that is not listed",
      { [`${READING}/document`]: "doc-b" },
      { at: `${READING}/document`, kind: "unknownReference", what: "document", id: "doc-b", nearest: "doc-a" },
    ],
    [
      "a study in a document that is not listed",
      { "/studies/0/documents/1": "elsewhere" },
      { at: "/studies/0/documents/1", kind: "unknownReference", what: "document", id: "elsewhere", nearest: undefined },
    ],
    [
      "a report screened into a study that is not there",
      { "/screening/records/0/study": "study-b" },
      { at: "/screening/records/0/study", kind: "unknownReference", what: "study", id: "study-b", nearest: "study-a" },
    ],
    [
      "two documents of one id",
      { "/documents/1": document },
      { at: "/documents/1/id", kind: "duplicateId", what: "document", id: "doc-a" },
    ],
    [
      "two studies of one id",
      { "/studies/1": study },
      { at: "/studies/1/id", kind: "duplicateId", what: "study", id: "study-a" },
    ],
    [
      "two arms of one id",
      { "/studies/0/arms/1/id": "bp" },
      { at: "/studies/0/arms/1/id", kind: "duplicateId", what: "arm", id: "bp" },
    ],
    [
      "two outcomes of one id",
      { [`${ARM}/outcomes/1`]: outcome },
      { at: `${ARM}/outcomes/1/id`, kind: "duplicateId", what: "outcome", id: "lumbarSpine@12" },
    ],
    [
      "a chosen reading behind the last",
      { [`${OUTCOME}/chosen`]: 1 },
      { at: `${OUTCOME}/chosen`, kind: "outOfRange", key: "chosen", value: "1", low: undefined, high: 0 },
    ],
    [
      "a chosen reading where there is none",
      { [`${OUTCOME}/chosen`]: 0, [`${OUTCOME}/readings`]: [] },
      { at: `${OUTCOME}/readings`, kind: "tooFew", minimum: 1 },
    ],
    [
      "months that run backwards",
      { [`${OUTCOME}/months`]: [12, 6] },
      { at: `${OUTCOME}/months`, kind: "timeOrder", value: "[12,6]" },
    ],
    [
      "a duration that runs backwards",
      { [`${ARM}/regimens/0/durationMonths`]: [12, 6] },
      { at: `${ARM}/regimens/0/durationMonths`, kind: "timeOrder", value: "[12,6]" },
    ],
    [
      "an interval that runs backwards",
      { [`${READING}/spread`]: { kind: "ci95", lower: 12, upper: 4 } },
      { at: `${READING}/spread`, kind: "rangeOrder", value: "[12,4]" },
    ],
    [
      "an interval without breadth",
      { [`${READING}/spread`]: { kind: "ci95", lower: 8, upper: 8 } },
      { at: `${READING}/spread`, kind: "noBreadth", value: "[8,8]" },
    ],
    [
      "quartiles that run backwards",
      { [`${READING}/spread`]: { kind: "quartiles", lower: 9, upper: 7 } },
      { at: `${READING}/spread`, kind: "rangeOrder", value: "[9,7]" },
    ],
    [
      "a median outside its quartiles",
      {
        [`${READING}/value`]: 6,
        [`${READING}/statistic`]: "median",
        [`${READING}/spread`]: { kind: "quartiles", lower: 7, upper: 9 },
      },
      { at: `${READING}/spread`, kind: "outsideSpread", value: "6", low: 7, high: 9 },
    ],
    [
      "a mean outside the range of all values",
      { [`${READING}/value`]: 6, [`${READING}/spread`]: { kind: "range", lower: 7, upper: 9 } },
      { at: `${READING}/spread`, kind: "outsideSpread", value: "6", low: 7, high: 9 },
    ],
    [
      "a range of values that runs backwards",
      { [`${READING}/low`]: 9, [`${READING}/high`]: 7 },
      { at: READING, kind: "rangeOrder", value: "[9,7]" },
    ],
  ];
  it.each(wrong)("refuses %s", (_what, edits, problem) => {
    expect(problems(changed(edits))).toEqual([problem]);
  });

  it("takes one arm id in two studies, and an end of a range alone or with the other end on it", () => {
    const edits = {
      "/studies/1": { ...study, id: "study-b" },
      [`${OUTCOME}/months`]: [12, 12],
      [`${OUTCOME}/chosen`]: 0,
      [`${READING}/low`]: 7,
      [`${READING}/high`]: 7,
      "/studies/1/arms/0/outcomes/0/readings/0/high": 7,
    };
    expect(problems(changed(edits))).toEqual([]);
  });

  it("says truly what is wrong with a spread", () => {
    const says = (spread: unknown, lang: "en" | "zh") =>
      problems(changed({ [`${READING}/value`]: 16.2, [`${READING}/spread`]: spread })).map((each) =>
        sayProblem(each, createTerms(lang)),
      );
    const flat = { kind: "ci95", lower: 5, upper: 5 };
    const elsewhere = { kind: "ci95", lower: 1, upper: 5 };
    expect(says(flat, "en")).toEqual(["The interval [5,5] has no width. Correct an end, or leave the interval out."]);
    expect(says(flat, "zh")).toEqual(["区间 [5,5] 宽度为零。请更正上下限，或删除该区间。"]);
    expect(says(elsewhere, "en")).toEqual([
      "The value 16.2 does not lie between the ends of its spread, 1 and 5. Correct what was copied wrongly.",
    ]);
    expect(says(elsewhere, "zh")).toEqual(["数值 16.2 不在其离散范围 1～5 之内，请核对抄录。"]);
  });

  it("says in which kind of document an id was looked for", () => {
    const problem = { at: "", kind: "unknownReference", what: "document", id: "doc-b", nearest: "doc-a" } as const;
    expect(sayProblem(problem, createTerms("en"))).toBe(
      'There is no document "doc-b" in this literature. Did you mean "doc-a"?',
    );
    expect(sayProblem(problem, createTerms("zh"))).toBe("本文献库中没有编号为“doc-b”的文献。是否应为“doc-a”？");
  });
});
