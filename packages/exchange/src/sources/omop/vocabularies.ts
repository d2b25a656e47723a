import type { CodeSystem } from "@materbone/finder";

/**
 * Code system of a `vocabulary_id`; others keep their OMOP name.
 *
 * @see OHDSI Vocabulary-v5.0, table VOCABULARY: SNOMED, LOINC, ICD10, ICD10CM, ICD9CM, RxNorm, ATC, CPT4, HCPCS
 */
export const VOCABULARY_SYSTEMS: Readonly<Record<string, CodeSystem>> = {
  SNOMED: "SNOMED CT",
  LOINC: "LOINC",
  ICD10: "ICD-10",
  ICD10CM: "ICD-10-CM",
  ICD9CM: "ICD-9-CM",
  RxNorm: "RxNorm",
  ATC: "ATC",
  CPT4: "CPT",
  HCPCS: "HCPCS",
};
