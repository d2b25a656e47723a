import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assess, type CaseRecord, dayInterval, definitionById, monthsBetween, openCase } from "@materbone/clinical";
import {
  answerKey,
  type DeliveryExplanation,
  exportCase,
  presetDefinition,
  resolveDefinition,
  womanExplainer,
} from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peopleOf, snapshotOf } from "./snapshot.fixture.ts";
import { HOSPITAL_FORMATS, type HospitalFormat, writeHospital } from "./write-hospital.ts";

const SIZE = { seed: 11, persons: 300 } as const;
const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("no preset");
const explain = womanExplainer(resolveDefinition(paper));

type Woman = { readonly record: CaseRecord; readonly deliveries: readonly DeliveryExplanation[]; readonly day: string };

let root: string;
const women = new Map<HospitalFormat, ReadonlyMap<string, Woman>>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "materbone-cases-"));
  for (const format of HOSPITAL_FORMATS) {
    await writeHospital(join(root, format), { ...SIZE, format });
    const folder = join(root, `${format}-tables`);
    const tables = await snapshotOf(join(root, format, "data"), folder, "2026-01-01");
    const found = new Map<string, Woman>();
    for (const person of await peopleOf(tables, folder)) {
      const { candidate, deliveries } = explain(person);
      if (candidate === undefined) continue;
      const exported = exportCase(candidate, deliveries, person, "PLO-1");
      if (exported.kind !== "exported") throw new Error(exported.kind);
      found.set(candidate.sourceId, { record: exported.record, deliveries, day: candidate.delivery.when.low });
    }
    women.set(format, found);
  }
}, 300_000);
afterAll(() => rm(root, { recursive: true, force: true }));

function of(format: HospitalFormat): ReadonlyMap<string, Woman> {
  const found = women.get(format);
  if (found === undefined) throw new Error(`${format} was not converted`);
  return found;
}

/** Without notes, which name the codes of the format, and the region of a scan, which OMOP has no column for. */
function bare(record: CaseRecord): unknown {
  return JSON.parse(
    JSON.stringify(record, (key, value) => (key === "note" || key === "vertebrae" ? undefined : value)),
  );
}

it("exports a woman the same from FHIR, OMOP and CSV", () => {
  const records = (format: HospitalFormat) => [...of(format)].map(([id, { record }]) => [id, bare(record)]).sort();
  expect(records("fhir").length).toBeGreaterThan(20);
  expect(records("omop")).toEqual(records("fhir"));
  expect(records("csv")).toEqual(records("fhir"));
});

// What the codes of the generator's FHIR mean, written by hand.
const DENSITY: Readonly<Record<string, string>> = {
  "85394-5": "lumbarSpine zScore",
  "38267-1": "lumbarSpine tScore",
  "24966-4": "lumbarSpine bmdGPerCm2",
  "80934-3": "femoralNeck zScore",
  "80933-5": "totalHip zScore",
  "38264-8": "totalHip tScore",
  "38261-4": "totalHip bmdGPerCm2",
};
const LABORATORY: Readonly<Record<string, string>> = {
  "2000-8": "calcium mmol/L",
  "14879-1": "phosphate mmol/L",
  "6768-6": "alp U/L",
  "1989-3": "vitaminD25oh ng/mL",
  "2731-8": "pth pg/mL",
  "14682-9": "creatinine µmol/L",
  "1751-7": "albumin g/L",
  "3016-3": "tsh mIU/L",
  "41171-0": "betaCtx pg/mL",
  "77370-5": "totalP1np ng/mL",
};

type Observation = {
  readonly resourceType: string;
  readonly subject?: { readonly reference: string };
  readonly effectiveDateTime?: string;
  readonly code?: { readonly coding?: readonly { readonly code: string }[] };
  readonly valueQuantity?: { readonly value: number };
};

