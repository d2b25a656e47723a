import type { CodeSystem } from "../contract.ts";
import type { HospitalOptions } from "./answer-key.ts";
import { type Append, type HospitalChunk, hospitalText } from "./hospital-text.ts";
import { CONCEPTS, type Concept } from "./knowledge.ts";
import type { PersonDraft } from "./person-draft.ts";
import { birthText, clockText, dayText, sourceId } from "./person-text.ts";

/** Code system of the hospital's own codes. */
export const LOCAL_SYSTEM = "https://materbone.example/synthetic-hospital";
const SYSTEM_URIS: Readonly<Partial<Record<CodeSystem, string>>> = {
  "SNOMED CT": "http://snomed.info/sct",
  LOINC: "http://loinc.org",
  "ICD-10-CM": "http://hl7.org/fhir/sid/icd-10-cm",
  RxNorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ATC: "http://www.whocc.no/atc",
};
/** A type has a new file after so many persons. */
const PERSONS_PER_FILE = 100_000;
const UCUM = "http://unitsofmeasure.org";
const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";

/**
 * The hospital as FHIR R4 Bulk Data: NDJSON, one resource per line, one file per type (`Condition.000.ndjson`) and per
 * 100 000 persons. Dates and times carry their own offset.
 */
export function renderFhir(options: HospitalOptions): Generator<HospitalChunk> {
  return hospitalText(options, () => undefined, writePerson);
}

/** What stands between identifier and subject, and after the time, in every resource of a concept. */
type Frame = { readonly type: string; readonly head: string; readonly timeKey: string; readonly tail: string };
const frames: readonly Frame[] = CONCEPTS.map(frame);
const quantities = CONCEPTS.map((concept) =>
  (concept.units ?? []).map(
    (unit) => `,"unit":${JSON.stringify(unit)},"system":"${UCUM}","code":${JSON.stringify(unit)}}`,
  ),
);

function frame(concept: Concept): Frame {
  const code = JSON.stringify(codeableConcept(concept));
  const type = concept.fhir;
  switch (type) {
    case "Encounter":
      return {
        type,
        head: `"status":"finished","class":{"system":"${TERMINOLOGY}/v3-ActCode","code":"${concept.encounterClass ?? "AMB"}"},"type":[${code}]`,
        timeKey: "period",
        tail: "",
      };
    case "Condition":
      return {
        type,
        head: `"clinicalStatus":${status("condition-clinical", "active")},"verificationStatus":${status("condition-ver-status", "confirmed")},"category":[${status("condition-category", "encounter-diagnosis")}],"code":${code}`,
        timeKey: "onsetDateTime",
        tail: "",
      };
    case "Procedure":
      return { type, head: `"status":"completed","code":${code}`, timeKey: "performedDateTime", tail: "" };
    case "Observation": {
      const category = concept.csv === "density" ? "imaging" : "laboratory";
      const site = concept.site === undefined ? "" : `,"bodySite":${JSON.stringify({ text: concept.site })}`;
      return {
        type,
        head: `"status":"final","category":[${status("observation-category", category)}],"code":${code}`,
        timeKey: "effectiveDateTime",
        tail: site,
      };
    }
    case "MedicationRequest":
      return {
        type,
        head: `"status":"completed","intent":"order","medicationCodeableConcept":${code}`,
        timeKey: "authoredOn",
        tail: "",
      };
    case "ImagingStudy":
      return { type, head: `"status":"available","procedureCode":[${code}]`, timeKey: "started", tail: "" };
  }
}

function status(system: string, code: string): string {
  return JSON.stringify({ coding: [{ system: `${TERMINOLOGY}/${system}`, code }] });
}

function codeableConcept({ codings, local }: Concept): object {
  const coding = codings.map(({ system, code, display }) => {
    const uri = SYSTEM_URIS[system];
    if (uri === undefined) throw new RangeError(`no URI for the code system ${system}`);
    return { system: uri, code, display };
  });
  const own = { system: LOCAL_SYSTEM, code: local.code, display: local.text };
  return { coding: coding.length > 0 ? coding : [own], text: local.text };
}

function writePerson(draft: PersonDraft, append: Append): void {
  const block = String(Math.floor((draft.number - 1) / PERSONS_PER_FILE)).padStart(3, "0");
  const id = sourceId(draft.number);
  const gender = draft.sex === undefined ? "" : `,"gender":"${draft.sex}"`;
  append(
    `Patient.${block}.ndjson`,
    `{"resourceType":"Patient","id":"${id}"${gender},"birthDate":"${birthText(draft)}"}\n`,
  );
  for (let k = 0; k < draft.length; k++) {
    const at = draft.order[k] as number;
    const number = draft.concept[at] as number;
    const { type, head, timeKey, tail } = frames[number] as Frame;
    const time = timeText(draft, at);
    let text = `{"resourceType":"${type}","id":"${id}-${at}",${head},"subject":{"reference":"Patient/${id}"}`;
    if (type === "Encounter") text += `,"period":{"start":"${time}","end":"${time}"}`;
    else text += `,"encounter":{"reference":"Encounter/${id}-${draft.visit[at]}"},"${timeKey}":"${time}"`;
    const unit = draft.unit[at] as number;
    if (unit >= 0) text += `,"valueQuantity":{"value":${draft.value[at]}${quantities[number]?.[unit] ?? "}"}`;
    append(`${type}.${block}.ndjson`, `${text}${tail}}\n`);
  }
}

const offsets = new Map<number, string>();

function timeText(draft: PersonDraft, at: number): string {
  const offset = draft.offset[at] as number;
  let suffix = offsets.get(offset);
  if (suffix === undefined) {
    suffix = `:00${offset < 0 ? "-" : "+"}${clockText(Math.abs(offset))}`;
    offsets.set(offset, suffix);
  }
  return `${dayText(draft.day[at] as number)}T${clockText(draft.minute[at] as number)}${suffix}`;
}
