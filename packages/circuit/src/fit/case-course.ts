import {
  type AgentId,
  amountRange,
  type CaseView,
  DAYS_PER_MONTH,
  doseFactor,
  type Interval,
  isBoneActive,
  isBounded,
  periodDays,
  type TimedTreatment,
} from "@materbone/clinical";

/** What a woman went through, as far as a model of the circuit can take it; every time in months post partum. */
export type CaseCourse = {
  readonly doses: readonly CourseDose[];
  readonly rates: readonly CourseRate[];
  /** Treatments that no equation stands for, and why. */
  readonly notModelled: readonly NotModelled[];
  /** Choices made where the record leaves something open. */
  readonly choices: readonly CourseChoice[];
};

/** Single doses of one agent of the model. */
export type CourseDose = {
  readonly at: string;
  readonly agent: ModelledAgent;
  readonly amountMg: number;
  readonly firstMonth: number;
  /** Days between doses; absent for a single one. */
  readonly everyDays?: number;
  /** Last moment; absent when the record does not end it: to the end of the run. */
  readonly untilMonth?: number;
  /** Acts on bone itself, so that the course without drugs leaves it out. */
  readonly isBoneActive: boolean;
};

/** Taken every day and spread over it. */
export type CourseRate = {
  readonly at: string;
  readonly substance: "calcium";
  readonly mgPerDay: number;
  readonly fromMonth: number;
  readonly untilMonth?: number;
};

export type ModelledAgent = "zoledronicAcid" | "alendronate" | "denosumab" | "teriparatide";

export type NotModelled = {
  readonly at: string;
  readonly agent: AgentId;
  readonly reason:
    | "noEquation"
    | "answerNotSupported"
    | "doseNotStated"
    | "unitNotRead"
    | "intervalNotStated"
    | "startNotKnown";
};

/** Something that the record leaves open and that was settled in a stated way. */
export type CourseChoice =
  | { readonly kind: "lowerDose"; readonly at: string; readonly agent: AgentId; readonly mg: number }
  | { readonly kind: "latestStart"; readonly at: string; readonly agent: AgentId; readonly month: number }
  | { readonly kind: "earliestEnd"; readonly at: string; readonly agent: AgentId; readonly month: number }
  | { readonly kind: "endNotRecorded"; readonly at: string; readonly agent: AgentId }
  | { readonly kind: "elementalCalcium"; readonly at: string }
  | {
      readonly kind: "asMonthly";
      readonly at: string;
      readonly agent: AgentId;
      readonly mg: number;
      /** Days between the recorded doses. */
      readonly days: number;
      readonly mgAtOnce: number;
    };

/** Agents of the record that the circuit has an equation for. */
const MODELLED: ReadonlyMap<AgentId, ModelledAgent> = new Map([
  ["zoledronicAcid", "zoledronicAcid"],
  ["alendronate", "alendronate"],
  ["alendronateVitaminD3", "alendronate"],
  ["denosumab", "denosumab"],
  ["teriparatide", "teriparatide"],
]);
const RATES: ReadonlyMap<AgentId, CourseRate["substance"]> = new Map([
  ["calcium", "calcium"],
  ["calciumVitaminD", "calcium"],
]);
/** Plasma calcium falls under calcitriol in the equations, where it rises in women, and bone gains as under a strong drug. */
const ANSWER_NOT_SUPPORTED: ReadonlySet<AgentId> = new Set<AgentId>(["calcitriol"]);
/** Measures that are no substance; a model of hormones and cells has nothing to say of them. */
const WITHOUT_SUBSTANCE: ReadonlySet<AgentId> = new Set<AgentId>([
  "bedRest",
  "immobilisation",
  "brace",
  "physiotherapy",
  "vertebralAugmentation",
]);

/** Reads the treatments of a record. Where it leaves a range, the part that every reading agrees on is taken, and said. */
export function caseCourse(view: CaseView): CaseCourse {
  const doses: CourseDose[] = [];
  const rates: CourseRate[] = [];
  const notModelled: NotModelled[] = [];
  const choices: CourseChoice[] = [];
  for (const treatment of view.treatments) {
    const { agent } = treatment.entry;
    const { at } = treatment;
    if (WITHOUT_SUBSTANCE.has(agent)) continue;
    if (ANSWER_NOT_SUPPORTED.has(agent)) {
      notModelled.push({ at, agent, reason: "answerNotSupported" });
      continue;
    }
    const modelled = MODELLED.get(agent);
    const substance = RATES.get(agent);
    if (modelled === undefined && substance === undefined) {
      notModelled.push({ at, agent, reason: "noEquation" });
      continue;
    }
    const read = readTreatment(treatment, choices);
    if (typeof read === "string") {
      notModelled.push({ at, agent, reason: read });
      continue;
    }
    const { mg, fromMonth, untilMonth, days } = read;
    const until = untilMonth === undefined ? {} : { untilMonth };
    if (substance !== undefined) {
      if (days === undefined) {
        notModelled.push({ at, agent, reason: "intervalNotStated" });
        continue;
      }
      choices.push({ kind: "elementalCalcium", at });
      rates.push({ at, substance, mgPerDay: mg / days, fromMonth, ...until });
    } else if (modelled !== undefined) {
      const isSummed = modelled === "alendronate" && days !== undefined && days < DAYS_PER_MONTH;
      const amountMg = isSummed ? (mg * DAYS_PER_MONTH) / days : mg;
      if (isSummed) choices.push({ kind: "asMonthly", at, agent, mg, days, mgAtOnce: amountMg });
      doses.push({
        at,
        agent: modelled,
        amountMg,
        firstMonth: fromMonth,
        ...(days === undefined ? {} : { everyDays: isSummed ? DAYS_PER_MONTH : days, ...until }),
        isBoneActive: isBoneActive(agent),
      });
    }
  }
  return { doses, rates, notModelled, choices };
}

type ReadTreatment = {
  readonly mg: number;
  readonly fromMonth: number;
  readonly untilMonth: number | undefined;
  /** Days between doses; `undefined` for one dose. */
  readonly days: number | undefined;
};

function readTreatment(treatment: TimedTreatment, choices: CourseChoice[]): ReadTreatment | NotModelled["reason"] {
  const { entry, when, end, at } = treatment;
  const { agent, dose } = entry;
  if (dose === undefined) return "doseNotStated";
  const milligrams = doseFactor(dose.unit, "mg");
  if (milligrams === undefined) return "unitNotRead";
  if (dose.per === "notStated") return "intervalNotStated";
  const start = startOf(when);
  if (start === undefined) return "startNotKnown";
  const { low, high } = amountRange(dose);
  const mg = low * milligrams;
  if (!(mg > 0)) return "doseNotStated";
  if (low < high) choices.push({ kind: "lowerDose", at, agent, mg });
  if (when !== undefined && when.earliest < when.latest) choices.push({ kind: "latestStart", at, agent, month: start });
  const days = periodDays(dose.per);
  if (days === undefined) return { mg, fromMonth: start, untilMonth: undefined, days };
  const until = end !== undefined && Number.isFinite(end.earliest) ? Math.max(start, end.earliest) : undefined;
  if (until === undefined) choices.push({ kind: "endNotRecorded", at, agent });
  else if (end !== undefined && end.earliest < end.latest)
    choices.push({ kind: "earliestEnd", at, agent, month: until });
  return { mg, fromMonth: start, untilMonth: until, days };
}

/** The time from which every reading agrees that it was given; never before the delivery, where a run begins. */
function startOf(when: Interval | undefined): number | undefined {
  if (when === undefined || !isBounded(when) || when.latest < 0) return undefined;
  return when.latest;
}
