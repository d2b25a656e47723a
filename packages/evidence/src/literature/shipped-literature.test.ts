import { describe, expect, it } from "vitest";
import { evidenceRows } from "./evidence-row.ts";
import { isOneTreatment, literatureSchema } from "./literature-record.ts";
import { shippedLiterature } from "./shipped-literature.ts";
import { synthesise } from "./synthesis.ts";

describe("the shipped literature", () => {
  it("follows its schema", () => {
    expect(literatureSchema.safeParse(shippedLiterature).error?.issues ?? []).toEqual([]);
  });

  it("names a document that it lists for every value", () => {
    const documents = new Set(shippedLiterature.documents.map(({ id }) => id));
    for (const study of shippedLiterature.studies) {
      for (const id of study.documents) expect(documents, `${study.id}: ${id}`).toContain(id);
    }
    for (const row of evidenceRows(shippedLiterature)) {
      for (const reading of row.outcome.readings) {
        expect(row.study.documents, `${row.key}: ${reading.document}`).toContain(reading.document);
      }
    }
  });

  it("names every study, arm and outcome once", () => {
    const keys = evidenceRows(shippedLiterature).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(shippedLiterature.studies.map(({ id }) => id)).size).toBe(shippedLiterature.studies.length);
  });

  it("holds the two documents on O'Sullivan's 24 months side by side and says which is in use", () => {
    const row = evidenceRows(shippedLiterature).find(({ key }) => key === "osullivan-2006/bp/lumbarSpine@24");
    expect(row?.outcome.readings.map(({ value, document }) => [value, document])).toEqual([
      [11, "zhang-table-3"],
      [23, "osullivan-2006-abstract"],
    ]);
    expect(row?.hasConflict).toBe(true);
    expect(row?.reading?.value).toBe(23);
    const other = evidenceRows(shippedLiterature, { "osullivan-2006/bp/lumbarSpine@24": 0 });
    expect(other.find(({ key }) => key === row?.key)?.reading?.value).toBe(11);
  });

  it("gives no number to what a report only says in words", () => {
    const worded = evidenceRows(shippedLiterature).filter(({ outcome }) => outcome.worded === true);
    expect(worded.map(({ key }) => key)).toEqual(["sanchez-2016/sr/lumbarSpine@12"]);
    for (const { value, low, high, note } of worded.flatMap(({ outcome }) => outcome.readings)) {
      expect([value, low, high]).toEqual([undefined, undefined, undefined]);
      expect(note).toBeDefined();
    }
  });

  it("screens every study that it holds", () => {
    const screened = new Set(shippedLiterature.screening.records.map(({ study }) => study));
    for (const { id } of shippedLiterature.studies) expect(screened, id).toContain(id);
  });

  // What each report says was given: regimen and note of its rows in the collected data.
  it.each([
    ["romosozumab-2022/romo/lumbarSpine@12", "sequence"],
    ["esa-srb-2024/romo/lumbarSpine@x", "sequence"],
    ["sanchez-2016/dmab/lumbarSpine@12", "sequence"],
    ["ng-2023/tptd/lumbarSpine@12", "sequence"],
    ["zhang/case-3/lumbarSpine@6-12", "sequence"],
    ["kovacs-2024/tptd/lumbarSpine@24", "mixed"],
    ["di-gregorio/bp/lumbarSpine@12", "mixed"],
    ["zhang/case-1/lumbarSpine@7", "mixed"],
  ])("does not put %s under one drug: %s", (key, treatment) => {
    expect(evidenceRows(shippedLiterature).find((row) => row.key === key)?.treatment).toBe(treatment);
  });

  it("names an order of drugs for every course in sequence, and months without drug only where the course is mixed", () => {
    const arms = shippedLiterature.studies.flatMap((study) => study.arms);
    for (const { treatment, regimens, drugFreeMonths } of arms) {
      if (treatment === "sequence") expect(regimens.filter(({ sequence }) => sequence === 1).length).toBeGreaterThan(1);
      if (drugFreeMonths !== undefined) expect(treatment).toBe("mixed");
    }
  });

  it("pools no courses that are unlike each other, and leaves Nomura alone under romosozumab", () => {
    const pools = synthesise(shippedLiterature).strata.flatMap((stratum) => stratum.pools);
    for (const { treatment, withSingles } of pools) {
      if (!isOneTreatment(treatment)) expect(withSingles.kind).toBe("notPooled");
    }
    const romosozumab = pools.filter(({ treatment }) => treatment === "romosozumab").flatMap(({ rows }) => rows);
    expect(romosozumab.map(({ study }) => study)).toEqual(["nomura-2024"]);
    const sequence12 = pools.find(
      ({ treatment, rows }) => treatment === "sequence" && rows.some(({ study }) => study === "sanchez-2016"),
    );
    expect(sequence12?.rows.map(({ study }) => study)).toEqual(["sanchez-2016", "romosozumab-2022"]);
    expect(sequence12?.withSingles).toEqual({ kind: "notPooled", reason: "unlikeCourses" });
  });
});
