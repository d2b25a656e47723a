import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { compileQuery } from "../evaluate/compile-query.ts";
import type { Row } from "../ir/relation.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { delivery, event, person, SMALL_COHORT } from "../plan/small-cohort.fixture.ts";
import type { Candidate } from "./answer.ts";
import { evidenceRecords } from "./evidence-line.ts";
import { mergeResults } from "./merge-results.ts";
import { readAnswer } from "./read-answer.ts";
import { sayAge, sayClock, sayEvidence, sayLines, saySettle, sayUnused, sayWhat, sayWhy } from "./say-answer.ts";

const evaluate = compileQuery(planDefinition(SMALL_COHORT));
const en = createTerms("en");
const zh = createTerms("zh");
const Z = "LOINC|85394-5";

function rowsOf(events: readonly Row[], who: Row = person(1)): readonly Row[] {
  return evaluate({ person: [who], event: events, ancestor: [] });
}

function only(events: readonly Row[], who?: Row): Candidate {
  const [candidate] = readAnswer(SMALL_COHORT, rowsOf(events, who)).candidates;
  if (candidate === undefined) throw new Error("no candidate");
  return candidate;
}

/** Delivered 10 March 2024 at 31; pain 2 April, X-ray 20 June, DXA 1 July, zoledronate 15 July. Days counted by hand. */
const planted = [
  delivery(1, "2024-03-10"),
  event(1, "2024-04-02", "ICD-10|M54.5"),
  event(1, "2024-06-20", "local|脊柱MRI", { kind: "imaging" }),
  event(1, "2024-06-20", "ICD-10|M80.88XA"),
  event(1, "2024-07-01", Z, { value: -2.6, unit: "1", kind: "measurement" }),
  event(1, "2024-07-15", "ATC|M05BA08", { kind: "drug" }),
];

