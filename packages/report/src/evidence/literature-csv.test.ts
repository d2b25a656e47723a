import {
  type Appraisal,
  answersCell,
  appraisalKnowledge,
  evidenceRows,
  importLiterature,
  type Literature,
  shippedLiterature,
} from "@materbone/evidence";
import fc from "fast-check";
import { expect, it } from "vitest";
import { literatureCsv } from "./literature-csv.ts";

const empty: Literature = {
  ...shippedLiterature,
  documents: [],
  studies: [],
  screening: { ...shippedLiterature.screening, records: [] },
};

/** What a line of the CSV can say of a value. */
const told = (literature: Literature) =>
  evidenceRows(literature).flatMap(({ study, arm, outcome, reading, months, treatment, women }) =>
    reading === undefined
      ? []
      : [
          [
            study.label,
            treatment,
            women,
            arm.drugFreeMonths,
            outcome.site,
            outcome.metric,
            months,
            reading.value,
            reading.low,
            reading.high,
            reading.statistic,
            reading.spread,
          ],
        ],
  );

it("holds a line for every reading, and an import of it has the same values in use", () => {
  const csv = literatureCsv(shippedLiterature);
  const readings = shippedLiterature.studies.flatMap(({ arms }) =>
    arms.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.readings)),
  );
  expect(csv.trimEnd().split("\r\n").length).toBeGreaterThanOrEqual(readings.length + 1);
  const again = importLiterature(empty, csv, "2026-11-26");
  if (again.kind === "refused") throw new TypeError(JSON.stringify(again.problems.slice(0, 5)));
  expect(again.added.readings).toBe(readings.length);
  const before = told(shippedLiterature).map((each) => JSON.stringify(each));
  const after = told(again.literature).map((each) => JSON.stringify(each));
  expect(new Set(after)).toEqual(new Set(before));
  const answers = (literature: Literature) =>
    literature.studies.flatMap(({ label, appraisals = [] }) => appraisals.map((each) => [label, answersCell(each)]));
  expect(answers(again.literature)).toEqual(answers(shippedLiterature));
  expect(answers(shippedLiterature).length).toBeGreaterThan(0);
});

it("gives back a name and times that a spreadsheet would compute", () => {
  const [study] = shippedLiterature.studies.filter(({ arms }) =>
    arms.some(({ outcomes }) => outcomes.some(({ readings, months }) => readings.length > 0 && months !== undefined)),
  );
  if (study === undefined) throw new TypeError("a study with times expected");
  const arms = study.arms.map((arm) => ({
    ...arm,
    outcomes: arm.outcomes.map((outcome) => ({ ...outcome, months: [-3, 5] as [number, number] })),
  }));
  const csv = literatureCsv({ ...shippedLiterature, studies: [{ ...study, label: "=Study 1", arms }] });
  expect(csv).toContain("'=Study 1");
  const again = importLiterature(empty, csv, "2026-11-26");
  if (again.kind === "refused") throw new TypeError(JSON.stringify(again.problems.slice(0, 5)));
  const rows = evidenceRows(again.literature);
  expect(new Set(rows.map((row) => row.study.label))).toEqual(new Set(["=Study 1"]));
  expect(rows.map(({ months }) => months)).toEqual(rows.map(() => ({ earliest: -3, latest: 5 })));
});

/** Answers of one tool with at least one item answered, without reasons. */
const appraisal: fc.Arbitrary<Appraisal> = fc.constantFrom(...appraisalKnowledge.tools).chain(({ id: tool, items }) =>
  fc.record({
    tool: fc.constant(tool),
    answers: fc
      .dictionary(
        fc.constantFrom(...items.map(({ id }) => id)),
        fc.record({
          answer: fc.constantFrom("yes" as const, "no" as const, "unclear" as const, "notApplicable" as const),
        }),
        { minKeys: 1 },
      )
      .map((answers) => ({ ...answers })),
    by: fc.constantFrom("A. Reader", "B, the second", "第三人"),
    on: fc.constantFrom("2026-01-02", "2026-11-26"),
  }),
);

it("gives the same appraisals after an export and an import, whoever answered and when", () => {
  const [one, two] = shippedLiterature.studies.filter(({ arms }) => arms.some(({ outcomes }) => outcomes.length > 0));
  if (one === undefined || two === undefined) throw new TypeError("no studies");
  const appraisals = fc.uniqueArray(appraisal, {
    selector: ({ tool, by, on }) => [tool, by, on].join(),
    maxLength: 8,
  });
  fc.assert(
    fc.property(appraisals, appraisals, (first, second) => {
      const given = [
        { ...one, appraisals: first },
        { ...two, appraisals: second },
      ];
      const again = importLiterature(empty, literatureCsv({ ...shippedLiterature, studies: given }), "2026-12-31");
      if (again.kind === "refused") throw new TypeError(JSON.stringify(again.problems));
      const found = again.literature.studies.map((study) => study.appraisals ?? []);
      expect(found).toEqual([first, second]);
    }),
    { numRuns: 60 },
  );
});
