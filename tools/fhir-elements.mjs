// Writes packages/finder/knowledge/fhir-elements.json from the StructureDefinitions of FHIR R4:
//   node tools/fhir-elements.mjs FOLDER   (with profiles-types.json and profiles-resources.json, hl7.org/fhir/R4)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Resources that a view may read; data types follow from them. The last rows are those of the official tests. */
const RESOURCES = [
  ["Patient", "Observation", "Condition", "Procedure", "Medication", "MedicationRequest", "MedicationAdministration"],
  ["MedicationStatement", "MedicationDispense", "DiagnosticReport", "ImagingStudy", "Encounter", "Immunization"],
  ["AllergyIntolerance", "ServiceRequest", "EpisodeOfCare", "FamilyMemberHistory"],
  ["Device", "ClaimResponse", "DetectedIssue", "Task", "Measure", "Organization"],
].flat();

const folder = process.argv[2];
const definitions = new Map();
for (const file of ["profiles-types.json", "profiles-resources.json"]) {
  for (const { resource } of JSON.parse(readFileSync(join(folder, file), "utf8")).entry) {
    const isType = resource.resourceType === "StructureDefinition" && resource.derivation !== "constraint";
    if (isType) definitions.set(resource.type, resource);
  }
}

const elements = {};
for (const type of RESOURCES) take(type);
const file = {
  source: "HL7 FHIR R4 (4.0.1), StructureDefinitions of resources and data types, snapshots",
  licence: "CC0-1.0",
  checked: "2026-11-26",
  note: "Type of each element; * may repeat, | choice of types under the name without [x]. Made by tools/fhir-elements.mjs.",
  elements,
};
writeFileSync("packages/finder/knowledge/fhir-elements.json", `${JSON.stringify(file)}\n`);

function take(type) {
  const definition = definitions.get(type);
  const isKnown = definition !== undefined && elements[type] === undefined;
  if (!isKnown || !["complex-type", "resource"].includes(definition.kind)) return;
  elements[type] = {};
  const used = new Set();
  for (const element of definition.snapshot.element.slice(1)) {
    const parts = element.path.split(".");
    const name = parts.pop();
    const owner = parts.join(".");
    elements[owner] ??= {};
    elements[owner][name] = `${typeOf(element, used)}${element.max === "1" || element.max === "0" ? "" : "*"}`;
  }
  for (const next of used) take(next);
}

function typeOf(element, used) {
  if (element.contentReference) return element.contentReference.replace(/.*#/, "");
  return element.type
    .map(({ code, extension }) => {
      if (code === "BackboneElement" || code === "Element") return element.path;
      if (code.startsWith("http://hl7.org/fhirpath/System.")) return extension?.[0]?.valueUrl ?? "string";
      used.add(code);
      return code;
    })
    .join("|");
}
