import { COHORT_SCHEMA, type ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Cell } from "../ir/relation.ts";

const source = { cite: "made for tests", status: "assumed", checked: "2026-11-26" } as const;
const named = (en: string) => ({ en, zh: en });

/** A cohort small enough to work by hand: fracture with low Z, fracture, drug, and pain without imaging. */
export const SMALL_COHORT: ResolvedDefinition = {
  schema: COHORT_SCHEMA,
  id: "small",
  version: "1",
  name: named("Small cohort"),
  sources: [source],
  concepts: {
    delivery: {
      name: named("Delivery"),
      include: [{ system: "SNOMED CT", code: "66348005", match: "exact" }],
    },
    fracture: {
      name: named("Vertebral fracture"),
      include: [
        { system: "ICD-10", code: "M80.8", match: "prefix" },
        { system: "OMOP", code: "4174520", match: "descendants" },
      ],
      exclude: [{ system: "ICD-10", code: "M80.85", match: "prefix" }],
    },
    z_spine: { name: named("Z spine"), include: [{ system: "LOINC", code: "85394-5", match: "exact" }] },
    pain: { name: named("Back pain"), include: [{ system: "ICD-10", code: "M54", match: "prefix" }] },
    imaging: { name: named("Spine imaging"), include: [{ system: "local", code: "脊柱MRI", match: "exact" }] },
    drug: { name: named("Zoledronic acid"), include: [{ system: "ATC", code: "M05BA", match: "prefix" }] },
    imperfecta: { name: named("OI"), include: [{ system: "ICD-10", code: "Q78.0", match: "prefix" }] },
  },
  streams: {
    delivery: { name: named("Delivery"), concepts: ["delivery"], kinds: ["procedure"] },
    fracture: { name: named("Fracture"), concepts: ["fracture"] },
    low_z: {
      name: named("Low Z-score"),
      concepts: ["z_spine"],
      units: [
        { unit: "1", factor: 1 },
        { unit: "", factor: 1, none: true },
      ],
      plausible: { from: -10, to: 10 },
      value: { op: "<=", number: -2, decimals: 1 },
    },
    density: { name: named("DXA"), concepts: ["z_spine"] },
    pain: { name: named("Back pain"), concepts: ["pain"] },
    imaging: { name: named("Imaging"), concepts: ["imaging"] },
    drug: { name: named("Drug"), concepts: ["drug"] },
    imperfecta: { name: named("OI"), concepts: ["imperfecta"] },
  },
  windows: {
    around: { name: named("Late pregnancy to 18 months"), from: { months: -3 }, to: { months: 18 } },
    after: { name: named("18 months after delivery"), from: { days: 0 }, to: { months: 18 } },
    two_years: { name: named("Two years after delivery"), from: { days: 0 }, to: { months: 24 } },
    ever: { name: named("At any time"), from: "open", to: "open" },
  },
  population: { sexes: ["female"], ageYears: { from: 15, to: 49 } },
  episodes: { delivery: "delivery", spacingDays: 168, source },
  exclusions: [
    {
      id: "imperfecta",
      name: named("Osteogenesis imperfecta"),
      when: { event: "imperfecta", window: "ever" },
      effect: "exclude",
    },
  ],
  tiers: [
    {
      id: "fracture_low_z",
      name: named("Fracture with low Z"),
      when: {
        all: [
          { event: "fracture", window: "around" },
          { event: "low_z", window: "around" },
        ],
      },
      settle: ["fracture_mechanism"],
    },
    {
      id: "fracture",
      name: named("Fracture"),
      when: { event: "fracture", window: "around" },
      settle: ["dxa_z_score"],
    },
    { id: "drug", name: named("Drug"), when: { event: "drug", window: "two_years" }, settle: ["drug_indication"] },
    {
      id: "pain",
      name: named("Pain without imaging"),
      when: {
        all: [
          { event: "pain", window: "after", atLeastDays: 3, spanDays: 42 },
          { not: { event: "imaging", window: "after" } },
        ],
      },
      settle: ["spine_imaging"],
    },
  ],
  clock: { pain: "pain", imaging: "imaging", density: "density", drug: "drug", window: "around" },
};

