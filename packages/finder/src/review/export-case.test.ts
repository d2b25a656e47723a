import { assess, definitionById, openCase } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import { womanExplainer } from "../answer/explain-woman.ts";
import { conceptLibrary } from "../definition/concept-library.ts";
import { presetDefinition } from "../definition/presets.ts";
import { resolveDefinition } from "../definition/resolve-definition.ts";
import type { Row } from "../ir/relation.ts";
import { event, person } from "../plan/small-cohort.fixture.ts";
import { exportCase } from "./export-case.ts";

const DAY = "2024-03-10";
const candidate = {
  personId: 1,
  sourceId: "hospital-4711",
  reference: "Patient/hospital-4711",
  delivery: { number: 1, when: { low: DAY, high: DAY }, reference: "Procedure/d1" },
  ageYears: { least: 31, most: 31 },
};
const born = event(1, DAY, "SNOMED CT|11466000", { kind: "procedure" });

function exported(events: readonly Row[], of = candidate, deliveries = [candidate.delivery]) {
  const tables = { person: [person(1)], event: [born, ...events], ancestor: [] };
  const result = exportCase(of, deliveries, tables, "PLO-001");
  if (result.kind === "badPseudonym") throw new Error(result.kind);
  return result;
}

describe("exportCase", () => {
  it("leaves out a fracture whose record another coding says to be of a later visit", () => {
    const at = (source_ref: string, code: string): Row => ({ ...event(1, "2024-06-10", code), source_ref });
    const fractures = (...events: readonly Row[]): number => exported(events).record.fractures?.length ?? 0;
    const hip = at("Condition/1", "ICD-10|S72.0");
    expect(fractures(hip)).toBe(1);
    expect(fractures(hip, at("Condition/1", "ICD-10-CM|S72.001A"))).toBe(1);
    expect(fractures(hip, at("Condition/1", "ICD-10-CM|S72.001D"))).toBe(0);
    expect(fractures(hip, at("Condition/2", "ICD-10-CM|S72.001D"))).toBe(1);
  });

  it("gives months from the delivery, the age at it, and what the codes say", () => {
    const { record, leftOut } = exported([
      event(1, "2024-04-02", "ICD-10|M54.5"),
      event(1, "2024-06-10", "LOINC|24968-0", { kind: "imaging" }),
      event(1, "2024-06-10", "ICD-10-CM|S32.010A"),
      event(1, "2024-06-10", "ICD-10-CM|M80.88XA"),
      event(1, "2024-09-10", "ICD-10-CM|S32.010D"),
      event(1, "2024-07-10", "LOINC|85394-5", { value: -2.6, unit: "{Z-score}", kind: "measurement" }),
      event(1, "2024-07-10", "LOINC|24966-4", { value: 712, unit: "mg/cm2", kind: "measurement" }),
      event(1, "2024-07-10", "LOINC|85394-5", { value: 0.7, unit: "g/cm2", kind: "measurement" }),
      event(1, "2024-07-10", "LOINC|2000-8", { value: 2.31, unit: "mmol/l", kind: "measurement" }),
      event(1, "2024-08-10", "ATC|M05BA08", { kind: "drug" }),
      event(1, "2024-08-10", "local|something", { kind: "drug" }),
      event(1, null, "ICD-10|M54.5"),
    ]);
    expect(record).toMatchObject({
      id: "PLO-001",
      origin: "registry",
      person: { sex: "female", ageYears: 31, ageAt: "delivery" },
      pregnancies: [{ index: true, deliveryMode: "caesarean" }],
      symptoms: [{ symptom: "lowBackPain", onset: { months: 0.74 } }],
      imaging: [{ at: { months: 3 }, modality: "mri", region: "lumbarSpine", findings: [] }],
      fractures: [{ site: "L1", at: { months: 3 }, mechanism: "noTraumaReported" }],
      scans: [{ at: { months: 4 }, sites: { lumbarSpine: { zScore: -2.6, bmdGPerCm2: 0.712 } } }],
      laboratory: [{ at: { months: 4 }, results: [{ analyte: "calcium", value: 2.31, unit: "mmol/L" }] }],
      treatments: [{ agent: "zoledronicAcid", start: { months: 5 } }],
    });
    expect(record.fractures).toHaveLength(1);
    expect(record.scans?.[0]).not.toHaveProperty("device");
    expect(leftOut).toEqual({
      of: 13,
      undated: 1,
      tooFar: 0,
      unnamed: [{ kind: "drug", count: 1 }],
      values: 1,
    });
    expect(JSON.stringify(record.fractures)).toContain("ICD-10-CM");
  });

  it("has her other deliveries in months from the index, and says of their number that it is the least", () => {
    const delivery = (number: number, day: string) => {
      const [low, high] = day.length === 4 ? [`${day}-01-01`, `${day}-12-31`] : [day, day];
      return { number, when: { low, high }, reference: `Procedure/d${number}` };
    };
    const deliveries = [
      delivery(1, "2010"),
      delivery(2, "2021-09-10"),
      { ...candidate.delivery, number: 3 },
      delivery(4, "2026-01-25"),
    ];
    const events = [
      event(1, "2021-09-10", "SNOMED CT|48782003", { kind: "procedure" }),
      event(1, "2021-12-10", "SNOMED CT|413712001"),
      event(1, "2026-01-25", "SNOMED CT|11466000", { kind: "procedure" }),
      event(1, "2026-02-25", "SNOMED CT|413712001"),
      event(1, "2020-03-10", "local|anything"),
    ];
    const { record } = exported(events, { ...candidate, delivery: { ...candidate.delivery, number: 3 } }, deliveries);
    expect(record.pregnancies).toMatchObject([
      // Longer ago than a record goes: no more is said than that.
      { deliveredAt: { months: [null, -120] } },
      { deliveredAt: { months: -30 }, deliveryMode: "vaginal", lactation: { breastfed: "yes" } },
      { index: true, deliveryMode: "caesarean" },
      { deliveredAt: { months: 22.48 }, deliveryMode: "caesarean", lactation: { breastfed: "yes" } },
    ]);
    const [, earlier, index] = record.pregnancies ?? [];
    // Breastfeeding of the fourth child says nothing of the third.
    expect(index).not.toHaveProperty("lactation");
    expect(index).not.toHaveProperty("deliveredAt");
    expect(index?.note).toMatchObject({
      en: expect.stringContaining("At least 3 deliveries up to this one"),
      zh: expect.stringContaining("其记录始于本次分娩前 48.0 个月"),
    });
    expect(earlier?.note).toMatchObject({ en: expect.stringContaining("in the hospital's data") });
    for (const pregnancy of record.pregnancies ?? []) expect(pregnancy).not.toHaveProperty("parity");
    expect(JSON.stringify(record)).not.toMatch(/Procedure|\b20\d\d\b/);
  });

  it.each([
    ["ICD-10|O82.x00", "caesarean"],
    ["ICD-10|O80.x00", "vaginal"],
    ["ICD-10-CM|O82", "caesarean"],
    ["ICD-9-CM-3|74.1x00", "caesarean"],
    ["ICD-9-CM-3|72.7101", "vaginal"],
    ["ICD-10-PCS|10D00Z1", "caesarean"],
    ["ICD-10-PCS|10D07Z6", "vaginal"],
    // Vaginal delivery following previous cesarean section.
    ["OMOP|4129042", "vaginal"],
    ["OMOP|2110323", "caesarean"],
    ["ICD-10|Z37.000", undefined],
  ])("reads from a delivery coded %s how the child was born: %s", (code, mode) => {
    const tables = { person: [person(1)], event: [event(1, DAY, code)], ancestor: [] };
    const result = exportCase(candidate, [candidate.delivery], tables, "PLO-001");
    if (result.kind === "badPseudonym") throw new Error(result.kind);
    expect(result.record.pregnancies?.[0]?.deliveryMode).toBe(mode);
  });

  it("says nothing of how the child was born where codes of the day contradict", () => {
    const { record } = exported([event(1, DAY, "ICD-10|O80")]);
    expect(record.pregnancies?.[0]).not.toHaveProperty("deliveryMode");
  });

  it("names a way of birth only for codes of the library, and none for names that say another", () => {
    const { caesarean, vaginal } = knowledge.deliveryModes;
    const rules = conceptLibrary.sets.delivery?.include ?? [];
    const displays = (codes: Readonly<Record<string, readonly string[]>>): readonly string[] =>
      Object.entries(codes).flatMap(([system, own]) =>
        own.map((code) => {
          const rule = rules.find((one) => one.system === system && one.code === code);
          if (rule === undefined) throw new Error(`${system} ${code} is none of the library`);
          return rule.display ?? "";
        }),
      );
    for (const display of displays(caesarean)) {
      expect(display).toMatch(/^(?!vaginal).*c(?:a)?esarean|open approach/i);
    }
    for (const display of displays(vaginal)) {
      expect(display).toMatch(/vaginal|normal|spontaneous|instrumental|forceps|vacuum|breech|via natural/i);
    }
  });

  it("knows the agent of every drug that the library names", () => {
    const drugs = ["antiosteoporotic_drug", "vitamin_d_and_calcium", "heparin", "glucocorticoid"];
    const names = drugs.flatMap((set) => (conceptLibrary.sets[set]?.include ?? []).map(({ display = "" }) => display));
    const unnamed = names.filter((name) => !Object.hasOwn(knowledge.agents.byName, name.toLowerCase()));
    // Which heparin it was, this code does not say.
    expect([...new Set(unnamed)]).toEqual(["Heparin therapy"]);
  });

  it("keeps the vertebrae of a scan, and regions of one day apart", () => {
    const z = (value: number, site: string | null) => ({
      ...event(1, "2024-07-10", "LOINC|85394-5", { value, unit: "1", kind: "measurement" }),
      site,
    });
    expect(exported([z(-2.6, "L1-L4")]).record.scans).toMatchObject([
      { sites: { lumbarSpine: { zScore: -2.6, vertebrae: ["L1", "L2", "L3", "L4"] } } },
    ]);
    expect(exported([z(-2.6, "L2～L4")]).record.scans?.[0]?.sites.lumbarSpine?.vertebrae).toEqual(["L2", "L3", "L4"]);
    expect(exported([z(-2.6, "腰椎")]).record.scans?.[0]?.sites.lumbarSpine).not.toHaveProperty("vertebrae");
    expect(exported([z(-2.6, "L1-L4"), z(-2.6, "L2-L4")]).record.scans).toMatchObject([
      { sites: { lumbarSpine: { vertebrae: ["L1", "L2", "L3", "L4"] } } },
      { sites: { lumbarSpine: { vertebrae: ["L2", "L3", "L4"] } } },
    ]);
  });

  it("takes two records of which only the year is known for two scans, panels and images, and two of one day for one", () => {
    const record = (ref: string, date: string, code: string, more: Parameters<typeof event>[3]): Row => ({
      ...event(1, date, code, more),
      source_ref: ref,
    });
    const z = (ref: string, date: string, value: number) =>
      record(ref, date, "LOINC|85394-5", { value, unit: "1", kind: "measurement" });
    const bmd = (ref: string, date: string) =>
      record(ref, date, "LOINC|24966-4", { value: 0.712, unit: "g/cm2", kind: "measurement" });
    const calcium = (ref: string, date: string, value: number) =>
      record(ref, date, "LOINC|2000-8", { value, unit: "mmol/l", kind: "measurement" });
    const mri = (ref: string, date: string) => record(ref, date, "LOINC|24968-0", { kind: "imaging" });
    const sizes = (events: readonly Row[]) => {
      const { scans, laboratory, imaging } = exported(events).record;
      return [scans?.length, laboratory?.length, imaging?.length];
    };
    const both = (first: string, second: string, date: string) => [
      z(first, date, -2.6),
      bmd(second, date),
      calcium(first, date, 2.3),
      calcium(second, date, 2.4),
      mri(first, date),
      mri(second, date),
    ];
    expect(sizes(both("r/1", "r/2", "2025"))).toEqual([2, 2, 2]);
    expect(sizes(both("r/1", "r/2", "2025-02"))).toEqual([2, 2, 2]);
    // One record is of one visit, whenever that was.
    expect(sizes(both("r/1", "r/1", "2025"))).toEqual([1, 1, 1]);
    expect(sizes(both("r/1", "r/2", "2025-02-03"))).toEqual([1, 1, 1]);
  });

  it("says in Chinese what a code is of, and takes the note of a fracture from a code that names the region", () => {
    const { record } = exported([event(1, "2024-06-10", "ICD-10|M80.8"), event(1, "2024-06-10", "ICD-10|S32.0")]);
    expect(record.fractures?.[0]?.note).toMatchObject({
      en: expect.stringContaining("ICD-10 S32.0 or below, Fracture of lumbar vertebra (vertebral_fracture)"),
      zh: expect.stringContaining("来源编码：ICD-10 S32.0或其下位（椎体骨折，vertebral_fracture）"),
    });
  });

  it("does not take absorptiometry of the lateral spine for a radiograph", () => {
    const { record } = exported([event(1, "2024-06-10", "SNOMED CT|726548004", { kind: "procedure" })]);
    expect(record.imaging).toMatchObject([{ modality: "notStated" }]);
  });

  it("says of the only delivery that is known that it is the least, too", () => {
    const { record } = exported([]);
    expect(record.pregnancies?.[0]?.note).toMatchObject({
      en: expect.stringContaining(
        "At least 1 delivery up to this one: so many are in the hospital's data, where her records begin with it.",
      ),
    });
  });

  it("refuses deliveries of which none is the index", () => {
    expect(() => exported([], candidate, [{ ...candidate.delivery, number: 2 }])).toThrow(TypeError);
  });

  it("keeps the fractures of each pregnancy apart", () => {
    const before = { number: 1, when: { low: "2021-03-10", high: "2021-03-10" }, reference: "Procedure/d0" };
    const index = { ...candidate.delivery, number: 2 };
    const { record } = exported(
      [
        event(1, "2021-05-10", "ICD-10|S22.0"),
        event(1, "2024-06-10", "ICD-10|M80.8"),
        event(1, "2024-06-10", "ICD-10|S32.0"),
        event(1, "2024-09-10", "ICD-10|S32.0"),
        event(1, "2024-09-10", "ICD-10|S72.0"),
      ],
      { ...candidate, delivery: index },
      [before, index],
    );
    const same = expect.stringContaining("it may be the same fracture");
    expect(record.fractures).toMatchObject([
      { site: "vertebra", at: { months: -34 }, mechanism: "notStated" },
      { site: "vertebra", at: { months: 3 }, mechanism: "noTraumaReported", note: { en: same } },
      { site: "hip", at: { months: 6 } },
    ]);
    expect(record.fractures?.[0]?.note).not.toMatchObject({ en: same });
    expect(record.fractures?.[2]?.note).not.toMatchObject({ en: same });
    const { criteria } = assess(openCase(record, {}), definitionById("paper-any-site"));
    expect(criteria.find(({ id }) => id === "timing")?.status).toBe("met");
  });

  it("says neither level nor mechanism that no code says", () => {
    const { record } = exported([event(1, "2024-06-10", "ICD-10|S32.000")]);
    expect(record.fractures).toMatchObject([{ site: "vertebra", mechanism: "notStated" }]);
    expect(exported([event(1, "2024-06-10", "ICD-10-CM|S22.080A")]).record.fractures).toMatchObject([
      { site: "vertebra" },
    ]);
    const broken = event(1, "2024-06-10", "ICD-10-CM|S32.010A");
    const accident = [broken, event(1, "2024-06-10", "ICD-10-CM|V43.52XA")];
    // A later visit for an accident of before says nothing of this fracture.
    const healing = [broken, event(1, "2024-06-10", "ICD-10-CM|V43.52XD")];
    expect(exported(healing).record.fractures).toMatchObject([{ site: "L1", mechanism: "notStated" }]);
    expect(exported(accident).record.fractures).toMatchObject([{ site: "L1", mechanism: "highEnergy" }]);
    expect(exported([]).record).toEqual({
      schema: "materbone/case/1",
      id: "PLO-001",
      origin: "registry",
      person: { sex: "female", ageYears: 31, ageAt: "delivery" },
      pregnancies: exported([]).record.pregnancies,
    });
  });

  it.each([
    // From 14 days before the fracture to 7 days after it, as the finder takes an accident for its cause.
    ["2024-06-20", "2024-06-18", "highEnergy"],
    ["2024-06-20", "2024-06-06", "highEnergy"],
    ["2024-06-20", "2024-06-05", "noTraumaReported"],
    ["2024-06-20", "2024-06-27", "highEnergy"],
    ["2024-06-20", "2024-06-28", "noTraumaReported"],
    // Where the days leave it open, the mechanism is not stated.
    ["2024-06-20", "2024-06", "notStated"],
    ["2024-06", "2024-06", "notStated"],
    ["2024-06-20", null, "notStated"],
    ["2024-06-20", "2023", "noTraumaReported"],
  ])("a pathological fracture of %s and an accident of %s: %s", (broken, hurt, mechanism) => {
    const { record } = exported([event(1, broken, "ICD-10|M80.800"), event(1, hurt, "ICD-10|V89.2")]);
    expect(record.fractures).toMatchObject([{ mechanism }]);
    expect(JSON.stringify(record.fractures?.[0]?.note)).toContain(
      { highEnergy: "is coded near", notStated: "may have been near", noTraumaReported: "no injury" }[mechanism],
    );
  });

  it("keeps partial dates as what they may be", () => {
    const of = { ...candidate, ageYears: { least: 30, most: 31 } };
    const { record, leftOut } = exported([event(1, "2024-04", "ICD-10-CM|S32.010A")], of);
    expect(record.person).toMatchObject({ sex: "female", note: { en: expect.stringContaining("30 to 31 years") } });
    expect(record.person?.ageYears).toBeUndefined();
    expect(leftOut.ageYears).toEqual({ least: 30, most: 31 });
    expect(record.fractures?.[0]?.at?.months).toEqual([0.71, 1.67]);
  });

  it("meets the paper's criteria for a planted woman, and leaves open what no code can say", () => {
    const events = [
      event(1, "2024-06-10", "ICD-10-CM|S32.010A"),
      event(1, "2024-06-10", "ICD-10-CM|M80.88XA"),
      event(1, "2024-07-10", "LOINC|85394-5", { value: -2.0, unit: "1", kind: "measurement" }),
    ];
    const paper = presetDefinition("paper");
    if (paper === undefined) throw new Error("no preset");
    const explain = womanExplainer(resolveDefinition(paper));
    const tables = { person: [person(1)], event: [born, ...events], ancestor: [] };
    const found = explain(tables).candidate;
    if (found === undefined) throw new Error("not found");
    expect(found.tier).toBe("fracture_with_low_z");
    const result = exportCase(found, [found.delivery], tables, "PLO-001");
    if (result.kind === "badPseudonym") throw new Error(result.kind);
    const view = openCase(result.record, {});
    const { criteria, outcome } = assess(view, definitionById("paper-any-site"));
    expect(criteria.map(({ id, status }) => [id, status])).toEqual([
      ["timing", "met"],
      ["fragility-fracture", "met"],
      ["density", "met"],
      ["exclusion", "undecided"],
    ]);
    expect(outcome).toBe("undecided");
    expect(assess(view, definitionById("paper-introduction")).outcome).toBe("consistent");
  });

  it("meets the paper's fracture criterion with a vertebra whose level no code says", () => {
    const { record } = exported([event(1, "2024-06-10", "ICD-10|S32.0"), event(1, "2024-06-10", "ICD-10|M80.8")]);
    expect(record.fractures).toMatchObject([{ site: "vertebra", mechanism: "noTraumaReported" }]);
    const { criteria } = assess(openCase(record, {}), definitionById("paper-any-site"));
    expect(criteria.find(({ id }) => id === "fragility-fracture")?.status).toBe("met");
  });

  it("holds no date, identifier, reference or word of the source", () => {
    const mark = "Zq7";
    const day = fc.date({ min: new Date("2023-06-01"), max: new Date("2026-06-01"), noInvalidDate: true });
    const code = fc.constantFrom(
      "ICD-10|M54.5",
      "ICD-10-CM|S32.010A",
      "ICD-10-CM|M80.88",
      "ICD-10|S32.0",
      "LOINC|85394-5",
      "LOINC|24966-4",
      "LOINC|2000-8",
      "LOINC|24968-0",
      "ATC|M05BA08",
      "ATC|H02AB",
      "ICD-10-CM|M32.9",
      "SNOMED CT|413712001",
      "local|",
    );
    const unit = fc.constantFrom(null, "1", "g/cm2", "mmol/L", `${mark}unit`);
    const one = fc.record({ day, code, unit, value: fc.constantFrom(null, -2.5, 0.8, 2.4), suffix: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), day, (made, born) => {
        const iso = (date: Date): string => date.toISOString().slice(0, 10);
        const events = made.map(({ day, code, unit, value, suffix }, index) => ({
          ...event(1, iso(day), `${code}${suffix ? mark : ""}`),
          unit,
          value,
          site: `${mark}site`,
          source_ref: `${mark}/${index}`,
        }));
        const sourceId = `${mark}4711`;
        const tables = {
          person: [{ ...person(1), source_id: sourceId, source_ref: `Patient/${sourceId}` }],
          event: events,
          ancestor: [],
        };
        const when = { low: iso(born), high: iso(born) };
        const of = { ...candidate, sourceId, delivery: { number: 1, when, reference: `${mark}d` } };
        const result = exportCase(of, [of.delivery], tables, "PLO-002");
        const text = JSON.stringify(result);
        expect(text).not.toContain(mark);
        expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(text).not.toContain("1992");
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a pseudonym that is none or holds her identifier, and another person's rows", () => {
    const tables = { person: [person(1)], event: [], ancestor: [] };
    for (const pseudonym of ["", "王女士", "x-hospital-4711", "HOSPITAL-4711"]) {
      expect(exportCase(candidate, [candidate.delivery], tables, pseudonym)).toEqual({ kind: "badPseudonym" });
    }
    expect(() => exportCase(candidate, [candidate.delivery], { ...tables, person: [person(2)] }, "PLO-1")).toThrow(
      TypeError,
    );
  });
});
