import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { compileQuery } from "../evaluate/compile-query.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { delivery, event, person, SMALL_COHORT } from "../plan/small-cohort.fixture.ts";
import { funnelOf } from "./funnel.ts";
import { mergeResults } from "./merge-results.ts";
import { readAnswer } from "./read-answer.ts";
import { runManifest } from "./run-manifest.ts";
import { sayStage } from "./say-answer.ts";
import { suppressed, unsuppressed } from "./suppress-funnel.ts";
import { makeWorklist, worklistJson, worklistNdjson } from "./worklist.ts";
import { worklistSchema } from "./worklist-schema.ts";
import { candidateTable, evidenceTable } from "./worklist-tables.ts";
import { worklistText } from "./worklist-text.ts";

const evaluate = compileQuery(planDefinition(SMALL_COHORT));
const rows = mergeResults([
  evaluate({
    person: [person(1)],
    event: [
      delivery(1, "2024-03-10"),
      event(1, "2024-04-02", "ICD-10|M54.5"),
      event(1, "2024-06-20", "ICD-10|M80.88XA"),
      event(1, "2024-07-01", "LOINC|85394-5", { value: -2.6, unit: "1", kind: "measurement" }),
      event(1, "2024-07-02", "LOINC|85394-5", { value: 0.7, unit: "g/cm2", kind: "measurement" }),
    ],
    ancestor: [],
  }),
  evaluate({ person: [person(2)], event: [delivery(2, "2024-05-05")], ancestor: [] }),
]);
const answer = readAnswer(SMALL_COHORT, rows);
const funnel = funnelOf(rows, SMALL_COHORT);
const [en, zh] = [createTerms("en"), createTerms("zh")];

describe("funnelOf", () => {
  it("counts women and deliveries step by step", () => {
    expect(funnel.map(({ id, people, episodes }) => [id, people, episodes])).toEqual([
      ["persons", 2, undefined],
      ["women", 2, undefined],
      ["delivered", 2, 2],
      ["aged", 2, 2],
      ["met", 1, 1],
      ["excluded_imperfecta", 0, 0],
      ["candidates", 1, 1],
      ["tier_fracture_low_z", 1, 1],
      ["tier_fracture", 0, 0],
      ["tier_drug", 0, 0],
      ["tier_pain", 0, 0],
      ["unused_low_z", 1, 1],
    ]);
    expect(sayStage("excluded_imperfecta", SMALL_COHORT, zh)).toBe("排除：Osteogenesis imperfecta");
    expect(sayStage("unused_low_z", SMALL_COHORT, en)).toBe("with a value that could not be used: Low Z-score");
  });

  it("refuses a funnel with a step missing", () => {
    expect(() =>
      funnelOf(
        rows.filter(({ item }) => item !== "met"),
        SMALL_COHORT,
      ),
    ).toThrow(/met/);
  });
});

describe("forms of the worklist", () => {
  const shown = suppressed(funnel);
  const run = runManifest(SMALL_COHORT, shown, {
    materbone: "0.1.0",
    definitionHash: "sha256:00",
    engine: { name: "memory", version: "1" },
    data: { rows: 7 },
    startedAt: "2026-11-26T22:00:00Z",
    endedAt: "2026-11-26T22:00:01Z",
  });
  const worklist = makeWorklist(answer, shown, SMALL_COHORT, run);

  it("says in each form and language that a candidate is no diagnosis", () => {
    for (const [terms, notice] of [
      [en, "never a diagnosis"],
      [zh, "绝不是诊断"],
    ] as const) {
      expect(worklistText(answer, shown, SMALL_COHORT, terms)).toContain(notice);
      for (const table of [candidateTable(answer, SMALL_COHORT, terms), evidenceTable(answer, SMALL_COHORT, terms)]) {
        for (const row of table.rows) {
          expect(row).toHaveLength(table.header.length);
          expect(row.at(-1)).toContain(notice);
        }
      }
      expect(worklistJson(worklist)).toContain(notice);
      expect(
        worklistNdjson(worklist)
          .split("\n")
          .filter((line) => line !== "" && !line.includes(notice)),
      ).toEqual([]);
    }
  });

  it("has one row per candidate, with empty cells for steps that are not recorded", () => {
    const { header, rows: cells } = candidateTable(answer, SMALL_COHORT, en);
    const [row] = cells;
    const cell = (name: string) => row?.[header.indexOf(name)];
    expect(cell("source_id")).toBe("w1");
    expect(cell("pain_days_least")).toBe(23);
    expect(cell("imaging_low")).toBeUndefined();
    expect(cell("imaging_days_least")).toBeUndefined();
    expect(cell("density_days_most")).toBe(113);
  });

  it("has one row per record of evidence and per value not used", () => {
    const { header, rows: cells, printedNumbers } = evidenceTable(answer, SMALL_COHORT, zh);
    const said = cells.map((row) => [
      row[header.indexOf("stream")],
      row[header.indexOf("relative_to_delivery")],
      row[header.indexOf("not_used_because")],
    ]);
    expect(said).toEqual([
      ["pain", "产后 23 天", undefined],
      ["fracture", "产后 102 天（3 个月）", undefined],
      // One value, though it is both a bone density and a low Z-score.
      ["density; low_z", "产后 113 天（3 个月）", undefined],
      ["density", "产后 114 天（3 个月）", undefined],
      ["low_z", "产后 114 天（3 个月）", "其单位不在定义可用的单位之列"],
    ]);
    expect(printedNumbers).toEqual(["value"]);
  });

  it("numbers records as the reasons do, and gives values the decimals of their quantity", () => {
    const { header, rows: cells } = evidenceTable(answer, SMALL_COHORT, en);
    const low = cells[2];
    expect([low?.[header.indexOf("lines")], low?.[header.indexOf("value")]]).toEqual(["3\u20134", "-2.6"]);
    expect(worklist.candidates[0]?.said.why.en).toContain(
      "Low Z-score ≤ −2.0, from 3 months before delivery to 18 months after delivery: line 4",
    );
    expect(worklist.candidates[0]?.evidence[3]).toMatchObject({ value: -2.6, decimals: 1 });
  });

  it("is JSON of its schema, one line per candidate in NDJSON", () => {
    expect(worklistSchema.parse(JSON.parse(worklistJson(worklist)))).toEqual(JSON.parse(worklistJson(worklist)));
    const lines = worklistNdjson(worklist)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(["worklist", "candidate"]);
    expect(lines[0].run.definition).toEqual({ id: "small", version: "1", hash: "sha256:00" });
  });

  it("hides the small counts of the funnel, but not on demand", () => {
    const text = worklistText(answer, shown, SMALL_COHORT, en);
    expect(text).toMatch(/<11\s+<11 {2}Candidates/);
    expect(text).toContain("Counts below 11 are not shown");
    expect(text).toContain("for use inside the hospital");
    expect(worklistText(answer, unsuppressed(funnel), SMALL_COHORT, zh)).toContain("仅限院内使用");
  });

  it("tells nowhere what the funnel hides", () => {
    expect(run.counts).toEqual({ candidates: { kind: "small", below: 11 }, smallCell: 11 });
  });

  it("cannot end before it starts", () => {
    expect(() =>
      runManifest(SMALL_COHORT, shown, {
        materbone: "0.1.0",
        definitionHash: "sha256:00",
        engine: { name: "memory", version: "1" },
        data: null,
        startedAt: "2026-11-26T22:00:01Z",
        endedAt: "2026-11-26T22:00:00Z",
      }),
    ).toThrow(RangeError);
  });
});
