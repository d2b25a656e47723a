import { describe, expect, it } from "vitest";
import knowledge from "../../knowledge/generator.json" with { type: "json" };
import type { HospitalChunk } from "./hospital-text.ts";
import { renderCsv } from "./render-csv.ts";
import { renderFhir } from "./render-fhir.ts";
import { renderOmop } from "./render-omop.ts";

// Readers of the three formats that share nothing with the renderers but the list of codes. A fact is one line:
// person, day, concept, value, unit.

const OPTIONS = { seed: 11, persons: 500 };
type Codes = {
  codings: { system: string; code: string }[];
  local: { code: string; text: string };
  omopConcept?: number;
};
const concepts = knowledge.concepts as unknown as (Codes & { key: string; omop: string; csv: string })[];

function keyOf(what: string, isIt: (concept: (typeof concepts)[number]) => boolean): string {
  const found = concepts.filter(isIt);
  if (found.length !== 1) throw new Error(`${what} stands for ${found.length} concepts`);
  return found[0]?.key ?? "";
}

function filesOf(chunks: Iterable<HospitalChunk>): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, text } of chunks) {
    const name = file.replace(/^data\//, "");
    files.set(name, (files.get(name) ?? "") + text);
  }
  return files;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  "http://snomed.info/sct": "SNOMED CT",
  "http://loinc.org": "LOINC",
  "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
  "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
  "http://www.whocc.no/atc": "ATC",
};

type Coding = { system: string; code: string };
type Resource = {
  resourceType: string;
  id: string;
  status?: string;
  code?: { coding: Coding[] };
  type?: { coding: Coding[] }[];
  procedureCode?: { coding: Coding[] }[];
  medicationCodeableConcept?: { coding: Coding[] };
  subject?: { reference: string };
  encounter?: { reference: string };
  valueQuantity?: { value: number; code: string };
  period?: { start: string };
  onsetDateTime?: string;
  performedDateTime?: string;
  effectiveDateTime?: string;
  authoredOn?: string;
  started?: string;
  gender?: string;
  birthDate?: string;
};

function timeOf(resource: Resource): string | undefined {
  return (
    resource.period?.start ??
    resource.onsetDateTime ??
    resource.performedDateTime ??
    resource.effectiveDateTime ??
    resource.authoredOn ??
    resource.started
  );
}

function codingOf(resource: Resource): Coding | undefined {
  const concept =
    resource.code ?? resource.type?.[0] ?? resource.procedureCode?.[0] ?? resource.medicationCodeableConcept;
  return concept?.coding[0];
}

function resourcesOf(files: Map<string, string>): Resource[] {
  return [...files].flatMap(([file, text]) => {
    if (!file.endsWith(".ndjson")) return [];
    const resources = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Resource);
    for (const { resourceType } of resources) expect(file.startsWith(`${resourceType}.`)).toBe(true);
    return resources;
  });
}

type Facts = { persons: string[]; facts: string[] };

function fhirFacts(files: Map<string, string>): Facts {
  const persons: string[] = [];
  const facts: string[] = [];
  for (const resource of resourcesOf(files)) {
    if (resource.resourceType === "Patient") {
      persons.push([resource.id, resource.gender, resource.birthDate].join());
      continue;
    }
    const { system = "", code = "" } = codingOf(resource) ?? {};
    const key = keyOf(`${system}|${code}`, ({ codings, local }) =>
      codings[0] === undefined
        ? local.code === code
        : codings[0].code === code && codings[0].system === SYSTEMS[system],
    );
    const value = resource.valueQuantity;
    facts.push(
      [
        resource.subject?.reference.split("/")[1],
        timeOf(resource)?.slice(0, 10),
        key,
        value?.value ?? "",
        value?.code ?? "",
      ].join(),
    );
  }
  return { persons, facts };
}

