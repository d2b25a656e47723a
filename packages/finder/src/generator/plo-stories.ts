import { addMonths } from "@materbone/clinical";
import { densitometry } from "./densitometry.ts";
import { conceptNumber, GENERATOR } from "./knowledge.ts";
import { between } from "./ordinary-life.ts";
import { openVisit, type PersonDraft, write } from "./person-draft.ts";

const LOW_BACK_PAIN = conceptNumber("low_back_pain");
const BACKACHE = conceptNumber("backache");
const SPINE_MRI = conceptNumber("spine_mri");
const SPINE_XRAY = conceptNumber("spine_xray");
const THORACIC = conceptNumber("thoracic_fracture");
const LUMBAR = conceptNumber("lumbar_fracture");
const COLLAPSE = conceptNumber("vertebral_collapse");
const OSTEOPOROTIC = conceptNumber("osteoporotic_fracture");
const TRAFFIC = conceptNumber("traffic_injury");
const MYELOMA = conceptNumber("myeloma");
const HIP_FRACTURE = conceptNumber("hip_fracture");
const OSTEOPOROSIS = conceptNumber("osteoporosis");
const CALCIUM = conceptNumber("calcium_vitamin_d");
const DRUGS = ["teriparatide", "zoledronic_acid", "alendronate", "denosumab"].map(conceptNumber);

/** Back pain on `count` days from `first` to `last`, spread evenly. */
export function backPain(draft: PersonDraft, first: number, last: number, count: number): void {
  for (let i = 0; i < count; i++) {
    openVisit(draft, "outpatient", first + Math.round(((last - first) * i) / Math.max(1, count - 1)));
    write(draft, draft.random() < 0.6 ? LOW_BACK_PAIN : BACKACHE);
  }
}

/** An image of the spine that shows a vertebral fracture, with the diagnosis on the same day. */
export function spineFracture(draft: PersonDraft, day: number, minute?: number, offset?: number): void {
  openVisit(draft, "inpatient", day, minute, offset);
  write(draft, draft.random() < 0.7 ? SPINE_MRI : SPINE_XRAY);
  const site = draft.random();
  write(draft, site < 0.45 ? LUMBAR : site < 0.8 ? THORACIC : COLLAPSE);
  if (draft.random() < 0.6) write(draft, OSTEOPOROTIC);
}

function treat(draft: PersonDraft, day: number): void {
  openVisit(draft, "outpatient", day);
  write(draft, OSTEOPOROSIS);
  write(draft, DRUGS[Math.floor(draft.random() * DRUGS.length)] as number);
  write(draft, CALCIUM);
}

/** Days from the first pain to the diagnosis, 41 % of them above 16 weeks; at most a year. */
function delayDays(draft: PersonDraft): number {
  return draft.random() < GENERATOR.rates.diagnosisLaterThan16Weeks.value
    ? between(draft, 113, 365)
    : between(draft, 7, 112);
}

/** A low Z-score of the spine as printed, -2.1 to -4.2, that of the published cases. */
function lowZ(draft: PersonDraft): number {
  return -2.1 - draft.random() * 2.1;
}

function measureDensity(draft: PersonDraft, day: number, zSpine: number, zNeck: number, zHip: number): void {
  openVisit(draft, "outpatient", day);
  densitometry(draft, zSpine, zNeck, zHip);
}

/** The course of a published case, its days moved by up to nine. */
function publishedCourse(draft: PersonDraft, delivery: number, number: number): void {
  const course = GENERATOR.published.cases.find((one) => one.case === number);
  if (course === undefined) throw new RangeError(`there is no published case ${number}`);
  const near = (months: number): number => addMonths(delivery, months) + between(draft, 0, 9);
  const pain = near(course.painMonths) + 3;
  const imaging = near(course.imagingMonths) + 14;
  backPain(draft, pain, imaging - 7, course.imagingMonths > 6 ? 5 : 2);
  spineFracture(draft, imaging);
  const density = Math.max(imaging + 1, near(course.densityMonths));
  measureDensity(draft, density, course.zSpine, course.zNeck, course.zHip);
  treat(draft, Math.max(density + 1, near(course.drugMonths)));
}

/** What a PLO woman's story writes about the delivery on a day. */
export const PLO_STORIES: Readonly<Record<string, (draft: PersonDraft, delivery: number) => void>> = {
  "plo-fracture-low-z": (draft, delivery) => publishedCourse(draft, delivery, draft.random() < 0.5 ? 2 : 3),
  "plo-fracture-only": (draft, delivery) => {
    const pain = delivery + between(draft, 1, 60);
    const seen = pain + delayDays(draft);
    backPain(draft, pain, seen - 3, 2);
    spineFracture(draft, seen);
  },
  "plo-hip": (draft, delivery) => {
    const day = delivery + between(draft, 10, 150);
    openVisit(draft, "emergency", day);
    write(draft, HIP_FRACTURE);
    measureDensity(draft, day + between(draft, 5, 30), lowZ(draft), -2.4, -2.6);
  },
  "plo-pain-first": (draft, delivery) => publishedCourse(draft, delivery, 1),
  "plo-drug-no-code": (draft, delivery) => {
    const pain = delivery + between(draft, 1, 60);
    const treated = pain + delayDays(draft);
    backPain(draft, pain, treated - 5, 3);
    openVisit(draft, "outpatient", treated);
    write(draft, DRUGS[Math.floor(draft.random() * 2)] as number);
    write(draft, CALCIUM);
  },
  "plo-pregnancy-onset": (draft, delivery) => {
    backPain(draft, delivery - between(draft, 60, 80), delivery - 35, 2);
    const seen = delivery + between(draft, -28, 14);
    spineFracture(draft, seen);
    measureDensity(draft, Math.max(seen, delivery) + between(draft, 20, 60), lowZ(draft), -1.9, -2.0);
  },
  "plo-partial-birth-date": ordinaryPlo,
  "plo-leap-day": (draft, delivery) => spineFracture(draft, addMonths(delivery, 18)),
  "plo-second-pregnancy": ordinaryPlo,
  "plo-duplicate-delivery": ordinaryPlo,
  "plo-accident-later": (draft, delivery) => {
    const seen = delivery + between(draft, 20, 150);
    spineFracture(draft, seen);
    openVisit(draft, "emergency", seen + between(draft, 60, 200));
    write(draft, TRAFFIC);
  },
  "plo-myeloma-later": (draft, delivery) => {
    spineFracture(draft, delivery + between(draft, 20, 150));
    openVisit(draft, "outpatient", addMonths(delivery, between(draft, 25, 29)));
    write(draft, MYELOMA);
  },
  "plo-offset-date": (draft, delivery) => spineFracture(draft, addMonths(delivery, 18), 23 * 60 + 45, -300),
};

function ordinaryPlo(draft: PersonDraft, delivery: number): void {
  const pain = delivery + between(draft, 5, 60);
  backPain(draft, pain, pain + 20, 2);
  const seen = pain + between(draft, 25, 120);
  spineFracture(draft, seen);
  measureDensity(draft, seen + between(draft, 3, 30), lowZ(draft), -1.8, -2.1);
}
