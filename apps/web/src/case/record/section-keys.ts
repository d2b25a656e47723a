import type { RecordKey } from "../../fields/record-spec.ts";
import { type SectionId, sectionWords } from "../case-words.ts";

export const SECTION_IDS = Object.keys(sectionWords) as readonly SectionId[];

/** The parts of the record that a section holds. */
export const SECTION_KEYS: Readonly<Record<SectionId, readonly RecordKey[]>> = {
  person: ["person"],
  pregnancies: ["pregnancies"],
  history: ["history"],
  comorbidities: ["comorbidities"],
  symptoms: ["symptoms", "symptomCourse", "scores"],
  fractures: ["fractures", "imaging"],
  events: ["events"],
  scans: ["scans"],
  laboratory: ["laboratory"],
  treatments: ["treatments"],
  workup: ["workup"],
  genetics: ["genetics"],
  outcomes: ["adverseEvents", "outcomes"],
  plan: ["plan"],
  notes: ["label", "id", "origin", "tags", "note", "source"],
};