describe("readAnswer", () => {
  const candidate = only(planted);

  it("says who she is, when she was delivered and why she is listed", () => {
    expect(candidate.rank).toBe(1);
    expect(candidate.sourceId).toBe("w1");
    expect(candidate.reference).toBe("Patient/w1");
    // 5 May 1992 to 10 March 2024: 31 completed years, 32 only in May.
    expect(sayAge(candidate, en)).toBe("31");
    expect(candidate.delivery.when).toEqual({ low: "2024-03-10", high: "2024-03-10" });
    expect(candidate.tier).toBe("fracture_low_z");
    expect(candidate.isCertain).toBe(true);
    expect(sayWhy(candidate, SMALL_COHORT, en)).toEqual([
      "Fracture, from 3 months before delivery to 18 months after delivery: line 2",
      "Low Z-score ≤ −2.0, from 3 months before delivery to 18 months after delivery: line 5",
    ]);
  });

  it("gives each event's day relative to the delivery, its value as given and its place in the source", () => {
    const said = candidate.evidence.map((line) => sayEvidence(line, SMALL_COHORT, candidate.delivery.when, en));
    expect(said).toEqual([
      "Back pain: ICD-10 M54.5 (Low back pain); 2024-04-02, 23 days after delivery [Event/1-ICD-10|M54.5-2024-04-02]",
      "Fracture: ICD-10 M80.88XA (under M80 Osteoporosis with pathological fracture); 2024-06-20, 102 days (3 months) after delivery [Event/1-ICD-10|M80.88XA-2024-06-20]",
      "Imaging: local 脊柱MRI; 2024-06-20, 102 days (3 months) after delivery [Event/1-local|脊柱MRI-2024-06-20]",
      "DXA: LOINC 85394-5 (DXA Lumbar spine [Z-score] Bone density), −2.6; 2024-07-01, 113 days (3 months) after delivery [Event/1-LOINC|85394-5-2024-07-01]",
      "Low Z-score ≤ −2.0: LOINC 85394-5 (DXA Lumbar spine [Z-score] Bone density), −2.6; 2024-07-01, 113 days (3 months) after delivery [Event/1-LOINC|85394-5-2024-07-01]",
      "Drug: ATC M05BA08 (zoledronic acid); 2024-07-15, 127 days (4 months) after delivery [Event/1-ATC|M05BA08-2024-07-15]",
    ]);
    const [first] = candidate.evidence;
    expect(first?.sinceDelivery).toEqual({ days: { least: 23, most: 23 }, months: { least: 0, most: 0 } });
    expect(first === undefined ? "" : sayEvidence(first, SMALL_COHORT, candidate.delivery.when, zh)).toBe(
      "Back pain：ICD-10 M54.5（背痛）；2024-04-02，产后 23 天 [Event/1-ICD-10|M54.5-2024-04-02]",
    );
  });

  it("reads the delay clock from pain to drug", () => {
    expect(candidate.clock.map((reading) => sayClock(reading, candidate.delivery.when, en))).toEqual([
      "Pain: 2024-04-02, 23 days after delivery",
      "Spine imaging: 2024-06-20, 102 days (3 months) after delivery; 79 days after pain",
      "Bone density: 2024-07-01, 113 days (3 months) after delivery; 11 days after spine imaging",
      "Drug: 2024-07-15, 127 days (4 months) after delivery; 14 days after bone density",
    ]);
    expect(candidate.clock.map((reading) => sayClock(reading, candidate.delivery.when, zh))).toEqual([
      "疼痛：2024-04-02，产后 23 天",
      "脊柱影像：2024-06-20，产后 102 天（3 个月）；疼痛后 79 天",
      "骨密度：2024-07-01，产后 113 天（3 个月）；脊柱影像后 11 天",
      "用药：2024-07-15，产后 127 天（4 个月）；骨密度后 14 天",
    ]);
    expect(candidate.settle).toEqual([{ settler: "fracture_mechanism", because: ["tier"] }]);
  });

  it("says not recorded for a step that is missing, never 0, and asks for it", () => {
    const bare = only([delivery(1, "2024-03-10"), event(1, "2024-06-20", "ICD-10|M80.88XA")]);
    expect(bare.tier).toBe("fracture");
    expect(bare.clock.map((reading) => sayClock(reading, bare.delivery.when, en))).toEqual([
      "Pain: not recorded",
      "Spine imaging: not recorded",
      "Bone density: not recorded",
      "Drug: not recorded",
    ]);
    expect(bare.settle.map((item) => saySettle(item, bare, en))).toEqual([
      "Do images of the spine (X-ray, CT or MRI) show a vertebral fracture? (not recorded)",
      "What was the Z-score on DXA, at which site and against which reference? (not recorded)",
      "When did the back pain begin, and what was its course? (not recorded)",
    ]);
  });

  it("says that a step came out of sequence", () => {
    const early = only([
      delivery(1, "2024-03-10"),
      event(1, "2024-05-01", "local|脊柱MRI", { kind: "imaging" }),
      event(1, "2024-05-31", "ICD-10|M54.5"),
      event(1, "2024-06-20", "ICD-10|M80.88XA"),
    ]);
    const said = early.clock.map((reading) => sayClock(reading, early.delivery.when, en));
    expect(said[1]).toBe(
      "Spine imaging: 2024-05-01, 52 days (1 month) after delivery; 30 days before pain, out of sequence",
    );
  });

  it("keeps what a partial date leaves open", () => {
    const open = only([
      delivery(1, "2024-03"),
      event(1, "2024-04", "ICD-10|M54.5"),
      event(1, "2024-06-20", "ICD-10|M80.88XA"),
    ]);
    const [pain] = open.evidence;
    // From 31 March to 1 April one day, from 1 March to 30 April sixty.
    expect(pain?.sinceDelivery).toEqual({ days: { least: 1, most: 60 }, months: { least: 0, most: 1 } });
    expect(open.clock.map((reading) => sayClock(reading, open.delivery.when, en))[0]).toBe(
      "Pain: 2024-04, 1–60 days (0–1 months) after delivery",
    );
    expect(open.settle.find(({ settler }) => settler === "delivery_date")?.because).toEqual(["partialDate"]);
  });

  it("tells a value that it could not use, and why", () => {
    const odd = only([
      delivery(1, "2024-03-10"),
      event(1, "2024-06-20", "ICD-10|M80.88XA"),
      event(1, "2024-07-01", Z, { value: 0.712, unit: "g/cm2", kind: "measurement" }),
      event(1, "2024-07-02", Z, { value: -26, unit: "1", kind: "measurement" }),
    ]);
    expect(odd.tier).toBe("fracture");
    expect(odd.unused.map(({ why }) => why)).toEqual(["unit", "implausible"]);
    const [first] = odd.unused;
    expect(first === undefined ? "" : sayUnused(first, SMALL_COHORT, odd.delivery.when, en)).toBe(
      "Low Z-score: LOINC 85394-5 (DXA Lumbar spine [Z-score] Bone density), 0.712 g/cm²; 2024-07-01, 113 days (3 months) after delivery [Event/1-LOINC|85394-5-2024-07-01]: its unit is not one that the definition can use",
    );
    expect(odd.settle.find(({ settler }) => settler === "value_unit")?.because).toEqual(["unusedValue"]);
  });

  it("counts an event before delivery backwards", () => {
    const before = only([delivery(1, "2024-03-10"), event(1, "2024-02-01", "ICD-10|M80.88XA")]);
    const [line] = before.evidence;
    // 28 days left of February after the first, 10 of March; 1 completed month.
    expect(line === undefined ? "" : sayEvidence(line, SMALL_COHORT, before.delivery.when, en)).toContain(
      "2024-02-01, 38 days (1 month) before delivery",
    );
    expect(line === undefined ? "" : sayEvidence(line, SMALL_COHORT, before.delivery.when, zh)).toContain(
      "2024-02-01，本次分娩前 38 天（1 个月）",
    );
  });

  it("names what is absent where its absence counts", () => {
    const pain = only([
      delivery(1, "2024-03-10"),
      event(1, "2024-04-02", "ICD-10|M54.5"),
      event(1, "2024-05-02", "ICD-10|M54.5"),
      event(1, "2024-06-02", "ICD-10|M54.5"),
    ]);
    expect(sayWhy(pain, SMALL_COHORT, en)).toEqual([
      "Back pain, from the day of delivery to 18 months after delivery, on at least 3 days, at least 42 days apart: lines 1\u20133",
      "without: Imaging, from the day of delivery to 18 months after delivery",
    ]);
  });

  it("shows the codings of one record as one", () => {
    const fracture = (code: string) => ({ ...event(1, "2024-06-20", code), source_ref: "Condition/7" });
    const twice = only([delivery(1, "2024-03-10"), fracture("ICD-10|M80.88XA"), fracture("ICD-10|M80.80")]);
    expect(
      evidenceRecords(twice.evidence).map((record) => [sayLines(record), sayWhat(record.line, en, record.beside)]),
    ).toEqual([
      [
        "1\u20132",
        "ICD-10 M80.80 (under M80 Osteoporosis with pathological fracture), ICD-10 M80.88XA (under M80 Osteoporosis with pathological fracture)",
      ],
    ]);
    expect(sayWhy(twice, SMALL_COHORT, en)).toEqual([
      "Fracture, from 3 months before delivery to 18 months after delivery: lines 1\u20132",
    ]);
  });

  it("leaves the age open without a birth date", () => {
    const unknown = only(planted, person(1, { born: null }));
    expect(unknown.ageYears).toBeUndefined();
    expect(unknown.isCertain).toBe(false);
    expect(sayAge(unknown, zh)).toBe("不详");
  });

  it("ranks by tier, then certainty, then the later delivery, then the source id by code point", () => {
    const fracture = (id: number, date: string, source: string): readonly Row[] =>
      rowsOf([delivery(id, date), event(id, `${date.slice(0, 4)}-06-20`, "ICD-10|M80.88XA")], {
        ...person(id),
        source_id: source,
      });
    const parts = [
      fracture(1, "2023-03-10", "a"),
      fracture(2, "2024-03-10", "\u{1f600}"),
      fracture(3, "2024-03-10", "\uff5e"),
      fracture(4, "2024-03-10", "b"),
      rowsOf([delivery(5, "2020-03-10"), event(5, "2020-07-15", "ATC|M05BA08", { kind: "drug" })], person(5)),
      rowsOf(
        planted.map((row) => ({ ...row, person_id: 6 })),
        person(6),
      ),
      rowsOf([delivery(7, "2024-03-10"), event(7, "2024-06-20", "ICD-10|M80.88XA")], person(7, { sex: null })),
    ];
    const rows = mergeResults(parts);
    const order = readAnswer(SMALL_COHORT, rows).candidates.map(({ personId }) => personId);
    expect(order).toEqual([6, 4, 3, 2, 1, 7, 5]);
    expect(JSON.stringify(readAnswer(SMALL_COHORT, [...rows].reverse()))).toBe(
      JSON.stringify(readAnswer(SMALL_COHORT, rows)),
    );
  });

  it("refuses rows that are not of this definition, without a person's data in the message", () => {
    const rows = rowsOf(planted);
    const broken = rows.map((row) => (row.part === "evidence" ? { ...row, date_low: "yesterday" } : row));
    expect(() => readAnswer(SMALL_COHORT, broken)).toThrow(/column date_low/);
    expect(() => readAnswer(SMALL_COHORT, broken)).not.toThrow(/yesterday/);
    const bare = rows.filter((row) => row.part !== "evidence");
    expect(() => readAnswer(SMALL_COHORT, bare)).toThrow(/does not bear out/);
  });
});

describe("mergeResults", () => {
  it("sums the steps and keeps everything else", () => {
    const parts = [
      rowsOf(planted),
      rowsOf([delivery(2, "2024-03-10")], person(2)),
      rowsOf([], person(3, { sex: "male" })),
    ];
    const rows = mergeResults(parts);
    const stages = rows
      .filter(({ part }) => part === "stage")
      .map(({ item, people, episodes }) => [item, people, episodes]);
    expect(stages.slice(0, 5)).toEqual([
      ["persons", 3, null],
      ["women", 2, null],
      ["delivered", 2, 2],
      ["aged", 2, 2],
      ["met", 1, 1],
    ]);
    expect(rows.filter(({ part }) => part === "candidate")).toHaveLength(1);
  });
});
