/** How much of full nursing a stretch of time is taken for. */
export const NURSING_LEVELS = ["full", "partial", "none"] as const;
export type NursingLevel = (typeof NURSING_LEVELS)[number];

export type NursingStretch = { readonly level: NursingLevel; readonly months: number };

/** What is given and has an equation; the first four act on bone itself. */
export const GIVEN_AGENTS = [
  "zoledronicAcid",
  "alendronate",
  "denosumab",
  "teriparatide",
  "calcitriol",
  "calcium",
] as const;
export type GivenAgent = (typeof GIVEN_AGENTS)[number];

/** One course of an agent; doses of calcitriol and calcium are spread over the day. */
export type GivenCourse = {
  readonly agent: GivenAgent;
  /** Milligrams of one dose; of a day for calcitriol and calcium. */
  readonly amountMg: number;
  /** Months post partum. */
  readonly startMonth: number;
  /** Absent for a single dose; calcitriol and calcium have 1. */
  readonly everyDays?: number;
  /** Last moment, months post partum; absent: to the end of the course. */
  readonly untilMonth?: number;
};

export const WOMEN_KINDS = ["plo", "healthy"] as const;
/** Who is simulated: a woman at the median of the prior of PLO, or a healthy mother. */
export type WomanKind = (typeof WOMEN_KINDS)[number];

/** What decides a course; plain data that an address can hold. */
export type CourseInputs = {
  readonly woman: WomanKind;
  /** From delivery on, one after the other; none after the last. */
  readonly nursing: readonly NursingStretch[];
  readonly infants: number;
  /** Calcium of the diet, mg/day; what is taken on top stands in `given`. */
  readonly dietCalciumMg: number;
  readonly given: readonly GivenCourse[];
  /** Months post partum that are shown. */
  readonly months: number;
};

/** Calcium of the diet at which the model rests, mg/day (24.055 mmol/d: parameter OralCa). */
export const REST_CALCIUM_MG = 964;
export const MOST_MONTHS = 60;
export const FEWEST_MONTHS = 6;

/** Six months of full nursing of one infant, nothing given, two years. */
export const DEFAULT_INPUTS: CourseInputs = {
  woman: "plo",
  nursing: [{ level: "full", months: 6 }],
  infants: 1,
  dietCalciumMg: REST_CALCIUM_MG,
  given: [],
  months: 24,
};

const BONE_ACTIVE: ReadonlySet<GivenAgent> = new Set(["zoledronicAcid", "alendronate", "denosumab", "teriparatide"]);

export function isOnBone({ agent }: Pick<GivenCourse, "agent">): boolean {
  return BONE_ACTIVE.has(agent);
}

/** The same course without drugs that act on bone; nursing, calcium and calcitriol unchanged. */
export function untreated(inputs: CourseInputs): CourseInputs {
  return { ...inputs, given: inputs.given.filter((course) => !isOnBone(course)) };
}

/** Is a drug given that acts on bone? */
export function isTreated({ given, months }: CourseInputs): boolean {
  return given.some((course) => isOnBone(course) && course.startMonth <= months);
}

/** The usual start of an agent in the inputs: the regimen that the licences name, to be changed by the reader. */
export const USUAL_COURSE: Readonly<Record<GivenAgent, Omit<GivenCourse, "startMonth">>> = {
  zoledronicAcid: { agent: "zoledronicAcid", amountMg: 5 },
  alendronate: { agent: "alendronate", amountMg: 70, everyDays: 7 },
  denosumab: { agent: "denosumab", amountMg: 60, everyDays: 182 },
  teriparatide: { agent: "teriparatide", amountMg: 0.02, everyDays: 1 },
  calcitriol: { agent: "calcitriol", amountMg: 0.00025, everyDays: 1 },
  calcium: { agent: "calcium", amountMg: 600, everyDays: 1 },
};

/** Unit in which the dose of an agent is shown, with the milligrams of one of it. */
export function doseUnit(agent: GivenAgent): { readonly unit: "mg" | "µg"; readonly mg: number } {
  return agent === "teriparatide" || agent === "calcitriol" ? { unit: "µg", mg: 0.001 } : { unit: "mg", mg: 1 };
}

/** A dose as the reader sees it, free of what is left of a conversion. */
export function doseShown({ agent, amountMg }: Pick<GivenCourse, "agent" | "amountMg">): number {
  return Number((amountMg / doseUnit(agent).mg).toPrecision(9));
}

/** Interval from weaning to the first drug that acts on bone, months; negative when it begins before weaning. */
export function weaningToDrugMonths(inputs: CourseInputs): number | undefined {
  const starts = inputs.given.filter(isOnBone).map(({ startMonth }) => startMonth);
  if (starts.length === 0) return undefined;
  return Math.min(...starts) - weaningMonth(inputs.nursing);
}

/** End of all nursing, months post partum; 0 for a woman who never nursed. */
export function weaningMonth(nursing: readonly NursingStretch[]): number {
  let end = 0;
  let weaned = 0;
  for (const { level, months } of nursing) {
    end += months;
    if (level !== "none") weaned = end;
  }
  return weaned;
}