async function observations(): Promise<readonly Observation[]> {
  const folder = join(root, "fhir", "data");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ndjson"));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const all = texts.flatMap((text) => text.trimEnd().split("\n")).map((line) => JSON.parse(line) as Observation);
  return all.filter(({ resourceType }) => resourceType === "Observation");
}

describe("the record of a woman", () => {
  it("has every density and laboratory value of the source with its month, and no other", async () => {
    const all = await observations();
    for (const [id, { record, day }] of of("fhir")) {
      const own = all.filter(({ subject }) => subject?.reference === `Patient/${id}`);
      const month = (at: string): number => {
        const months = monthsBetween(dayInterval(day).earliest, dayInterval(at.slice(0, 10)).earliest);
        return Math.round(100 * months) / 100 + 0;
      };
      const inSource = (names: Readonly<Record<string, string>>): readonly string[] =>
        own.flatMap(({ code, effectiveDateTime = "", valueQuantity }) => {
          const name = code?.coding?.flatMap((one) => names[one.code] ?? [])[0];
          const at = month(effectiveDateTime);
          if (name === undefined || valueQuantity === undefined || at < -120) return [];
          return [`${at} ${name} ${valueQuantity.value}`];
        });
      const densities = (record.scans ?? []).flatMap(({ at, sites }) =>
        Object.entries(sites).flatMap(([site, reading]) =>
          (["zScore", "tScore", "bmdGPerCm2"] as const).flatMap((measure) =>
            reading?.[measure] === undefined ? [] : [`${at?.months} ${site} ${measure} ${reading[measure]}`],
          ),
        ),
      );
      // Values that are no score or density under their code are told as left out, not written.
      const possible = inSource(DENSITY).filter((line) => !/Score (?:0\.\d{3}|\d{3})$/.test(line));
      expect([id, ...[...densities].sort()]).toEqual([id, ...[...new Set(possible)].sort()]);
      const laboratory = (record.laboratory ?? []).flatMap(({ at, results }) =>
        results.map(({ analyte, unit, value }) => `${at?.months} ${analyte} ${unit} ${value}`),
      );
      expect([id, ...laboratory.sort()]).toEqual([id, ...[...new Set(inSource(LABORATORY))].sort()]);
    }
  });

  it("has her deliveries, and no one else's", () => {
    const stories = new Map([...answerKey(SIZE)].map(({ sourceId, story }) => [sourceId, story]));
    const second = [...of("fhir")].filter(([id]) => stories.get(id) === "plo-second-pregnancy");
    expect(second.length).toBeGreaterThan(0);
    for (const [, { record, deliveries, day }] of second) {
      const [earlier] = deliveries;
      const months = monthsBetween(dayInterval(day).earliest, dayInterval(earlier?.when.low ?? "").earliest);
      expect(record.pregnancies?.map(({ index }) => index)).toEqual([undefined, true]);
      expect(record.pregnancies?.[0]?.deliveredAt?.months).toBeCloseTo(months, 2);
    }
  });

  it("meets what codes can meet of the paper's definition where the finder's surest tier was met, and leaves the rest open", () => {
    let surest = 0;
    for (const [, { record, deliveries, day }] of of("fhir")) {
      const delivery = deliveries.find(({ when }) => when.low === day);
      const { criteria, outcome } = assess(openCase(record, {}), definitionById("paper-any-site"));
      const status = new Map(criteria.map((criterion) => [criterion.id, criterion.status]));
      // No code says that other causes were looked for.
      expect(status.get("exclusion")).toBe("undecided");
      if (delivery?.tiers.find(({ id }) => id === "fracture_with_low_z")?.answer.answer !== "yes") continue;
      surest += 1;
      expect([status.get("timing"), status.get("density"), outcome]).toEqual(["met", "met", "undecided"]);
      const isStated = record.fractures?.some(({ mechanism }) => mechanism === "noTraumaReported") === true;
      expect(status.get("fragility-fracture")).toBe(isStated ? "met" : "undecided");
    }
    expect(surest).toBeGreaterThan(5);
  });
});
