import type { Source, Text } from "@materbone/clinical";
import data from "../../knowledge/generator.json" with { type: "json" };
import type { CodeSystem, EventKind } from "../contract.ts";

/** Where a format keeps a fact. */
type Place = {
  readonly fhir: "Encounter" | "Condition" | "Procedure" | "Observation" | "MedicationRequest" | "ImagingStudy";
  readonly omop:
    | "visit_occurrence"
    | "condition_occurrence"
    | "procedure_occurrence"
    | "measurement"
    | "drug_exposure"
    | "observation";
  readonly csv: "visit" | "diagnosis" | "procedure" | "laboratory" | "density" | "imaging" | "prescription";
};

/** One thing that a synthetic hospital writes down, with its codes in every format. */
export type Concept = Place & {
  readonly key: string;
  readonly kind: EventKind;
  /** Codings in FHIR, the last one is also the source value in OMOP; empty for what has a local code only. */
  readonly codings: readonly { readonly system: CodeSystem; readonly code: string; readonly display: string }[];
  /** Standard concept of OMOP, absent where the list of codes has none. */
  readonly omopConcept?: number;
  readonly omopName?: string;
  /** Concept of OMOP under which the source concept stands. */
  readonly omopAncestor?: number;
  /** Class of an encounter in FHIR. */
  readonly encounterClass?: string;
  /** The hospital's own code with its words. */
  readonly local: { readonly code: string; readonly text: string; readonly textEn: string };
  /** Units in UCUM that a value may be written in, the right one first; absent where there is no value. */
  readonly units?: readonly string[];
  /** Body site as written. */
  readonly site?: string;
  /** Ordinary values of a laboratory test, in the first unit. */
  readonly normal?: { readonly mean: number; readonly sd: number; readonly decimals: number };
};

/** A story that a planted person lives, PLO or a near miss. */
export type Story = {
  readonly tag: string;
  readonly isPlo: boolean;
  readonly name: Text;
  /** Tier that the definition `paper` gives the person, null for no candidate, and the exclusions that flag her there. */
  readonly tier: string | null;
  readonly flags: readonly string[];
  readonly mustSee: Text;
  /** Share among PLO women of the rate; 0 or absent for stories that are only planted. */
  readonly share?: number;
  /** Near misses per million deliveries. */
  readonly perMillionDeliveries?: number;
};

type Rated = { readonly value: number; readonly source: Source };
type Knowledge = {
  readonly version: string;
  readonly calendar: { readonly from: string; readonly lastDelivery: string; readonly to: string };
  /** Persons up to number `first` of whom each `every`th lives a story. */
  readonly planted: { readonly first: number; readonly every: number };
  readonly rates: Readonly<
    Record<
      | "ploPerMillionDeliveries"
      | "female"
      | "motherOfThoseWhoCould"
      | "secondDelivery"
      | "caesarean"
      | "postpartumBackPainVisit"
      | "visitsMean"
      | "olderWomanOsteoporosis"
      | "diagnosisLaterThan16Weeks",
      Rated
    >
  >;
  readonly published: {
    readonly cases: readonly {
      readonly case: number;
      readonly painMonths: number;
      readonly imagingMonths: number;
      readonly densityMonths: number;
      readonly drugMonths: number;
      readonly zSpine: number;
      readonly zNeck: number;
      readonly zHip: number;
    }[];
  };
  readonly density: Readonly<Record<"spine" | "hip", { readonly mean: number; readonly sd: number }>>;
  readonly stories: readonly Story[];
  readonly concepts: readonly Concept[];
};

/** Codes, rates and stories of the synthetic hospital, each rate with its source. */
export const GENERATOR = data as unknown as Knowledge;

/** The concepts in the order of their numbers. */
export const CONCEPTS: readonly Concept[] = GENERATOR.concepts;

const numbersByKey = new Map(CONCEPTS.map((concept, index) => [concept.key, index]));

/**
 * Number of a concept in `CONCEPTS`.
 *
 * @throws RangeError when the knowledge has no such key
 */
export function conceptNumber(key: string): number {
  const index = numbersByKey.get(key);
  if (index === undefined) throw new RangeError(`the generator knows no concept ${key}`);
  return index;
}

/** The concept of a number. */
export function conceptOf(index: number): Concept {
  const concept = CONCEPTS[index];
  if (concept === undefined) throw new RangeError(`the generator has no concept number ${index}`);
  return concept;
}
