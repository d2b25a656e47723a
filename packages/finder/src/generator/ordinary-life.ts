import { dayInterval } from "@materbone/clinical";
import { randomNormal } from "@materbone/numerics";
import { densitometry } from "./densitometry.ts";
import { CONCEPTS, type Concept, conceptNumber, GENERATOR } from "./knowledge.ts";
import { measure, openVisit, type PersonDraft, write } from "./person-draft.ts";

export const FROM: number = dayInterval(GENERATOR.calendar.from).earliest;
export const TO: number = dayInterval(GENERATOR.calendar.to).earliest;
export const LAST_DELIVERY: number = dayInterval(GENERATOR.calendar.lastDelivery).earliest;

const rate = GENERATOR.rates;
const numbered = (prefix: string): readonly number[] =>
  CONCEPTS.flatMap((concept, index) => (concept.key.startsWith(prefix) ? [index] : []));
const DIAGNOSES = numbered("noise_diagnosis_");
const DRUGS = numbered("noise_drug_");
const PROCEDURES = numbered("noise_procedure_");
/** What an ordinary blood test can hold: every laboratory concept. */
const TESTS = CONCEPTS.flatMap((concept, index) =>
  concept.normal === undefined ? [] : [{ index, normal: concept.normal as Required<Concept>["normal"] }],
);
const LOW_BACK_PAIN = conceptNumber("low_back_pain");
const BACKACHE = conceptNumber("backache");
const HYPERTHYROIDISM = conceptNumber("hyperthyroidism");
const VITAMIN_D_DEFICIENCY = conceptNumber("vitamin_d_deficiency");
const PREGNANT = conceptNumber("pregnant");
const VAGINAL = conceptNumber("delivery_vaginal");
const CAESAREAN = conceptNumber("delivery_caesarean");
const BIRTH = conceptNumber("birth_single");
const POSTPARTUM_CARE = conceptNumber("postpartum_care");
const POSTMENOPAUSAL = conceptNumber("postmenopausal_osteoporosis");
const LUMBAR_FRACTURE = conceptNumber("lumbar_fracture");
const ALENDRONATE = conceptNumber("alendronate");

function pick(draft: PersonDraft, from: readonly number[]): number {
  return from[Math.floor(draft.random() * from.length)] as number;
}

/** A whole number from `low` to `high`, both included. */
export function between(draft: PersonDraft, low: number, high: number): number {
  return low + Math.floor(draft.random() * (high - low + 1));
}

/**
 * Ordinary visits with diagnoses, values and drugs over the years of the hospital.
 *
 * @param quiet - leaves out diagnoses that a cohort definition looks at, for persons who live a story
 */
export function ordinaryVisits(draft: PersonDraft, quiet: boolean): void {
  const { random } = draft;
  const first = Math.max(FROM, draft.birthDay);
  const count = 1 + Math.min(30, Math.floor(-Math.log(1 - random()) * (rate.visitsMean.value - 0.5)));
  for (let i = 0; i < count; i++) {
    const place = random();
    openVisit(draft, place < 0.85 ? "outpatient" : place < 0.93 ? "emergency" : "inpatient", between(draft, first, TO));
    if (random() < 0.8) write(draft, ordinaryDiagnosis(draft, quiet));
    if (random() < 0.35) {
      const start = Math.floor(random() * TESTS.length);
      const tests = 3 + Math.floor(random() * 4);
      for (let k = 0; k < tests; k++) {
        const test = TESTS[(start + k) % TESTS.length] as (typeof TESTS)[number];
        const value = test.normal.mean + test.normal.sd * randomNormal(random);
        measure(draft, test.index, Math.max(value, test.normal.mean / 10), test.normal.decimals);
      }
    }
    if (random() < 0.5) write(draft, pick(draft, DRUGS));
    if (random() < 0.08) write(draft, pick(draft, PROCEDURES));
  }
}

function ordinaryDiagnosis(draft: PersonDraft, quiet: boolean): number {
  const u = draft.random();
  if (!quiet && u < 0.06)
    return u < 0.025 ? LOW_BACK_PAIN : u < 0.045 ? BACKACHE : u < 0.055 ? VITAMIN_D_DEFICIENCY : HYPERTHYROIDISM;
  return pick(draft, DIAGNOSES);
}

/** Antenatal visits, the delivery and the visit after it; with `quiet` no back pain that a definition could take for a story. */
export function pregnancy(draft: PersonDraft, delivery: number, quiet: boolean): void {
  for (const before of [200, 140, 80, 30]) {
    openVisit(draft, "outpatient", delivery - before + between(draft, -5, 5));
    write(draft, PREGNANT);
  }
  openVisit(draft, "inpatient", delivery, between(draft, 0, 1439));
  write(draft, draft.random() < rate.caesarean.value ? CAESAREAN : VAGINAL);
  write(draft, BIRTH);
  openVisit(draft, "outpatient", delivery + between(draft, 40, 48));
  write(draft, POSTPARTUM_CARE);
  if (!quiet && draft.random() < rate.postpartumBackPainVisit.value) {
    openVisit(draft, "outpatient", delivery + between(draft, 10, 300));
    write(draft, LOW_BACK_PAIN);
  }
  draft.deliveries++;
}

/** Osteoporosis after the menopause, for women of 55 and older at the end of the data. */
export function olderBones(draft: PersonDraft): void {
  if (draft.random() >= rate.olderWomanOsteoporosis.value) return;
  const day = between(draft, Math.max(FROM, draft.birthDay + 20_089), TO);
  openVisit(draft, "outpatient", day);
  write(draft, POSTMENOPAUSAL);
  densitometry(draft, -1 - draft.random() * 1.5, -0.8, -0.7, -2.6 - draft.random());
  write(draft, ALENDRONATE);
  if (draft.random() < 1 / 3) write(draft, LUMBAR_FRACTURE);
}
