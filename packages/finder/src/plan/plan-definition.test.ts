import { describe, expect, it } from "vitest";
import { compileQuery } from "../evaluate/compile-query.ts";
import { checkQuery } from "../ir/check-query.ts";
import type { Query, Relation, Row } from "../ir/relation.ts";
import { planDefinition } from "./plan-definition.ts";
import { ACCIDENT_COHORT, delivery, event, person, SMALL_COHORT } from "./small-cohort.fixture.ts";

const query = planDefinition(SMALL_COHORT);
const evaluate = compileQuery(query);

const FRACTURE = "ICD-10|M80.88XA";
const Z = "LOINC|85394-5";

function find(events: readonly Row[], who: Row = person(1), ancestor: readonly Row[] = []): readonly Row[] {
  return evaluate({ person: [who], event: events, ancestor });
}

/** Tier and certainty of the only candidate, `undefined` without one. */
function candidate(rows: readonly Row[]): readonly unknown[] | undefined {
  const [found] = rows.filter((row) => row.part === "candidate");
  return found === undefined ? undefined : [found.item, found.certain];
}

function stage(rows: readonly Row[], id: string): readonly unknown[] {
  const [found] = rows.filter((row) => row.part === "stage" && row.item === id);
  return [found?.people, found?.episodes];
}

