import { OMOP_GENDER } from "../plan/omop-tables.ts";
import type { HospitalOptions } from "./answer-key.ts";
import { csvField } from "./csv-field.ts";
import { type Append, type HospitalChunk, hospitalText } from "./hospital-text.ts";
import { CONCEPTS, type Concept } from "./knowledge.ts";
import {
  ANCESTOR_COLUMNS,
  ancestorRows,
  CONCEPT_COLUMNS,
  conceptRows,
  OMOP_CODES,
  type OmopCodes,
} from "./omop-vocabulary.ts";
import { FIRST_IDENTIFIER, MOST_FACTS, type PersonDraft } from "./person-draft.ts";
import { birthText, dayText, sourceId } from "./person-text.ts";

const GENDERS = { ...OMOP_GENDER, other: 0 } as const;

/** Columns of the written tables, those of CDM 5.4 that are required or filled. */
const COLUMNS: Readonly<Record<Concept["omop"] | "person", string>> = {
  person:
    "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,race_concept_id,ethnicity_concept_id,person_source_value,gender_source_value",
  visit_occurrence:
    "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date,visit_type_concept_id,visit_source_value,visit_source_concept_id",
  condition_occurrence:
    "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_type_concept_id,visit_occurrence_id,condition_source_value,condition_source_concept_id",
  procedure_occurrence:
    "procedure_occurrence_id,person_id,procedure_concept_id,procedure_date,procedure_type_concept_id,visit_occurrence_id,procedure_source_value,procedure_source_concept_id",
  measurement:
    "measurement_id,person_id,measurement_concept_id,measurement_date,measurement_type_concept_id,value_as_number,value_as_concept_id,unit_concept_id,visit_occurrence_id,measurement_source_value,measurement_source_concept_id,unit_source_value,value_source_value",
  drug_exposure:
    "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,drug_type_concept_id,visit_occurrence_id,drug_source_value,drug_source_concept_id",
  observation:
    "observation_id,person_id,observation_concept_id,observation_date,observation_type_concept_id,visit_occurrence_id,observation_source_value,observation_source_concept_id",
};

const sourceValues = OMOP_CODES.map(({ sourceValue }) => csvField(sourceValue));

/**
 * The hospital as tables of the OMOP Common Data Model 5.4 in CSV, with `concept` and `concept_ancestor` of the codes in
 * use. A code without a standard concept has concept 0 and a source concept above 2 000 000 000. Dates are days as written:
 * this model keeps no offset and no partial date of an event.
 */
export function renderOmop(options: HospitalOptions): Generator<HospitalChunk> {
  return hospitalText(options, writeHeads, writePerson);
}

function writeHeads(append: Append): void {
  append("concept.csv", `${[CONCEPT_COLUMNS, ...conceptRows()].join("\n")}\n`);
  append("concept_ancestor.csv", `${[ANCESTOR_COLUMNS, ...ancestorRows()].join("\n")}\n`);
  for (const [table, columns] of Object.entries(COLUMNS)) append(`${table}.csv`, `${columns}\n`);
}

function writePerson(draft: PersonDraft, append: Append): void {
  const id = FIRST_IDENTIFIER + draft.number;
  const [year = "", month = "", day = ""] = birthText(draft).split("-");
  const birth = [year, month === "" ? "" : Number(month), day === "" ? "" : Number(day)].join(",");
  const gender = draft.sex === undefined ? 0 : GENDERS[draft.sex];
  append("person.csv", `${id},${gender},${birth},,0,0,${sourceId(draft.number)},${draft.sex ?? ""}\n`);
  for (let k = 0; k < draft.length; k++) {
    const at = draft.order[k] as number;
    const number = draft.concept[at] as number;
    const { omop } = CONCEPTS[number] as Concept;
    append(`${omop}.csv`, rowText(draft, at, number, omop));
  }
}

function rowText(draft: PersonDraft, at: number, number: number, table: Concept["omop"]): string {
  const { concept, sourceConcept } = OMOP_CODES[number] as OmopCodes;
  const first = draft.number * MOST_FACTS;
  const head = `${first + at},${FIRST_IDENTIFIER + draft.number},${concept},${dayText(draft.day[at] as number)}`;
  const source = `${sourceValues[number] as string},${sourceConcept}`;
  const visit = first + (draft.visit[at] as number);
  switch (table) {
    case "visit_occurrence":
      return `${head},${dayText(draft.day[at] as number)},0,${source}\n`;
    case "drug_exposure":
      return `${head},${dayText(draft.day[at] as number)},0,${visit},${source}\n`;
    case "measurement": {
      const unit = draft.unit[at] as number;
      const value = unit < 0 ? "" : String(draft.value[at]);
      const unitText = unit < 0 ? "" : (CONCEPTS[number]?.units?.[unit] ?? "");
      return `${head},0,${value},0,0,${visit},${source},${csvField(unitText)},${value}\n`;
    }
    default:
      return `${head},0,${visit},${source}\n`;
  }
}
