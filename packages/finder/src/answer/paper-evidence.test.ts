import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { presetDefinition } from "../definition/presets.ts";
import { resolveDefinition } from "../definition/resolve-definition.ts";
import { compileQuery } from "../evaluate/compile-query.ts";
import type { Row } from "../ir/relation.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { delivery, event, person } from "../plan/small-cohort.fixture.ts";
import type { Candidate } from "./answer.ts";
import { evidenceRecords } from "./evidence-line.ts";
import { readAnswer } from "./read-answer.ts";
import { sayEvidence, saySettle, sayWhat } from "./say-answer.ts";

const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("no preset");
const definition = resolveDefinition(paper);
const evaluate = compileQuery(planDefinition(definition));
const [en, zh] = [createTerms("en"), createTerms("zh")];

function only(events: readonly Row[]): Candidate {
  const rows = evaluate({ person: [person(1)], event: [delivery(1, "2024-03-10"), ...events], ancestor: [] });
  const [candidate] = readAnswer(definition, rows).candidates;
  if (candidate === undefined) throw new Error("no candidate");
  return candidate;
}

const scan = (code: string, value: number, unit?: string) =>
  event(1, "2024-07-01", `LOINC|${code}`, { value, kind: "measurement", ...(unit === undefined ? {} : { unit }) });
const vertebra = event(1, "2024-06-20", "ICD-10|S32.000");
const hip = event(1, "2024-06-20", "ICD-10|S72.000");

describe("evidence of the paper's definition", () => {
  const said = ({ evidence }: Candidate): readonly string[] =>
    evidenceRecords(evidence).map(({ line, beside }) => sayWhat(line, en, beside));

  it("prints scores with one decimal and density in g/cm2 with three, whatever the source left out", () => {
    const candidate = only([
      vertebra,
      scan("85394-5", -3, "1"),
      scan("80933-5", -1.96),
      scan("38267-1", -3, "{T-score}"),
      scan("24966-4", 0.81, "g/cm2"),
      scan("38261-4", 677, "mg/cm2"),
    ]);
    expect(said(candidate)).toEqual([
      expect.stringContaining("S32.000"),
      expect.stringMatching(/24966-4 .*, 0\.810 g\/cm²$/),
      expect.stringMatching(/38261-4 .*, 677 mg\/cm²$/),
      expect.stringMatching(/38267-1 .*, \u22123\.0$/),
      // As it is compared: -1.96 prints, and counts, as -2.0.
      expect.stringMatching(/80933-5 .*, \u22122\.0$/),
      expect.stringMatching(/85394-5 .*, \u22123\.0$/),
    ]);
  });

  it("has one line for a low Z-score, which is a bone density too", () => {
    const { evidence, delivery: birth } = only([vertebra, scan("85394-5", -3, "1")]);
    const records = evidenceRecords(evidence).filter(({ line }) => line.code === "85394-5");
    expect(records.map(({ line, beside }) => sayEvidence(line, definition, birth.when, en, beside))).toEqual([
      "Bone density, Z-score ≤ \u22122.0: LOINC 85394-5 (DXA Lumbar spine [Z-score] Bone density), \u22123.0; 2024-07-01, 113 days (3 months) after delivery [Event/1-LOINC|85394-5-2024-07-01]",
    ]);
  });

  it("shows a diagnosis of osteoporosis, which no criterion asks for", () => {
    const told = only([vertebra, event(1, "2024-09-01", "ICD-10|M81.800"), event(1, "2019-09-01", "ICD-10|M81.800")]);
    const lines = told.evidence.filter(({ stream }) => stream === "osteoporosis");
    // What lies years before is another story: the clock looks back a year.
    expect(lines.map(({ when, display }) => [when?.low, display?.of])).toEqual([["2024-09-01", "M81"]]);
    expect([told.tier, told.flags]).toEqual(["fracture", []]);
    const rows = evaluate({
      person: [person(1)],
      event: [delivery(1, "2024-03-10"), event(1, "2024-09-01", "ICD-10|M81.800")],
      ancestor: [],
    });
    expect(readAnswer(definition, rows).candidates).toEqual([]);
  });

  it("asks for images of the hip where the hip is broken, and of the spine where a vertebra is", () => {
    const asked = (candidate: Candidate): readonly string[] => candidate.settle.map(({ settler }) => settler);
    const broken = only([hip, scan("85394-5", -3, "1")]);
    expect(broken.tier).toBe("fracture_with_low_z");
    expect(asked(broken)).toContain("hip_imaging");
    expect(asked(broken)).not.toContain("spine_imaging");
    expect(broken.settle.map((item) => saySettle(item, broken, zh))).toContain(
      "髋部影像（X 线、CT 或 MRI）是否显示骨折？（编码骨折位于髋部）",
    );
    expect(asked(only([vertebra]))).toContain("spine_imaging");
    expect(asked(only([vertebra]))).not.toContain("hip_imaging");
    expect(asked(only([vertebra, hip]))).toEqual(expect.arrayContaining(["spine_imaging", "hip_imaging"]));
  });
});