/** Rows of a CSV text without quotes in it. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  expect(text).not.toContain('"');
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

function omopFacts(files: Map<string, string>): Facts {
  const facts: string[] = [];
  const two = (text = ""): string => text.padStart(2, "0");
  const persons = rowsOf(files.get("person.csv") ?? "").map((row) => {
    const birth = [row.year_of_birth, row.month_of_birth, row.day_of_birth].filter((part) => part !== "").map(two);
    return [row.person_source_value, row.gender_concept_id === "8532" ? "female" : "male", birth.join("-")].join();
  });
  for (const table of [
    "visit_occurrence",
    "condition_occurrence",
    "procedure_occurrence",
    "measurement",
    "drug_exposure",
    "observation",
  ]) {
    for (const row of rowsOf(files.get(`${table}.csv`) ?? "")) {
      const names = Object.keys(row);
      const cell = (end: string): string => row[names.find((name) => name.endsWith(end)) ?? ""] ?? "";
      const source = cell("_source_value");
      const key = keyOf(`${table} ${source}`, (concept) => {
        const last = concept.codings.at(-1)?.code ?? concept.local.code;
        return (
          concept.omop === table &&
          last === source &&
          (concept.omopConcept ?? 0) % 2e9 === (Number(row[names[2] ?? ""]) >= 2e9 ? 0 : Number(row[names[2] ?? ""]))
        );
      });
      facts.push([row.person_id, cell("_date"), key, row.value_as_number ?? "", row.unit_source_value ?? ""].join());
    }
  }
  return { persons, facts };
}

function csvFacts(files: Map<string, string>): Facts {
  const facts: string[] = [];
  const persons = rowsOf(files.get("患者.csv") ?? "").map((row) =>
    [row.患者ID, row.性别 === "女" ? "female" : "male", row.出生日期].join(),
  );
  const tables: readonly (readonly [string, string, string, string])[] = [
    ["就诊.csv", "visit", "就诊时间", "就诊类型"],
    ["门诊诊断.csv", "diagnosis", "诊断时间", "诊断编码"],
    ["住院诊断.csv", "diagnosis", "诊断时间", "诊断编码"],
    ["手术操作.csv", "procedure", "操作时间", "操作编码"],
    ["检验.csv", "laboratory", "检验时间", "项目名称"],
    ["骨密度.csv", "density", "检查时间", "项目名称"],
    ["影像检查.csv", "imaging", "检查时间", "检查名称"],
    ["处方.csv", "prescription", "开方时间", "药品编码"],
  ];
  for (const [file, table, time, code] of tables) {
    for (const row of rowsOf(files.get(file) ?? "")) {
      const isNamed = code.endsWith("名称");
      const key = keyOf(
        `${file} ${row[code]}`,
        (concept) => concept.csv === table && row[code] === (isNamed ? concept.local.text : concept.local.code),
      );
      const isScore = /值$/.test(row.项目名称 ?? "") && table === "density";
      const unit = row.单位 ?? "";
      facts.push(
        [row.患者ID, row[time]?.slice(0, 10), key, row.结果 ?? "", isScore && unit === "" ? "1" : unit].join(),
      );
    }
  }
  return { persons, facts };
}

const fhirFiles = filesOf(renderFhir(OPTIONS));
const omopFiles = filesOf(renderOmop(OPTIONS));
const csvFiles = filesOf(renderCsv(OPTIONS));
const sorted = ({ persons, facts }: Facts): Facts => ({ persons: persons.toSorted(), facts: facts.toSorted() });
const fhir = sorted(fhirFacts(fhirFiles));

describe("one hospital in three formats", () => {
  it("tells the same facts in OMOP as in FHIR", () => {
    expect(sorted(omopFacts(omopFiles))).toEqual(fhir);
  });

  it("tells the same facts in plain CSV as in FHIR", () => {
    expect(sorted(csvFacts(csvFiles))).toEqual(fhir);
  });

  it("has partial birth dates, 29 February and values among its facts", () => {
    expect(fhir.persons).toHaveLength(OPTIONS.persons);
    expect(fhir.persons.some((person) => /,\d{4}$/.test(person))).toBe(true);
    expect(fhir.persons.some((person) => /,\d{4}-\d\d$/.test(person))).toBe(true);
    expect(fhir.persons.some((person) => /-02-29$/.test(person))).toBe(true);
    expect(fhir.facts.some((fact) => /,z_spine,.*,mg\/cm2$/.test(fact))).toBe(true);
    expect(fhir.facts.some((fact) => /,z_spine,-\d\.?\d?,1$/.test(fact))).toBe(true);
  });

  it("has one answer key", () => {
    const key = fhirFiles.get("answer-key.jsonl");
    const [head = "", ...entries] = key?.trimEnd().split("\n") ?? [];
    expect(JSON.parse(head)).toEqual({ schema: "materbone/answer-key/1", ...OPTIONS });
    expect(entries).toHaveLength(100);
    expect(omopFiles.get("answer-key.jsonl")).toBe(key);
    expect(csvFiles.get("answer-key.jsonl")).toBe(key);
  });
});

describe("FHIR", () => {
  const resources = resourcesOf(fhirFiles);

  it("has identifiers that are legal and unique within their type", () => {
    const ids = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of resources) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
  });

  it("refers to patients and encounters that are there", () => {
    const ids = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    for (const { resourceType, subject, encounter } of resources) {
      if (resourceType === "Patient") continue;
      expect(ids.has(subject?.reference ?? "")).toBe(true);
      if (resourceType !== "Encounter") expect(ids.has(encounter?.reference ?? "")).toBe(true);
    }
  });

  it("has dates and times of the calendar with an offset, one of them not that of the hospital", () => {
    const times = resources.flatMap((resource) => timeOf(resource) ?? []);
    expect(times).toHaveLength(resources.length - OPTIONS.persons);
    for (const time of times) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
      expect(Number.isNaN(Date.parse(time))).toBe(false);
    }
    expect(times.some((time) => time.endsWith("T23:45:00-05:00"))).toBe(true);
  });

  // Elements with minimum 1 in the R4 definitions, beside those that every reader needs.
  it.each([
    ["Encounter", ["status", "class", "subject", "period", "type"]],
    ["Condition", ["subject", "code", "clinicalStatus", "verificationStatus", "onsetDateTime"]],
    ["Procedure", ["status", "subject", "code", "performedDateTime"]],
    ["Observation", ["status", "code", "subject", "effectiveDateTime", "valueQuantity"]],
    ["MedicationRequest", ["status", "intent", "medicationCodeableConcept", "subject", "authoredOn"]],
    ["ImagingStudy", ["status", "subject", "started", "procedureCode"]],
  ])("has the elements of a %s", (type, elements) => {
    const ofType = resources.filter(({ resourceType }) => resourceType === type);
    expect(ofType.length).toBeGreaterThan(0);
    for (const resource of ofType) for (const element of elements) expect(resource).toHaveProperty(element);
  });
});

describe("OMOP", () => {
  const tables = [
    "visit_occurrence",
    "condition_occurrence",
    "procedure_occurrence",
    "measurement",
    "drug_exposure",
    "observation",
  ];
  const rowsOfTable = (table: string): Record<string, string>[] => rowsOf(omopFiles.get(`${table}.csv`) ?? "");

  it("has a row of concept for every concept in use, 0 aside", () => {
    const known = new Set(rowsOfTable("concept").map((row) => row.concept_id));
    for (const row of tables.flatMap(rowsOfTable)) {
      for (const [name, value] of Object.entries(row)) {
        if (/_concept_id$/.test(name) && value !== "0") expect(known.has(value), `${name} ${value}`).toBe(true);
      }
    }
    expect(known.size).toBe(rowsOfTable("concept").length);
  });

  it("has every row's person and visit, and keys once each", () => {
    const persons = new Set(rowsOfTable("person").map((row) => row.person_id));
    const visits = new Set(rowsOfTable("visit_occurrence").map((row) => row.visit_occurrence_id));
    for (const table of tables) {
      const rows = rowsOfTable(table);
      for (const row of rows) {
        expect(persons.has(row.person_id)).toBe(true);
        expect(visits.has(row.visit_occurrence_id)).toBe(true);
      }
      const [key = ""] = Object.keys(rows[0] ?? {});
      expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
    }
  });
});
