import { evidenceRows, type Literature, readLiterature, shippedLiterature, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { editAll, openDocument } from "../../editor/record-editor.ts";
import {
  type FormValues,
  freshId,
  NEW_ARM,
  NEW_DOCUMENT,
  outcomeEdits,
  readingEdits,
  studyEdits,
  withoutOutcomeEdits,
  withoutReadingEdits,
  withoutStudyEdits,
} from "./edits.ts";

const KEY = "osullivan-2006/bp/lumbarSpine@24";
const row = (key: string, of: Literature = shippedLiterature) => {
  const found = evidenceRows(of).find((each) => each.key === key);
  if (found === undefined) throw new TypeError(`no row ${key}`);
  return found;
};
/** The literature after the edits; what stands in the way is thrown. */
function after(edits: Parameters<typeof editAll>[1], of: Literature = shippedLiterature): Literature {
  const { editor, problems } = editAll(openDocument(of, 0, readLiterature), edits);
  if (problems.length > 0) throw new RangeError(JSON.stringify(problems));
  return editor.record;
}

const reading: FormValues = { value: 21.5, statistic: "mean", checked: "2026-11-26", checkedBy: "Z.Y." };
const newDocument: FormValues = {
  document: NEW_DOCUMENT,
  cite: "Somebody 2026, full text",
  documentReached: "fullText",
};

describe("a reading that is added", () => {
  const spread = { kind: "sd", value: 6.1 };

  it("stands behind the others, of a document that the study is known from now, and moves nothing yet", () => {
    const changed = after(
      readingEdits(shippedLiterature, row(KEY), { ...reading, ...newDocument, place: "Table 2", spread }),
    );
    const { outcome, study, reading: inUse } = row(KEY, changed);
    expect(outcome.readings).toHaveLength(3);
    expect(outcome.readings[2]).toEqual({ ...reading, document: "somebody-2026-full-text", place: "Table 2", spread });
    expect(study.documents).toContain("somebody-2026-full-text");
    expect(inUse?.value).toBe(23);
    expect(changed.documents.at(-1)).toMatchObject({ kind: "article", reached: "fullText" });
  });

  it("is refused with its place where the schema cannot take it", () => {
    const edits = readingEdits(shippedLiterature, row(KEY), { ...reading, statistic: undefined, document: "nowhere" });
    expect(editAll(openDocument(shippedLiterature, 0, readLiterature), edits).problems.length).toBeGreaterThan(0);
  });
});

describe("an outcome that is added", () => {
  const outcome: FormValues = { ...reading, document: "zhang-table-3", site: "totalHip", metric: "percentChange" };

  it("goes to a group of the study under an id of its own", () => {
    const once = after(outcomeEdits(shippedLiterature, row(KEY), { ...outcome, arm: "bp", months: 24 }));
    const twice = after(outcomeEdits(once, row(KEY, once), { ...outcome, arm: "bp", months: 24 }), once);
    const ids = row(KEY, twice).arm.outcomes.map(({ id }) => id);
    expect(ids.slice(-2)).toEqual(["totalHip@24", "totalHip@24.2"]);
  });

  it("begins a new group of women", () => {
    const values = { ...outcome, arm: NEW_ARM, treatment: "none", women: 3, months: [12, 24] };
    const changed = after(outcomeEdits(shippedLiterature, row(KEY), values));
    expect(row("osullivan-2006/none/totalHip@12-24", changed)).toMatchObject({ women: 3, treatment: "none" });
  });
});

describe("a study that is added", () => {
  it("is there with its group, its value and its line in the screening log, and is pooled", () => {
    const values: FormValues = {
      ...reading,
      ...newDocument,
      label: "Somebody 2026",
      year: 2026,
      design: "caseSeries",
      reached: "fullText",
      population: "plo",
      treatment: "bisphosphonate",
      agent: "zoledronicAcid",
      women: 9,
      site: "lumbarSpine",
      metric: "percentChange",
      months: 24,
    };
    const changed = after(studyEdits(shippedLiterature, values));
    const pools = synthesise(changed).strata.flatMap(({ pools: each }) => each);
    expect(pools.some(({ rows }) => rows.some(({ study }) => study === "somebody-2026"))).toBe(true);
    expect(changed.screening.records.at(-1)).toMatchObject({ report: "Somebody 2026", study: "somebody-2026" });
  });
});

describe("what is taken out", () => {
  it("leaves the reading in use in use, or the first where it was that one", () => {
    const at = "/studies/2/arms/0/outcomes/1";
    const { outcome } = row(KEY);
    expect(shippedLiterature.studies[2]?.arms[0]?.outcomes[1]?.id).toBe(outcome.id);
    const withoutFirst = row(KEY, after(withoutReadingEdits(at, outcome, 0)));
    expect([withoutFirst.reading?.value, withoutFirst.outcome.chosen]).toEqual([23, undefined]);
    const withoutOwn = row(KEY, after(withoutReadingEdits(at, outcome, 1)));
    expect([withoutOwn.reading?.value, withoutOwn.outcome.chosenBecause]).toEqual([11, undefined]);
  });

  it("takes with it the group and the study that would be empty, and keeps the screening log whole", () => {
    const [first] = evidenceRows(shippedLiterature).filter(
      ({ study, arm }) => study.arms.length === 1 && arm.outcomes.length === 1,
    );
    if (first === undefined) throw new TypeError("every study has several outcomes");
    const changed = after(withoutOutcomeEdits(shippedLiterature, first));
    expect(changed.studies.map(({ id }) => id)).not.toContain(first.study.id);
    expect(changed.screening.records).toHaveLength(shippedLiterature.screening.records.length);
    const fewer = after(withoutOutcomeEdits(shippedLiterature, row(KEY)));
    expect(evidenceRows(fewer)).toHaveLength(evidenceRows(shippedLiterature).length - 1);
  });

  it("leaves every other study as it was", () => {
    const changed = after(withoutStudyEdits(shippedLiterature, "osullivan-2006"));
    expect(changed.studies).toEqual(shippedLiterature.studies.filter(({ id }) => id !== "osullivan-2006"));
  });
});

describe("freshId", () => {
  it("is the name in small letters, with a number where it is taken", () => {
    expect(freshId("O'Sullivan 2006", [])).toBe("osullivan-2006");
    expect(freshId("O'Sullivan 2006", ["osullivan-2006", "osullivan-2006-2"])).toBe("osullivan-2006-3");
    expect(freshId("张 2026", [])).toBe("张-2026");
    expect(freshId("…", [])).toBe("x");
  });
});
