import type { CodeSystem, EventKind } from "../contract.ts";
import { csvField } from "./csv-field.ts";
import { CONCEPTS, type Concept } from "./knowledge.ts";

/** Concepts of a site begin above two thousand million, by the convention of OMOP. */
const OWN_CONCEPTS = 2_000_000_001;
const VOCABULARIES: Readonly<Partial<Record<CodeSystem, string>>> = {
  "SNOMED CT": "SNOMED",
  LOINC: "LOINC",
  "ICD-10-CM": "ICD10CM",
  RxNorm: "RxNorm",
  ATC: "ATC",
};
const DOMAINS: Readonly<Record<EventKind, string>> = {
  condition: "Condition",
  procedure: "Procedure",
  measurement: "Measurement",
  drug: "Drug",
  imaging: "Procedure",
  visit: "Visit",
  pregnancy: "Condition",
};

/** What OMOP writes for a concept: standard concept (0 for none), source value and source concept. */
export type OmopCodes = { readonly concept: number; readonly sourceValue: string; readonly sourceConcept: number };

/** Codes of each concept, in the order of their numbers. */
export const OMOP_CODES: readonly OmopCodes[] = CONCEPTS.map((concept, index) => {
  const coding = concept.codings.at(-1);
  const isStandardItself = concept.omopConcept !== undefined && concept.codings.length === 1;
  const own = OWN_CONCEPTS + index;
  return {
    concept: concept.omopConcept ?? (concept.omopAncestor === undefined ? 0 : own),
    sourceValue: coding?.code ?? concept.local.code,
    sourceConcept: isStandardItself || concept.kind === "visit" ? (concept.omopConcept ?? own) : own,
  };
});

export const CONCEPT_COLUMNS =
  "concept_id,concept_name,domain_id,vocabulary_id,concept_class_id,standard_concept,concept_code,valid_start_date,valid_end_date,invalid_reason";

/** Rows of `concept` for the codes in use. */
export function conceptRows(): readonly string[] {
  const rows = CONCEPTS.flatMap((concept, index) => {
    const codes = OMOP_CODES[index] as OmopCodes;
    const rowsOfOne: string[] = [];
    if (concept.omopConcept !== undefined) rowsOfOne.push(standardRow(concept, concept.omopConcept));
    if (codes.sourceConcept >= OWN_CONCEPTS) rowsOfOne.push(sourceRow(concept, codes));
    if (concept.omopAncestor !== undefined) {
      rowsOfOne.push(
        row(concept.omopAncestor, concept.local.textEn, "Drug", "ATC", "ATC 4th", "C", concept.codings[0]?.code ?? ""),
      );
    }
    return rowsOfOne;
  });
  return [...new Set(rows)];
}

export const ANCESTOR_COLUMNS =
  "ancestor_concept_id,descendant_concept_id,min_levels_of_separation,max_levels_of_separation";

/** Rows of `concept_ancestor`: every concept under itself, and what stands under a class. */
export function ancestorRows(): readonly string[] {
  const rows = CONCEPTS.flatMap((concept, index) => {
    const { concept: standard } = OMOP_CODES[index] as OmopCodes;
    const itself = standard === 0 ? [] : [`${standard},${standard},0,0`];
    if (concept.omopAncestor === undefined) return itself;
    return [
      ...itself,
      `${concept.omopAncestor},${concept.omopAncestor},0,0`,
      `${concept.omopAncestor},${standard},1,1`,
    ];
  });
  return [...new Set(rows)];
}

/** The coding that the standard concept stands for is the first; without one the vocabulary is not known. */
function standardRow(concept: Concept, id: number): string {
  const coding = concept.codings[0];
  const vocabulary = concept.kind === "visit" ? "Visit" : coding === undefined ? "None" : VOCABULARIES[coding.system];
  const code = coding?.code ?? (concept.kind === "visit" ? (concept.encounterClass ?? "") : String(id));
  return row(id, concept.omopName ?? "", domain(concept), vocabulary ?? "None", "", "S", code);
}

function sourceRow(concept: Concept, codes: OmopCodes): string {
  const coding = concept.codings.at(-1);
  const vocabulary = coding === undefined ? "SyntheticHospital" : (VOCABULARIES[coding.system] ?? "None");
  const standard = codes.concept === codes.sourceConcept ? "S" : "";
  return row(codes.sourceConcept, concept.local.textEn, domain(concept), vocabulary, "", standard, codes.sourceValue);
}

function domain(concept: Concept): string {
  return concept.omop === "observation" ? "Observation" : DOMAINS[concept.kind];
}

function row(
  id: number,
  name: string,
  domainId: string,
  vocabulary: string,
  conceptClass: string,
  standard: string,
  code: string,
): string {
  return [
    id,
    csvField(name),
    domainId,
    vocabulary,
    conceptClass,
    standard,
    csvField(code),
    "1970-01-01",
    "2099-12-31",
    "",
  ].join(",");
}