/** The small cohort whose second tier asks for a fracture, coded as new, without an accident from 14 days before to 7 days after it. */
export const ACCIDENT_COHORT: ResolvedDefinition = {
  ...SMALL_COHORT,
  concepts: {
    ...SMALL_COHORT.concepts,
    accident: { name: named("Accident"), include: [{ system: "ICD-10", code: "V", match: "prefix" }] },
    fracture: {
      name: named("Vertebral fracture"),
      include: [
        { system: "ICD-10", code: "M80.8", match: "prefix" },
        { system: "ICD-10", code: "S32.0", match: "prefix" },
        { system: "ICD-10-CM", code: "M80.8", match: "prefix" },
        { system: "ICD-10-CM", code: "S32.0", match: "prefix" },
        { system: "ICD-10-CM", code: "S320", match: "prefix" },
        { system: "SNOMED CT", code: "443165006", match: "exact" },
      ],
    },
  },
  streams: {
    ...SMALL_COHORT.streams,
    accident: { name: named("Accident"), concepts: ["accident"] },
    fracture: { name: named("Fracture"), concepts: ["fracture"], laterVisits: "leaveOut" },
    earlier_fracture: { name: named("Earlier fracture"), concepts: ["fracture"], laterVisits: "only" },
  },
  windows: {
    ...SMALL_COHORT.windows,
    known: { name: named("Up to 18 months after delivery"), from: "open", to: { months: 18 } },
  },
  exclusions: [
    {
      id: "imperfecta",
      name: named("Osteogenesis imperfecta"),
      when: { event: "imperfecta", window: "known" },
      effect: "exclude",
    },
    {
      id: "earlier_fracture",
      name: named("Earlier fracture"),
      when: { event: "earlier_fracture", window: "around" },
      effect: "flag",
    },
  ],
  tiers: SMALL_COHORT.tiers.map((tier) =>
    tier.id === "fracture"
      ? {
          ...tier,
          when: { event: "fracture", window: "around", notNear: { event: "accident", days: { before: 14, after: 7 } } },
        }
      : tier,
  ),
};

/** The small cohort whose second tier asks for a fracture with an accident near it, and that flags an undated or late one of them. */
export const NEAR_COHORT: ResolvedDefinition = {
  ...ACCIDENT_COHORT,
  exclusions: [
    ...ACCIDENT_COHORT.exclusions.filter(({ id }) => id === "imperfecta"),
    {
      id: "injured",
      name: named("Fracture of an accident"),
      when: { event: "fracture", window: "known", near: { event: "accident", days: { before: 14, after: 7 } } },
      effect: "flag",
    },
  ],
  tiers: ACCIDENT_COHORT.tiers.map((tier) =>
    tier.id === "fracture"
      ? {
          ...tier,
          when: { event: "fracture", window: "around", near: { event: "accident", days: { before: 14, after: 7 } } },
        }
      : tier,
  ),
};

type EventOptions = {
  readonly value?: number;
  readonly unit?: string;
  readonly kind?: string;
  readonly until?: string;
};

/** A woman of the contract, born on 5 May 1992 unless told otherwise; a date of two parts is a month, of one a year. */
export function person(id: number, options: { readonly sex?: string | null; readonly born?: string | null } = {}) {
  const born = options.born === undefined ? "1992-05-05" : options.born;
  return {
    person_id: id,
    source_id: `w${id}`,
    sex: options.sex === undefined ? "female" : options.sex,
    birth_low: born === null ? null : days(born)[0],
    birth_high: born === null ? null : days(born)[1],
    source_ref: `Patient/w${id}`,
  } satisfies Record<string, Cell>;
}

/** One coded event; `code` is written `system|code`. */
export function event(id: number, date: string | null, code: string, options: EventOptions = {}) {
  const [system = "", own = ""] = code.split("|");
  const [low, high] = date === null ? [null, null] : days(date);
  return {
    person_id: id,
    kind: options.kind ?? "condition",
    system,
    code: own,
    date_low: low,
    date_high: high,
    value: options.value ?? null,
    unit: options.unit ?? null,
    site: null,
    source_ref: `Event/${id}-${code}-${date}`,
  } satisfies Record<string, Cell>;
}

export function delivery(id: number, date: string) {
  return event(id, date, "SNOMED CT|66348005", { kind: "procedure" });
}

function days(date: string): readonly [string, string] {
  const [year, month, day] = date.split("-").map(Number);
  if (day !== undefined) return [date, date];
  if (month === undefined) return [`${date}-01-01`, `${date}-12-31`];
  const last = new Date(Date.UTC(year ?? 0, month, 0)).getUTCDate();
  return [`${date}-01`, `${date}-${String(last).padStart(2, "0")}`];
}
