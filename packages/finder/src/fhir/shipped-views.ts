import condition from "../../knowledge/views/condition.json" with { type: "json" };
import diagnosticReport from "../../knowledge/views/diagnostic-report.json" with { type: "json" };
import encounter from "../../knowledge/views/encounter.json" with { type: "json" };
import imagingStudy from "../../knowledge/views/imaging-study.json" with { type: "json" };
import medication from "../../knowledge/views/medication.json" with { type: "json" };
import medicationAdministration from "../../knowledge/views/medication-administration.json" with { type: "json" };
import medicationDispense from "../../knowledge/views/medication-dispense.json" with { type: "json" };
import medicationRequest from "../../knowledge/views/medication-request.json" with { type: "json" };
import medicationStatement from "../../knowledge/views/medication-statement.json" with { type: "json" };
import observation from "../../knowledge/views/observation.json" with { type: "json" };
import patient from "../../knowledge/views/patient.json" with { type: "json" };
import procedure from "../../knowledge/views/procedure.json" with { type: "json" };
import { type FhirView, parseView } from "./fhir-view.ts";

/**
 * The ViewDefinitions of `knowledge/views`, as their files have them.
 *
 * - `person`: `id`, `gender`, `birthDate`.
 * - `medication`: `id`, `system`, `code` of drugs that records name by reference.
 * - `events`: `patient`, `kind`, `system`, `code`, `date` (as written), `value`, `unit`, `site`, `id` of the resource; one row
 *   per coding, or one with the words of a concept that has no code and then no system. Those of drugs also have
 *   `medication`: the id of a Medication resource, in a row without a code.
 */
const FHIR_VIEW_DEFINITIONS = {
  person: patient,
  medication,
  events: [
    condition,
    procedure,
    observation,
    medicationRequest,
    medicationAdministration,
    medicationStatement,
    medicationDispense,
    diagnosticReport,
    imagingStudy,
    encounter,
  ],
} as const;

export type ShippedViews = {
  readonly person: FhirView;
  readonly medication: FhirView;
  readonly events: readonly FhirView[];
};

/** The shipped views, parsed. */
export function shippedViews(): ShippedViews {
  const { person, medication: drugs, events } = FHIR_VIEW_DEFINITIONS;
  return { person: parseView(person), medication: parseView(drugs), events: events.map(parseView) };
}
