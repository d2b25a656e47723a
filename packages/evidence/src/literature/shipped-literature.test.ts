import { describe, expect, it } from "vitest";
import { evidenceRows } from "./evidence-row.ts";
import { literatureSchema } from "./literature-record.ts";
import { shippedLiterature } from "./shipped-literature.ts";

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

  it("screens every study that it holds", () => {
    const screened = new Set(shippedLiterature.screening.records.map(({ study }) => study));
    for (const { id } of shippedLiterature.studies) expect(screened, id).toContain(id);
  });
});
