import { dayInterval, isoDate } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { codeSystem } from "../definition/code-system.ts";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { presetDefinition } from "../definition/presets.ts";
import { resolveDefinition } from "../definition/resolve-definition.ts";
import { compileQuery } from "../evaluate/compile-query.ts";
import { compileView } from "../fhir/evaluate-view.ts";
import { shippedViews } from "../fhir/shipped-views.ts";
import type { Row } from "../ir/relation.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { type ScoredCandidate, score } from "../score/score.ts";
import { answerKey } from "./answer-key.ts";
import { csvMapping } from "./csv-mapping.ts";
import type { HospitalChunk } from "./hospital-text.ts";
import { renderCsv } from "./render-csv.ts";
import { renderFhir } from "./render-fhir.ts";
import { renderOmop } from "./render-omop.ts";

// The answer key says which tier the shipped definition of the paper gives each planted person. The evaluator over one
// person's rows must find just that, from the text of FHIR through the shipped views, the tables of OMOP and plain CSV by its mapping.

function resolved(id: string): ResolvedDefinition {
  const definition = presetDefinition(id);
  if (definition === undefined) throw new Error(`no definition ${id}`);
  return resolveDefinition(definition);
}

const SIZE = { seed: 1, persons: 1000 } as const;

function textsOf(chunks: Iterable<HospitalChunk>): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, text } of chunks) files.set(file, (files.get(file) ?? "") + text);
  return files;
}

type Rows = { readonly person: Row[]; readonly event: Row[] };
type Hospital = { readonly persons: Map<string, Rows>; readonly ancestor: readonly Row[] };

function personRow(id: string, sex: string | null, birth: string): Row {
  const { earliest, latest } = dayInterval(birth);
  const [low, high] = [isoDate(earliest), isoDate(latest)];
  return { person_id: Number(id), source_id: id, sex, birth_low: low, birth_high: high, source_ref: `person/${id}` };
}

/** Through the shipped views of FHIR. */
function fhirHospital(): Hospital {
  const views = shippedViews().events.map(compileView);
  const persons = new Map<string, Rows>();
  const lines = [...textsOf(renderFhir(SIZE))].flatMap(([file, text]) =>
    file.endsWith(".ndjson") ? text.trimEnd().split("\n") : [],
  );
  const resources = lines.map(
    (line) => JSON.parse(line) as { resourceType: string; id: string; gender: string; birthDate: string },
  );
  for (const { resourceType, id, gender, birthDate } of resources) {
    if (resourceType === "Patient") persons.set(id, { person: [personRow(id, gender, birthDate)], event: [] });
  }
  for (const row of resources.flatMap((resource) => views.flatMap((view) => view(resource)))) {
    const date = String(row.date).slice(0, 10);
    persons.get(String(row.patient))?.event.push({
      person_id: Number(row.patient),
      kind: String(row.kind),
      system: codeSystem(String(row.system)) ?? String(row.system),
      code: String(row.code),
      date_low: date,
      date_high: date,
      value: typeof row.value === "number" ? row.value : null,
      unit: typeof row.unit === "string" ? row.unit : null,
      site: null,
      source_ref: String(row.id),
    });
  }
  return { persons, ancestor: [] };
}

/** From the tables of OMOP: the standard concept and the code of the source concept of each row. */
function omopHospital(): Hospital {
  const files = textsOf(renderOmop(SIZE));
  const table = (name: string): Record<string, string>[] => {
    const [head = "", ...lines] = (files.get(`data/${name}.csv`) ?? "").trimEnd().split("\n");
    const names = head.split(",");
    return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
  };
  const codes = new Map(
    table("concept").map((row) => [row.concept_id, [row.vocabulary_id, row.concept_code] as const]),
  );
  const persons = new Map<string, Rows>();
  for (const row of table("person")) {
    const birth = [row.year_of_birth, row.month_of_birth, row.day_of_birth].flatMap((part) =>
      part === undefined || part === "" ? [] : [part.padStart(2, "0")],
    );
    const sex = row.gender_concept_id === "8532" ? "female" : "male";
    const id = row.person_id ?? "";
    persons.set(id, { person: [personRow(id, sex, birth.join("-"))], event: [] });
  }
  for (const name of ["condition_occurrence", "procedure_occurrence", "measurement", "drug_exposure", "observation"]) {
    for (const row of table(name)) {
      const ending = (end: string): string => Object.entries(row).find(([column]) => column.endsWith(end))?.[1] ?? "";
      const [vocabulary = "", code = ""] = codes.get(ending("_source_concept_id")) ?? [];
      const standard = Object.values(row)[2] ?? "0";
      const both = [...(standard === "0" ? [] : [["OMOP", standard]]), [codeSystem(vocabulary) ?? vocabulary, code]];
      const date = ending("_date");
      for (const [system = "", own = ""] of both) {
        persons.get(row.person_id ?? "")?.event.push({
          person_id: Number(row.person_id),
          kind: KINDS[name] ?? "measurement",
          system,
          code: own,
          date_low: date,
          date_high: date,
          value: row.value_as_number === undefined || row.value_as_number === "" ? null : Number(row.value_as_number),
          unit: row.unit_source_value === undefined || row.unit_source_value === "" ? null : row.unit_source_value,
          site: null,
          source_ref: `${name}/${Object.values(row)[0]}`,
        });
      }
    }
  }
  const ancestor = table("concept_ancestor").map((row) => ({
    system: "OMOP",
    ancestor_code: row.ancestor_concept_id ?? "",
    descendant_code: row.descendant_concept_id ?? "",
  }));
  return { persons, ancestor };
}