describe("planDefinition", () => {
  it("is a query without mistakes", () => {
    expect(() => checkQuery(query)).not.toThrow();
  });

  it("finds a woman whose vertebra broke three months after delivery with a Z-score of -2.6", () => {
    const rows = find([
      delivery(1, "2024-03-10"),
      event(1, "2024-06-20", FRACTURE),
      event(1, "2024-07-01", Z, { value: -2.6, unit: "1", kind: "measurement" }),
    ]);
    expect(candidate(rows)).toEqual(["fracture_low_z", true]);
    const evidence = rows.filter((row) => row.part === "evidence").map((row) => [row.item, row.date_low]);
    expect(evidence.sort()).toEqual([
      ["density", "2024-07-01"],
      ["fracture", "2024-06-20"],
      ["low_z", "2024-07-01"],
    ]);
    expect(stage(rows, "candidates")).toEqual([1, 1]);
    expect(stage(rows, "tier_fracture_low_z")).toEqual([1, 1]);
    expect(stage(rows, "tier_fracture")).toEqual([0, 0]);
  });

  it.each([
    // The printed Z-score counts: -1.95 prints as -2.0, -1.94 as -1.9.
    [-2.0, "1", "fracture_low_z"],
    [-1.95, "1", "fracture_low_z"],
    [-1.94, "1", "fracture"],
    [-2.6, undefined, "fracture_low_z"],
    // A value in another unit is not a Z-score.
    [-2.6, "{T-score}", "fracture"],
    [-12, "1", "fracture"],
    [0.887, "g/cm2", "fracture"],
  ])("takes a spine Z-score of %d %s for tier %s", (value, unit, tier) => {
    const rows = find([
      delivery(1, "2024-03-10"),
      event(1, "2024-06-20", FRACTURE),
      event(1, "2024-07-01", Z, { value, ...(unit === undefined ? {} : { unit }) }),
    ]);
    expect(candidate(rows)).toEqual([tier, true]);
    const isUnused = unit === "{T-score}" || unit === "g/cm2" || value === -12;
    expect(rows.filter((row) => row.part === "unused").map((row) => row.value)).toEqual(isUnused ? [value] : []);
    expect(stage(rows, "unused_low_z")).toEqual(isUnused ? [1, 1] : [0, 0]);
  });

  it.each([
    // 18 months after 31 August 2023 is the last day of February 2025; both ends belong to the window.
    ["2023-08-31", "2025-02-28", true],
    ["2023-08-31", "2025-03-01", undefined],
    // Three months before 31 May is the last day of February.
    ["2024-05-31", "2024-02-29", true],
    ["2024-05-31", "2024-02-28", undefined],
    // Of a month some days are inside.
    ["2023-08-31", "2025-02", true],
    ["2023-08-30", "2025-02", true],
    ["2023-08-27", "2025-02", false],
    ["2023-07-31", "2025-02", undefined],
    // A delivery known by its year.
    ["2024", "2024-06-20", false],
    ["2024", "2025-06-30", true],
    ["2024", "2025-07-01", true],
    ["2024", "2025-07-02", false],
    ["2024", "2026-06-30", false],
    ["2024", "2026-07-01", undefined],
  ])("delivery %s, fracture %s: certain is %s", (born, broken, certain) => {
    const rows = find([delivery(1, born), event(1, broken, FRACTURE)]);
    expect(candidate(rows)).toEqual(certain === undefined ? undefined : ["fracture", certain]);
  });

  it("follows a beginning of a code, and takes out what is taken out", () => {
    const broken = (code: string) => candidate(find([delivery(1, "2024-03-10"), event(1, "2024-06-20", code)]));
    expect(broken("ICD-10|M80.800x001")).toEqual(["fracture", true]);
    expect(broken("ICD-10|M80.8")).toEqual(["fracture", true]);
    expect(broken("ICD-10|M80.851")).toBeUndefined();
    expect(broken("ICD-10|M80.0")).toBeUndefined();
    expect(broken("ICD-9-CM|M80.8")).toBeUndefined();
  });

  it("follows a hierarchy that the source brings along", () => {
    const ancestor = [{ system: "OMOP", ancestor_code: "4174520", descendant_code: "4129394" }];
    const events = [delivery(1, "2024-03-10"), event(1, "2024-06-20", "OMOP|4129394")];
    expect(candidate(find(events, person(1), ancestor))).toEqual(["fracture", true]);
    expect(candidate(find(events))).toBeUndefined();
    expect(candidate(find([delivery(1, "2024-03-10"), event(1, "2024-06-20", "OMOP|4174520")]))).toEqual([
      "fracture",
      true,
    ]);
  });

  it("counts visits for pain by days, and their span, and asks that no imaging was done", () => {
    const pain = (...dates: readonly string[]) => dates.map((date) => event(1, date, "ICD-10|M54.5"));
    const after = (events: readonly Row[]) => candidate(find([delivery(1, "2024-03-10"), ...events]));
    expect(after(pain("2024-04-01", "2024-04-20", "2024-05-13"))).toEqual(["pain", true]);
    expect(after(pain("2024-04-01", "2024-04-20", "2024-05-12"))).toBeUndefined();
    expect(after(pain("2024-04-01", "2024-05-13"))).toBeUndefined();
    // Two codings of one visit are one day.
    expect(after([...pain("2024-04-01", "2024-05-13"), event(1, "2024-05-13", "ICD-10|M54.9")])).toBeUndefined();
    // A visit dated by month may be a third day.
    expect(after(pain("2024-04-01", "2024-04", "2024-05-13"))).toEqual(["pain", false]);
    expect(after([...pain("2024-04-01", "2024-04-20", "2024-05-13"), event(1, "2024-06-01", "local|脊柱MRI")])).toBe(
      undefined,
    );
    // One row of a table may give two visits dated by month, two codings of one give none more.
    const row = (date: string, code: string) => ({
      ...event(1, date, code),
      source_ref: "visits.csv:2",
    });
    const once = event(1, "2024-05-13", "ICD-10|M54.5");
    expect(after([once, row("2024-04", "ICD-10|M54.5"), row("2024-06", "ICD-10|M54.5")])).toEqual(["pain", false]);
    expect(after([once, row("2024-04", "ICD-10|M54.5"), row("2024-04", "ICD-10|M54.9")])).toBeUndefined();
    // Imaging dated by year may have been before the delivery.
    expect(after([...pain("2024-04-01", "2024-04-20", "2024-05-13"), event(1, "2024", "local|脊柱MRI")])).toEqual([
      "pain",
      false,
    ]);
  });

  it("takes records of one delivery for one, and dates it by its earliest record", () => {
    const rows = find([
      delivery(1, "2024-03-10"),
      delivery(1, "2024-03-12"),
      delivery(1, "2024-08-26"),
      delivery(1, "2024"),
      event(1, "2025-09-10", FRACTURE),
    ]);
    expect(stage(rows, "delivered")).toEqual([1, 1]);
    // 18 months from 10 March, not from 12 March or 26 August.
    expect(candidate(rows)).toEqual(["fracture", true]);
    expect(
      candidate(find([delivery(1, "2024-03-10"), delivery(1, "2024-03-12"), event(1, "2025-09-11", FRACTURE)])),
    ).toBe(undefined);
    // 168 days after the record before is another delivery.
    expect(stage(find([delivery(1, "2024-03-10"), delivery(1, "2024-08-25")]), "delivered")).toEqual([1, 2]);
    expect(stage(find([delivery(1, "2024-03-10"), delivery(1, "2024-08-24")]), "delivered")).toEqual([1, 1]);
  });

  it.each([
    // Of exact days 167 apart are one delivery and 168 two, as the spacing says.
    ["2023-11-06", "2024-04-21", 1, "2024-06-20", ["fracture", true]],
    ["2023-11-06", "2024-04-22", 2, "2024-06-20", ["fracture", true]],
    // A year of which some days are 168 away, and others are not, may be a delivery of its own: of 2024 from 22 April on.
    ["2023-11-06", "2024", 2, "2026-05-20", ["fracture", false]],
    // The first of the two is the same whichever it was.
    ["2023-11-06", "2024", 2, "2024-06-20", ["fracture", true]],
    // None of its days is far enough away; all are.
    ["2023-11-06", "2024-03", 1, "2025-06-20", undefined],
    ["2023-11-06", "2024-05", 2, "2025-10-20", ["fracture", true]],
    // 1 November to 16 April is 167 days, to 17 April 168; from 30 November 16 April is 138.
    ["2023-11", "2024-04-16", 1, "2025-07-01", undefined],
    ["2023-11", "2024-04-17", 2, "2025-07-01", ["fracture", false]],
    // From 30 November to 15 May it is 167 days, to 16 May 168.
    ["2023-11", "2024-05-15", 2, "2025-11-01", ["fracture", false]],
    ["2023-11", "2024-05-16", 2, "2025-11-01", ["fracture", true]],
  ])("of deliveries %s and %s counts %i, and for a fracture of %s lists %j", (first, second, times, broken, found) => {
    const rows = find([delivery(1, first), delivery(1, second), event(1, broken, FRACTURE)]);
    expect(stage(rows, "delivered")).toEqual([1, times]);
    expect(candidate(rows)).toEqual(found);
  });

  it("shows the delivery with the best tier, then the earliest", () => {
    const rows = find([
      delivery(1, "2018-03-10"),
      event(1, "2018-05-01", "ATC|M05BA08", { kind: "drug" }),
      delivery(1, "2024-03-10"),
      event(1, "2024-06-20", FRACTURE),
    ]);
    expect(rows.filter((row) => row.part === "candidate")).toMatchObject([
      { item: "fracture", delivery_low: "2024-03-10", episode: 2, source_id: "w1", person_ref: "Patient/w1" },
    ]);
    expect(rows.filter((row) => row.part === "evidence").map((row) => row.date_low)).toEqual(["2024-06-20"]);
    expect(stage(rows, "met")).toEqual([1, 2]);
    expect(stage(rows, "candidates")).toEqual([1, 1]);
  });

  it("leaves out a woman with osteogenesis imperfecta, whenever and even undated, and counts her", () => {
    const events = [delivery(1, "2024-03-10"), event(1, "2024-06-20", FRACTURE)];
    const rows = find([...events, event(1, null, "ICD-10|Q78.000")]);
    expect(candidate(rows)).toBeUndefined();
    expect(stage(rows, "met")).toEqual([1, 1]);
    expect(stage(rows, "excluded_imperfecta")).toEqual([1, 1]);
    expect(stage(rows, "candidates")).toEqual([0, 0]);
  });

  it("keeps who may belong as uncertain: sex or birth not recorded, age on the edge", () => {
    const events = [delivery(1, "2024-03-10"), event(1, "2024-06-20", FRACTURE)];
    const of = (who: Parameters<typeof person>[1]) => candidate(find(events, person(1, who)));
    expect(of({ sex: null })).toEqual(["fracture", false]);
    expect(of({ born: null })).toEqual(["fracture", false]);
    expect(of({ sex: "male" })).toBeUndefined();
    // 50 on the day of delivery; 49 still on the day before her birthday.
    expect(of({ born: "1974-03-10" })).toBeUndefined();
    expect(of({ born: "1974-03-11" })).toEqual(["fracture", true]);
    expect(of({ born: "1974" })).toEqual(["fracture", false]);
    expect(of({ born: "1974-03" })).toEqual(["fracture", false]);
    expect(of({ born: "2009-03-11" })).toBeUndefined();
    expect(of({ born: "2009-03-10" })).toEqual(["fracture", true]);
  });

  it("finds who meets a tier by what she has not", () => {
    const without = {
      ...SMALL_COHORT,
      tiers: [
        { id: "unscanned", name: SMALL_COHORT.name, settle: [], when: { not: { event: "density", window: "after" } } },
      ],
    };
    const ask = compileQuery(planDefinition(without));
    const found = (events: readonly Row[]) => candidate(ask({ person: [person(1)], event: events, ancestor: [] }));
    expect(found([delivery(1, "2024-03-10")])).toEqual(["unscanned", true]);
    expect(found([delivery(1, "2024-03-10"), event(1, "2024-07-01", Z, { value: -1 })])).toBeUndefined();
    expect(found([delivery(1, "2024-03-10"), event(1, "2024-02-01", Z, { value: -1 })])).toEqual(["unscanned", true]);
  });

  it("has nothing but counts for someone without a delivery", () => {
    const rows = find([event(1, "2024-06-20", FRACTURE)]);
    expect(rows.every((row) => row.part === "stage")).toBe(true);
    expect(stage(rows, "persons")).toEqual([1, null]);
    expect(stage(rows, "women")).toEqual([1, null]);
    expect(stage(rows, "delivered")).toEqual([0, 0]);
  });
});

