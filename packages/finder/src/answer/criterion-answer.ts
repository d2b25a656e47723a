import type { Criterion, CriterionLeaf, NearEvent, ResolvedDefinition } from "../definition/definition-schema.ts";
import { dayOfIso } from "../ir/day-number.ts";
import type { EvidenceLine } from "./answer.ts";
import { type DayRange, type Inside, insideDays, insideWindow, isOneDay } from "./day-range.ts";

/** `possibly`: met or not, by the days and values that the source leaves open. */
export type YesNo = "yes" | "possibly" | "no";

/** A criterion with its answer for one delivery, part by part. */
export type CriterionAnswer =
  | {
      readonly kind: "event";
      readonly answer: YesNo;
      readonly leaf: CriterionLeaf;
      /** Positions, in the evidence beside it, of the events that lie, or may lie, in the window. */
      readonly evidence: readonly number[];
    }
  | { readonly kind: "all" | "any"; readonly answer: YesNo; readonly of: readonly CriterionAnswer[] }
  | {
      readonly kind: "atLeast";
      readonly answer: YesNo;
      readonly atLeast: number;
      readonly of: readonly CriterionAnswer[];
    }
  | { readonly kind: "not"; readonly answer: YesNo; readonly of: CriterionAnswer };

/** The answers to a criterion, read off the evidence of one delivery by the same rules as the plan's statement. */
export function answerCriterion(
  criterion: Criterion,
  definition: ResolvedDefinition,
  delivery: DayRange,
  evidence: readonly EvidenceLine[],
): CriterionAnswer {
  if ("event" in criterion) return answerLeaf(criterion, definition, delivery, evidence);
  const answered = (part: Criterion): CriterionAnswer => answerCriterion(part, definition, delivery, evidence);
  if ("not" in criterion) {
    const of = answered(criterion.not);
    return { kind: "not", answer: opposite(of.answer), of };
  }
  if ("all" in criterion) {
    const of = criterion.all.map(answered);
    return { kind: "all", answer: atLeast(of.length, of), of };
  }
  if ("any" in criterion) {
    const of = criterion.any.map(answered);
    return { kind: "any", answer: atLeast(1, of), of };
  }
  const of = criterion.of.map(answered);
  return { kind: "atLeast", answer: atLeast(criterion.atLeast, of), atLeast: criterion.atLeast, of };
}

/** The leaves that speak for the answer: those met, or possibly met, that no `not` turns round. */
export function metLeaves(answer: CriterionAnswer): readonly Extract<CriterionAnswer, { kind: "event" }>[] {
  if (answer.answer === "no" || answer.kind === "not") return [];
  return answer.kind === "event" ? [answer] : answer.of.flatMap(metLeaves);
}

/** The leaves whose absence speaks for the answer: those below a `not` that are not certainly met. */
export function absentLeaves(answer: CriterionAnswer): readonly Extract<CriterionAnswer, { kind: "event" }>[] {
  if (answer.answer === "no" || answer.kind === "event") return [];
  return answer.kind === "not" ? unmet(answer.of) : answer.of.flatMap(absentLeaves);
}

function unmet(answer: CriterionAnswer): readonly Extract<CriterionAnswer, { kind: "event" }>[] {
  if (answer.kind === "event") return answer.answer === "yes" ? [] : [answer];
  return answer.kind === "not" ? [] : answer.of.flatMap(unmet);
}

function answerLeaf(
  leaf: CriterionLeaf,
  definition: ResolvedDefinition,
  delivery: DayRange,
  evidence: readonly EvidenceLine[],
): CriterionAnswer {
  const window = definition.windows[leaf.window];
  if (window === undefined) throw new RangeError(`window ${leaf.window} of a resolved definition is not there`);
  const beside = evidence.flatMap((line, position) => {
    if (line.stream !== leaf.event) return [];
    const places = [insideWindow(window, delivery, line.when), ...nearPlaces(leaf, line, evidence)];
    const possibly = places.every((place) => place.possibly);
    return [{ line, position, possibly, certainly: places.every((place) => place.certainly) }];
  });
  const possible = beside.filter(({ possibly }) => possibly);
  const certain = beside.filter(({ certainly }) => certainly);
  const isPossible = holds(
    leaf,
    possible.map(({ line }) => line),
    "possibly",
  );
  const isCertain =
    isPossible &&
    holds(
      leaf,
      certain.map(({ line }) => line),
      "certainly",
    );
  return {
    kind: "event",
    answer: isCertain ? "yes" : isPossible ? "possibly" : "no",
    leaf,
    evidence: possible.map(({ position }) => position),
  };
}

/** Whether an event has what a leaf asks for near it, and has not what it asks not to be there. */
function nearPlaces(
  { near, notNear }: CriterionLeaf,
  { when }: EvidenceLine,
  evidence: readonly EvidenceLine[],
): readonly Inside[] {
  const around = ({ event, days }: NearEvent): Inside => {
    const places = evidence.flatMap((other) => (other.stream === event ? [insideDays(days, when, other.when)] : []));
    return {
      possibly: places.some(({ possibly }) => possibly),
      certainly: places.some(({ certainly }) => certainly),
    };
  };
  const found = near === undefined ? [] : [around(near)];
  if (notNear === undefined) return found;
  const { possibly, certainly } = around(notNear);
  return [...found, { possibly: !certainly, certainly: !possibly }];
}

/** Different days and the span of days that a leaf asks for, of events in its window. */
function holds(leaf: CriterionLeaf, lines: readonly EvidenceLine[], how: "possibly" | "certainly"): boolean {
  if (lines.length === 0) return false;
  const dated = lines.flatMap(({ when }) => (when === undefined ? [] : [when]));
  const least = leaf.atLeastDays ?? 1;
  if (least > 1) {
    const days = new Set(dated.filter(isOneDay).map(({ low }) => low)).size;
    // Records dated by month or year, or not at all, may each be a day of their own; none is for certain. One row of a table
    // may give several.
    const others = new Set(
      lines.flatMap(({ when, sourceRef }) =>
        when !== undefined && isOneDay(when) ? [] : [JSON.stringify([sourceRef, when?.low, when?.high])],
      ),
    );
    if (days + (how === "possibly" ? others.size : 0) < least) return false;
  }
  if (leaf.spanDays === undefined) return true;
  // What has no date may be the first and the last.
  if (how === "possibly" && dated.length < lines.length) return true;
  const [from, to] = how === "possibly" ? (["low", "high"] as const) : (["high", "low"] as const);
  const first = dated.reduce((least, when) => Math.min(least, dayOfIso(when[from])), Number.POSITIVE_INFINITY);
  const last = dated.reduce((most, when) => Math.max(most, dayOfIso(when[to])), Number.NEGATIVE_INFINITY);
  return last - first >= leaf.spanDays;
}

function atLeast(count: number, of: readonly CriterionAnswer[]): YesNo {
  if (of.filter(({ answer }) => answer === "yes").length >= count) return "yes";
  return of.filter(({ answer }) => answer !== "no").length >= count ? "possibly" : "no";
}

function opposite(answer: YesNo): YesNo {
  return answer === "yes" ? "no" : answer === "no" ? "yes" : "possibly";
}
