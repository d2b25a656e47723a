import type { CaseRecord, Comorbidity, Text, Treatment } from "@materbone/clinical";
import knowledge from "../../knowledge/case-export.json" with { type: "json" };
import { type CodedEvent, fromCode } from "./coded-event.ts";

type Imaging = NonNullable<CaseRecord["imaging"]>[number];
type ClinicalEvent = NonNullable<CaseRecord["events"]>[number];
type Symptom = NonNullable<CaseRecord["symptoms"]>[number];

/** From here on, months from a delivery, codes are of the course of its pregnancy, as the shipped definitions look at it. */
export const COURSE_FROM_MONTHS = -12;

const FIRST: Text = { en: "First coded then; it may have begun before.", zh: "为首次编码时间，实际可能更早。" };
const UNSURE: Text = { en: "A code, not a checked diagnosis.", zh: "仅为编码，未经核实。" };

const CONDITIONS: Readonly<Record<string, Comorbidity["condition"]>> = {
  osteogenesis_imperfecta: "osteogenesisImperfecta",
  primary_hyperparathyroidism: "primaryHyperparathyroidism",
  hyperthyroidism: "hyperthyroidism",
  cushing_syndrome: "cushingSyndrome",
  celiac_disease: "coeliacDisease",
  malabsorption: "malabsorption",
  myeloma: "multipleMyeloma",
  rheumatoid_arthritis: "rheumatoidArthritis",
  anorexia_nervosa: "anorexiaNervosa",
  osteomalacia: "osteomalacia",
  puerperal_osteomalacia: "osteomalacia",
  lupus: "systemicLupus",
  marfan_syndrome: "marfanSyndrome",
};

const DRUGS: readonly string[] = ["antiosteoporotic_drug", "vitamin_d_and_calcium", "heparin", "glucocorticoid"];
const DIAGNOSES: readonly string[] = ["plo", "osteoporosis", "osteoporosis_with_fracture"];
const AGENTS: Readonly<Record<string, string>> = knowledge.agents.byName;

/** Back pain and low back pain, each when it was first coded in the course. */
export function caseSymptoms(coded: readonly CodedEvent[]): readonly Symptom[] {
  const pains = inCourse(coded, (concept) => concept === "back_pain");
  return firstOf(pains, symptomOf).map(([symptom, event]) => ({
    symptom,
    onset: event.when,
    note: fromCode(event, FIRST),
  }));
}

/** Every agent of the course once, from its first record; dose and end are not in the contract. */
export function caseTreatments(coded: readonly CodedEvent[]): readonly Treatment[] {
  return firstOf(inCourse(coded, isDrug), ({ rule }) => agentOf(rule.display)).map(([agent, event]) => ({
    agent,
    ...(agent === "other" ? { name: event.rule.display ?? event.rule.code } : {}),
    start: event.when,
    note: fromCode(event),
  }));
}

/** Other diseases that were coded at any time, as questions. */
export function caseComorbidities(coded: readonly CodedEvent[]): readonly Comorbidity[] {
  const known = coded.filter(({ concept }) => Object.hasOwn(CONDITIONS, concept));
  return firstOf(known, ({ concept }) => CONDITIONS[concept] ?? "other").map(([condition, event]) => ({
    condition,
    certainty: "suspected",
    note: fromCode(event, UNSURE),
  }));
}

/** Images of the spine by day (by record where it is not known); what they showed is not in the contract. */
export function caseImaging(coded: readonly CodedEvent[]): readonly Imaging[] {
  const images = inCourse(coded, (concept) => concept === "spine_imaging");
  return firstOf(images, ({ visitKey, rule }) => `${visitKey} ${modalityOf(rule.display)}`).map(([, event]) => ({
    at: event.when,
    modality: modalityOf(event.rule.display),
    region: regionOf(event.rule.display),
    findings: [],
    note: fromCode(event),
  }));
}

/** The first code of osteoporosis in the course, as the day of diagnosis. */
export function caseEvents(coded: readonly CodedEvent[]): readonly ClinicalEvent[] {
  const [first] = inCourse(coded, (concept) => DIAGNOSES.includes(concept));
  return first === undefined ? [] : [{ kind: "diagnosis", at: first.when, note: fromCode(first, FIRST) }];
}

function inCourse(coded: readonly CodedEvent[], fits: (concept: string) => boolean): readonly CodedEvent[] {
  return coded.filter(({ concept, months }) => months >= COURSE_FROM_MONTHS && fits(concept));
}

function firstOf<K extends string>(
  events: readonly CodedEvent[],
  keyOf: (event: CodedEvent) => K,
): readonly (readonly [K, CodedEvent])[] {
  const first = new Map<K, CodedEvent>();
  for (const event of events) if (!first.has(keyOf(event))) first.set(keyOf(event), event);
  return [...first];
}

function isDrug(concept: string): boolean {
  return DRUGS.includes(concept);
}

function symptomOf({ rule }: CodedEvent): "lowBackPain" | "backPain" {
  return /low back/i.test(rule.display ?? "") ? "lowBackPain" : "backPain";
}

function agentOf(display: string | undefined): Treatment["agent"] {
  const agent = AGENTS[(display ?? "").toLowerCase()];
  return agent === undefined ? "other" : (agent as Treatment["agent"]);
}

function modalityOf(display = ""): Imaging["modality"] {
  if (/vertebral fracture assessment/i.test(display)) return "vfa";
  if (/magnetic|^MRI?\b/i.test(display)) return "mri";
  if (/computed|^CT\b/i.test(display)) return "ct";
  // Absorptiometry of the lateral spine is no radiograph, though X-rays are in its name.
  if (/absorptiometry/i.test(display)) return "notStated";
  return /x-ray|^XR\b|^radiologic/i.test(display) ? "radiograph" : "notStated";
}

function regionOf(display = ""): Imaging["region"] {
  const [thoracic, lumbar] = [/thoracic/i.test(display), /lumb/i.test(display)];
  if (/entire|whole/i.test(display)) return "wholeSpine";
  if (thoracic === lumbar || /sacral/i.test(display)) return "other";
  return thoracic ? "thoracicSpine" : "lumbarSpine";
}