describe("planDefinition, of a fracture without an accident near it", () => {
  const of = compileQuery(planDefinition(ACCIDENT_COHORT));
  const found = (...events: readonly Row[]) =>
    candidate(of({ person: [person(1)], event: [delivery(1, "2024-03-10"), ...events], ancestor: [] }));
  const broken = event(1, "2024-06-20", FRACTURE);
  const accident = (date: string | null) => event(1, date, "ICD-10|V89.2");

  it.each([
    // From 14 days before the fracture to 7 days after it, both included.
    ["2024-06-05", ["fracture", true]],
    ["2024-06-06", undefined],
    ["2024-06-20", undefined],
    ["2024-06-27", undefined],
    ["2024-06-28", ["fracture", true]],
    // Months after the fracture, and years before it.
    ["2024-12-01", ["fracture", true]],
    ["2015-06-20", ["fracture", true]],
    // Of a month some days are near, and so of a year; June before the 6th is not, nor after the 27th.
    ["2024-06", ["fracture", false]],
    ["2024", ["fracture", false]],
    ["2024-05", ["fracture", true]],
    ["2023", ["fracture", true]],
    // It may have been on any day.
    [null, ["fracture", false]],
  ])("accident %s: %j", (date, answer) => {
    expect(found(broken, accident(date))).toEqual(answer);
  });

  it("asks it of each fracture by itself", () => {
    const later = event(1, "2024-09-20", FRACTURE);
    expect(found(broken, later, accident("2024-06-18"))).toEqual(["fracture", true]);
    expect(found(broken, later, accident("2024-06-18"), accident("2024-09-21"))).toBeUndefined();
    expect(found(broken, accident("2015-01-01"), accident("2024-06-21"), accident("2025-01-01"))).toBeUndefined();
    // One that may be near does not hide one that is.
    expect(found(broken, accident("2024-06"), accident("2024-06-19"))).toBeUndefined();
  });

  it("reads partial days of the fracture too", () => {
    const inJune = event(1, "2024-06", FRACTURE);
    // A fracture on 1 June is near an accident on 18 May and no earlier; one on 30 June near one on 7 July and no later.
    expect(found(inJune, accident("2024-05-17"))).toEqual(["fracture", true]);
    expect(found(inJune, accident("2024-05-18"))).toEqual(["fracture", false]);
    expect(found(inJune, accident("2024-07-07"))).toEqual(["fracture", false]);
    expect(found(inJune, accident("2024-07-08"))).toEqual(["fracture", true]);
    // No day of June has all others within 14 and 7 days.
    expect(found(inJune, accident("2024-06-15"))).toEqual(["fracture", false]);
  });

  it("leaves another tier as it is, and shows the accident", () => {
    const rows = of({
      person: [person(1)],
      event: [delivery(1, "2024-03-10"), broken, accident("2024-06-20"), event(1, "2024-07-01", Z, { value: -2.6 })],
      ancestor: [],
    });
    expect(candidate(rows)).toEqual(["fracture_low_z", true]);
    const evidence = rows.filter((row) => row.part === "evidence" && row.item === "accident");
    expect(evidence.map((row) => row.date_low)).toEqual(["2024-06-20"]);
  });

  it.each([
    // A code of a later visit or a sequela tells that something broke, not when.
    ["ICD-10-CM|S32.010A", "fracture"],
    ["ICD-10-CM|S32.010B", "fracture"],
    ["ICD-10-CM|S32.010D", undefined],
    ["ICD-10-CM|S32.010G", undefined],
    ["ICD-10-CM|S32.010K", undefined],
    ["ICD-10-CM|S32.010S", undefined],
    ["ICD-10-CM|M80.88XA", "fracture"],
    ["ICD-10-CM|M80.88XP", undefined],
    ["ICD-10-CM|M80.8", "fracture"],
    // Codes of other editions that end alike: a Chinese extension, the German sign for "certain".
    ["ICD-10|S32.000x001", "fracture"],
    ["ICD-10|S32.01G", "fracture"],
  ])("takes %s for tier %s", (code, tier) => {
    expect(found(event(1, "2024-06-20", code))?.[0]).toBe(tier);
  });

  // Codings of one record; what another system or a short code leaves open, a code with its seventh sign tells.
  it.each([
    [["SNOMED CT|443165006"], "fracture"],
    [["SNOMED CT|443165006", "ICD-10-CM|S32.010A"], "fracture"],
    [["SNOMED CT|443165006", "ICD-10-CM|S32.010D"], undefined],
    [["SNOMED CT|443165006", "ICD-10-CM|S32010S"], undefined],
    [["ICD-10|M80.800x001", "ICD-10-CM|M80.88XD"], undefined],
    // A code that the definition does not ask for says it too; a code of no visit says nothing.
    [["SNOMED CT|443165006", "ICD-10-CM|S72.301G"], undefined],
    [["SNOMED CT|443165006", "ICD-10-CM|S32.0"], "fracture"],
    [["SNOMED CT|443165006", "ICD-10|S32.010D"], "fracture"],
    [["ICD-10-CM|S32.0", "ICD-10-CM|S32.010D"], undefined],
    [["ICD-10-CM|S320", "ICD-10-CM|S32010D"], undefined],
    // Each of two such codes speaks for itself: a row of a table may hold both.
    [["ICD-10-CM|M80.88XA", "ICD-10-CM|S32.010D"], "fracture"],
    [["ICD-10-CM|M8088XA", "ICD-10-CM|S32010D"], undefined],
  ] as const)("takes a record of %j for tier %s", (codes, tier) => {
    const record = codes.map((code) => ({ ...event(1, "2024-06-20", code), source_ref: "Condition/1" }));
    expect(found(...record)?.[0]).toBe(tier);
  });

  it("takes what another record says, of another kind or of another woman, for nothing", () => {
    const coded = (source_ref: string, code: string, more: Row = {}): Row => ({
      ...event(1, "2024-06-20", code),
      source_ref,
      ...more,
    });
    const broke = coded("Condition/1", "SNOMED CT|443165006");
    const later = "ICD-10-CM|S32.010D";
    expect(found(broke, coded("Condition/2", later))?.[0]).toBe("fracture");
    expect(found(broke, coded("Condition/1", later, { kind: "visit" }))?.[0]).toBe("fracture");
    expect(found(broke, coded("Condition/1", later), coded("Condition/1", later))).toBeUndefined();
    const rows = of({
      person: [person(1), person(2)],
      event: [delivery(1, "2024-03-10"), broke, coded("Condition/1", later, { person_id: 2 })],
      ancestor: [],
    });
    expect(candidate(rows)?.[0]).toBe("fracture");
  });

  it("flags a record of a later visit by its other coding, too, once", () => {
    const rows = of({
      person: [person(1)],
      event: [
        delivery(1, "2024-03-10"),
        event(1, "2024-05-01", "ATC|M05BA08", { kind: "drug" }),
        { ...event(1, "2024-06-20", "SNOMED CT|443165006"), source_ref: "Condition/1" },
        { ...event(1, "2024-06-20", "ICD-10-CM|S72.301D"), source_ref: "Condition/1" },
      ],
      ancestor: [],
    });
    expect(rows.filter((row) => row.part === "flag").map((row) => row.item)).toEqual(["earlier_fracture"]);
  });

  it("flags a code of a later visit in a woman who is listed for another reason", () => {
    const rows = of({
      person: [person(1)],
      event: [
        delivery(1, "2024-03-10"),
        event(1, "2024-05-01", "ATC|M05BA08", { kind: "drug" }),
        event(1, "2024-06-20", "ICD-10-CM|S32.010S"),
      ],
      ancestor: [],
    });
    expect(candidate(rows)).toEqual(["drug", true]);
    expect(rows.filter((row) => row.part === "flag").map((row) => row.item)).toEqual(["earlier_fracture"]);
  });

  it("excludes by what was known up to 18 months after the delivery, and flags what has no date", () => {
    const oi = (date: string | null) => {
      const rows = of({
        person: [person(1)],
        event: [delivery(1, "2024-03-10"), broken, event(1, date, "ICD-10|Q78.0")],
        ancestor: [],
      });
      return [candidate(rows)?.[0], rows.filter((row) => row.part === "flag").map((row) => row.certain)];
    };
    expect(oi("1994-03-10")).toEqual([undefined, []]);
    expect(oi("2025-09-10")).toEqual([undefined, []]);
    expect(oi("2025-09-11")).toEqual(["fracture", []]);
    expect(oi("2051-01-01")).toEqual(["fracture", []]);
    expect(oi("2025-09")).toEqual(["fracture", [false]]);
    expect(oi(null)).toEqual(["fracture", [false]]);
  });
});