/** From the plain CSV files by their mapping. */
function csvHospital(): Hospital {
  const files = textsOf(renderCsv(SIZE));
  const persons = new Map<string, Rows>();
  for (const { file, person, events = [] } of csvMapping("utf-8").tables) {
    const [head = "", ...lines] = (files.get(`data/${file}`) ?? "").trimEnd().split("\n");
    const names = head.split(",");
    for (const [number, line] of lines.entries()) {
      const cells = new Map(line.split(",").map((cell, i) => [names[i] ?? "", cell]));
      const cell = (column: string): string => {
        const text = cells.get(column);
        if (text === undefined) throw new Error(`${file} has no column ${column}`);
        return text;
      };
      if (person !== undefined) {
        const id = cell(person.id);
        const sex = cell(person.sex) === "女" ? "female" : "male";
        persons.set(id, { person: [personRow(id, sex, cell(person.birthDate))], event: [] });
      }
      for (const { kind, person: id, date, code, value, unit } of events) {
        const written = cell(code.column);
        const day = cell(date).slice(0, 10);
        const { system, code: own } = code.values?.[written] ?? { system: code.system, code: written };
        persons.get(cell(id))?.event.push({
          person_id: Number(cell(id)),
          kind,
          system,
          code: own,
          date_low: day,
          date_high: day,
          value: value === undefined || cell(value) === "" ? null : Number(cell(value)),
          unit: unit === undefined || cell(unit.column) === "" ? null : cell(unit.column),
          site: null,
          source_ref: `${file}:${number + 2}`,
        });
      }
    }
  }
  return { persons, ancestor: [] };
}

const KINDS: Readonly<Record<string, string>> = {
  condition_occurrence: "condition",
  procedure_occurrence: "procedure",
  measurement: "measurement",
  drug_exposure: "drug",
};
const HOSPITALS = { fhir: fhirHospital, omop: omopHospital, csv: csvHospital } as const;

const definition = resolved("paper");
const evaluate = compileQuery(planDefinition(definition));

describe.each(["fhir", "omop", "csv"] as const)("the definition of the paper over the codes of %s", (format) => {
  const candidates: ScoredCandidate[] = [];
  const flags = new Map<string, string[]>();
  const { persons, ancestor } = HOSPITALS[format]();
  for (const [id, { person, event }] of persons) {
    for (const row of evaluate({ person, event, ancestor })) {
      if (row.part === "candidate") {
        candidates.push({
          sourceId: id,
          tier: String(row.item),
          deliveryLow: String(row.delivery_low),
          deliveryHigh: String(row.delivery_high),
        });
      }
      if (row.part === "flag") flags.set(id, [...(flags.get(id) ?? []), String(row.item)]);
    }
  }
  const key = [...answerKey(SIZE)];

  it("gives every person of the key the tier, the flags and the delivery that the key says", () => {
    const wrong = key.flatMap((entry) => {
      const rows = candidates.filter((row) => row.sourceId === entry.sourceId);
      const tiers = rows.map(({ tier }) => tier);
      const told = `${entry.sourceId} ${entry.story}: ${tiers.join()} ${(flags.get(entry.sourceId) ?? []).join()}`;
      const isRight =
        tiers.join() === (entry.tier ?? "") && (entry.tier === null || rows[0]?.deliveryLow === entry.delivery);
      const hasFlags = entry.tier === null || entry.flags.every((flag) => flags.get(entry.sourceId)?.includes(flag));
      return isRight && hasFlags ? [] : [told];
    });
    expect(wrong).toEqual([]);
  });

  it("finds every PLO woman, and no one who lives no story", () => {
    const result = score(candidates, key);
    expect(result.sensitivity).toMatchObject({ estimate: 1 });
    expect(result.wrongDelivery).toEqual([]);
    expect(result.falseCandidates.filter(({ story }) => story === null)).toEqual([]);
    // Three kinds of near miss look like PLO to the codes; their readers see the difference.
    expect(new Set(result.falseCandidates.map(({ story }) => story))).toEqual(
      new Set(["near-heparin", "near-glucocorticoid", "near-t-as-z"]),
    );
  });
});

it("every tier and flag of a story is one of the definition", () => {
  const tiers = new Set(definition.tiers.map(({ id }) => id));
  const exclusions = new Set(definition.exclusions.map(({ id }) => id));
  for (const { tier, flags } of answerKey({ seed: 1, persons: 200 })) {
    if (tier !== null) expect(tiers).toContain(tier);
    for (const flag of flags) expect(exclusions).toContain(flag);
  }
});
