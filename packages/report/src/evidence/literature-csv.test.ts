import { answersCell, evidenceRows, importLiterature, type Literature, shippedLiterature } from "@materbone/evidence";
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
  evidenceRows(literature).flatMap(({ study, outcome, reading, months, treatment, women }) =>
    reading === undefined
      ? []
      : [
          [
            study.label,
            treatment,
            women,
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