/** How often a table is read by an engine that works every step out again for each reader. */
function timesRead(table: string, query: Query): number {
  const readsByStep = new Map<string, number>();
  const reads = (relation: Relation): number => {
    switch (relation.kind) {
      case "contract":
        return relation.table === table ? 1 : 0;
      case "step":
        return readsByStep.get(relation.name) ?? 0;
      case "join":
        return reads(relation.left) + reads(relation.right);
      case "union":
        return relation.of.map(reads).reduce((sum, one) => sum + one);
      case "source":
      case "values":
        return 0;
      default:
        return reads(relation.from);
    }
  };
  for (const { name, relation } of query.steps) readsByStep.set(name, reads(relation));
  return reads(query.result);
}

it("reads events seldom where an engine keeps nothing between the steps", () => {
  // Deliveries are read beside what is counted of them: counts for all deliveries do not fit into an engine's memory.
  expect(timesRead("event", query)).toBeLessThanOrEqual(13);
  expect(timesRead("person", query)).toBeLessThanOrEqual(11);
  // Once more for each reader of streams that ask for visits: only the codes of later ones, which are few.
  expect(timesRead("event", planDefinition(ACCIDENT_COHORT))).toBeLessThanOrEqual(23);
  expect(timesRead("person", planDefinition(ACCIDENT_COHORT))).toBeLessThanOrEqual(11);
});
