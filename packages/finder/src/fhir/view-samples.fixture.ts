import { readFileSync } from "node:fs";

const folder = new URL("../../golden/fhir-samples/", import.meta.url);

type RowsFile = {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly (readonly unknown[])[]>>;
};

/** Lines of one type of one sample and the rows that jq gives of them, as in `golden/fhir-samples/rows.json`. */
export type ViewSample = {
  /** `bulk-synthea-a.Observation` */
  readonly name: string;
  readonly resource: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
};

export function viewSamples(): readonly ViewSample[] {
  const file = JSON.parse(readFileSync(new URL("rows.json", folder), "utf8")) as RowsFile;
  return Object.entries(file.rows).map(([name, rows]) => {
    const resource = name.split(".")[1] ?? "";
    const lines = readFileSync(new URL(`${name}.ndjson`, folder), "utf8")
      .split("\n")
      .filter((line) => line !== "");
    return {
      name,
      resource,
      lines,
      rows,
      columns: resource === "Patient" ? ["id", "gender", "birthDate"] : file.columns,
    };
  });
}

/** Rows as lists in the order of `columns`, sorted. */
export function asLists(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly string[],
): readonly string[] {
  return sorted(rows.map((row) => columns.map((name) => row[name])));
}

export function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** Resources with what samples lack: each is told with what its view must give. */
export const HARD_RESOURCES: readonly {
  readonly what: string;
  readonly resource: Readonly<Record<string, unknown>> & { readonly resourceType: string };
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}[] = [
  {
    what: "two codings of one diagnosis are two rows; a period gives its begin",
    resource: {
      resourceType: "Condition",
      id: "c1",
      subject: { reference: "http://host/fhir/Patient/p1/_history/2" },
      code: {
        coding: [
          { system: "http://snomed.info/sct", code: "64859006" },
          { system: "urn:x", code: "M80" },
        ],
        text: "t",
      },
      onsetPeriod: { start: "2024-03" },
      recordedDate: "2024-05-01",
    },
    rows: [
      { patient: "p1", system: "http://snomed.info/sct", code: "64859006", date: "2024-03" },
      { patient: "p1", system: "urn:x", code: "M80", date: "2024-03" },
    ],
  },
  {
    what: "a refuted diagnosis is left out",
    resource: {
      resourceType: "Condition",
      id: "c2",
      subject: { reference: "Patient/p1" },
      verificationStatus: { coding: [{ code: "refuted" }] },
      code: { coding: [{ code: "a" }] },
    },
    rows: [],
  },
  {
    what: "a diagnosis in words only has its words, and no system",
    resource: {
      resourceType: "Condition",
      id: "c3",
      subject: { reference: "Patient/p1" },
      code: { text: "back pain" },
    },
    rows: [{ patient: "p1", system: null, code: "back pain" }],
  },
  {
    what: "words beside a code are not read",
    resource: {
      resourceType: "Condition",
      id: "c4",
      code: { coding: [{ system: "s", code: "M54.5" }, { display: "lumbago" }], text: "back pain" },
    },
    rows: [{ system: "s", code: "M54.5" }],
  },
  {
    what: "a coding of a name alone has that name",
    resource: { resourceType: "Procedure", id: "p2", code: { coding: [{ system: "s", display: "caesarean" }] } },
    rows: [{ system: null, code: "caesarean" }],
  },
  {
    what: "a diagnosis of nothing is a row without a code",
    resource: { resourceType: "Condition", id: "c5", subject: { reference: "Patient/p1" } },
    rows: [{ patient: "p1", code: null }],
  },
  {
    what: "a drug by the name of a reference that leads nowhere has that name",
    resource: {
      resourceType: "MedicationRequest",
      id: "m6",
      contained: [{ resourceType: "Medication", id: "a", code: { text: "zoledronic acid" } }],
      medicationReference: { display: "alendronate" },
    },
    rows: [{ system: null, code: "alendronate", medication: null }],
  },
  {
    what: "a contained drug in words has its words",
    resource: {
      resourceType: "MedicationStatement",
      id: "m7",
      contained: [{ resourceType: "Medication", id: "a", code: { text: "zoledronic acid" } }],
      medicationReference: { reference: "#a" },
    },
    rows: [{ system: null, code: "zoledronic acid", medication: null }],
  },
  {
    what: "words of a measurement and of its parts have their own values",
    resource: {
      resourceType: "Observation",
      id: "o3",
      code: { text: "骨密度" },
      component: [{ code: { text: "Z值" }, valueQuantity: { value: -2.4 } }],
    },
    rows: [
      { code: "骨密度", value: null },
      { code: "Z值", value: -2.4 },
    ],
  },
  {
    what: "a visit has its type in words and its reason by code",
    resource: {
      resourceType: "Encounter",
      id: "e",
      type: [{ text: "门诊" }],
      reasonCode: [{ coding: [{ code: "M54.5" }] }],
    },
    rows: [{ code: "门诊" }, { code: "M54.5" }],
  },
  {
    what: "a procedure that was not done is left out",
    resource: {
      resourceType: "Procedure",
      id: "p",
      status: "not-done",
      subject: { reference: "Patient/p1" },
      code: { coding: [{ code: "a" }] },
    },
    rows: [],
  },
  ...["preparation", "on-hold"].map((status) => ({
    what: `a procedure of the status ${status} is left out`,
    resource: { resourceType: "Procedure", id: "p", status, code: { coding: [{ code: "a" }] } },
    rows: [],
  })),
  ...["in-progress", "stopped", "completed", "unknown"].map((status) => ({
    what: `a procedure of the status ${status} counts`,
    resource: { resourceType: "Procedure", id: "p", status, code: { coding: [{ code: "a" }] } },
    rows: [{ code: "a" }],
  })),
  ...["planned", "cancelled", "entered-in-error"].map((status) => ({
    what: `a visit of the status ${status} is left out`,
    resource: { resourceType: "Encounter", id: "e", status, type: [{ coding: [{ code: "a" }] }] },
    rows: [],
  })),
  ...["arrived", "triaged", "in-progress", "onleave", "finished", "unknown"].map((status) => ({
    what: `a visit of the status ${status} counts`,
    resource: { resourceType: "Encounter", id: "e", status, type: [{ coding: [{ code: "a" }] }] },
    rows: [{ code: "a" }],
  })),
  ...[
    { onsetAge: { value: 12, unit: "a" } },
    { onsetRange: { low: { value: 12 }, high: { value: 14 } } },
    { onsetString: "in childhood" },
    { onsetPeriod: { end: "2010-05" } },
  ].map((onset) => ({
    what: `a diagnosis with ${Object.keys(onset).join()} alone has no date, whenever it was recorded`,
    resource: {
      resourceType: "Condition",
      id: "c6",
      code: { coding: [{ code: "a" }] },
      recordedDate: "2024-05-01",
      ...onset,
    },
    rows: [{ code: "a", date: null }],
  })),
  {
    what: "a diagnosis without an onset has the day of its record",
    resource: { resourceType: "Condition", id: "c7", code: { coding: [{ code: "a" }] }, recordedDate: "2024-05-01" },
    rows: [{ code: "a", date: "2024-05-01" }],
  },
  {
    what: "the first body site counts, in words where it has no code",
    resource: {
      resourceType: "Procedure",
      id: "p",
      status: "completed",
      subject: { reference: "urn:uuid:1-2" },
      code: { coding: [{ code: "a" }] },
      bodySite: [{ text: "hip" }, { coding: [{ code: "b" }] }],
      performedDateTime: "2024-01-01T23:30:00-05:00",
    },
    rows: [{ patient: "1-2", site: "hip", date: "2024-01-01T23:30:00-05:00" }],
  },
  {
    what: "a negative value is kept, a value below a bound is none, a component has its own",
    resource: {
      resourceType: "Observation",
      id: "o1",
      status: "final",
      subject: { reference: "Patient/p1" },
      effectiveInstant: "2024-01-02T00:00:00Z",
      code: { coding: [{ code: "main" }] },
      valueQuantity: { value: 5, comparator: "<", unit: "ng/L" },
      component: [
        {
          code: { coding: [{ code: "z" }] },
          valueQuantity: { value: -2.1, unit: "Z", code: "1", system: "http://unitsofmeasure.org" },
        },
        { code: { coding: [{ code: "n" }] }, valueInteger: 0 },
        { code: { coding: [{ code: "e" }] } },
      ],
    },
    rows: [
      { code: "main", value: null, unit: "ng/L", date: "2024-01-02T00:00:00Z" },
      { code: "z", value: -2.1, unit: "1" },
      { code: "n", value: 0, unit: null },
      { code: "e", value: null, unit: null },
    ],
  },
  {
    what: "codings of an answer are rows of their own, of parts too",
    resource: {
      resourceType: "Observation",
      id: "o4",
      status: "final",
      subject: { reference: "Patient/p1" },
      effectiveDateTime: "2024-02",
      code: { coding: [{ code: "finding" }] },
      valueCodeableConcept: { coding: [{ system: "s", code: "M80" }, { display: "words" }, { code: "N" }] },
      component: [
        { code: { coding: [{ code: "part" }] }, valueCodeableConcept: { coding: [{ system: "t", code: "S32" }] } },
        { code: { text: "in words" }, valueCodeableConcept: { text: "only words" } },
      ],
    },
    rows: [
      { kind: "measurement", code: "finding", value: null },
      { kind: "measurement", code: "part", value: null },
      { kind: "measurement", code: "in words", value: null },
      { kind: "answer", system: "s", code: "M80", patient: "p1", date: "2024-02", value: null, unit: null },
      { kind: "answer", system: null, code: "N" },
      { kind: "answer", system: "t", code: "S32" },
    ],
  },
  {
    what: "a null among codings is a coding without a code, and another has one",
    resource: { resourceType: "Observation", id: "o2", status: "final", code: { coding: [null, { code: "a" }] } },
    rows: [{ patient: null, code: "a" }],
  },
  {
    what: "only the contained drug that is referred to counts",
    resource: {
      resourceType: "MedicationRequest",
      id: "m1",
      status: "active",
      subject: { reference: "Patient/p1" },
      authoredOn: "2024",
      contained: [
        { resourceType: "Medication", id: "a", code: { coding: [{ code: "alendronate" }] } },
        { resourceType: "Medication", id: "b", code: { coding: [{ code: "ibuprofen" }] } },
        { resourceType: "Organization", id: "a" },
      ],
      medicationReference: { reference: "#a" },
    },
    rows: [{ code: "alendronate", medication: null, date: "2024" }],
  },
  {
    what: "a drug elsewhere is named by its id",
    resource: {
      resourceType: "MedicationAdministration",
      id: "m2",
      status: "completed",
      subject: { reference: "Patient/p1" },
      effectivePeriod: { start: "2024-02-03" },
      medicationReference: { reference: "Medication/77" },
    },
    rows: [{ code: null, medication: "77", date: "2024-02-03" }],
  },
  {
    what: "an order not to give is no drug",
    resource: {
      resourceType: "MedicationRequest",
      id: "m3",
      status: "active",
      doNotPerform: true,
      medicationCodeableConcept: { coding: [{ code: "a" }] },
    },
    rows: [],
  },
  {
    what: "a dispense has the day handed over",
    resource: {
      resourceType: "MedicationDispense",
      id: "m4",
      status: "completed",
      whenPrepared: "2024-01-01",
      whenHandedOver: "2024-01-03",
      medicationCodeableConcept: { coding: [{ code: "a" }] },
    },
    rows: [{ date: "2024-01-03", kind: "drug" }],
  },
  {
    what: "what a patient says she takes, without a begin, has the day of the statement",
    resource: {
      resourceType: "MedicationStatement",
      id: "m5",
      status: "active",
      dateAsserted: "2024-01-05",
      medicationCodeableConcept: { coding: [{ code: "a" }] },
    },
    rows: [{ date: "2024-01-05" }],
  },
  {
    what: "a report of radiology is imaging",
    resource: {
      resourceType: "DiagnosticReport",
      id: "d",
      status: "final",
      category: [{ coding: [{ code: "LAB" }] }, { coding: [{ code: "RAD" }] }],
      code: { coding: [{ code: "a" }] },
    },
    rows: [{ kind: "imaging", code: "a" }],
  },
  {
    what: "modalities of series count where the study names none",
    resource: {
      resourceType: "ImagingStudy",
      id: "i",
      status: "available",
      started: "2024-06-01",
      procedureCode: [{ coding: [{ code: "p" }] }],
      series: [{ modality: { code: "DX" } }, { modality: { code: "MR" }, bodySite: { code: "spine" } }],
    },
    rows: [
      { code: "p", site: "spine" },
      { code: "DX", site: "spine" },
      { code: "MR", site: "spine" },
    ],
  },
];
