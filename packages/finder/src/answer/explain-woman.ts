import type { LocalText } from "@materbone/clinical";
import type { Exclusion, ResolvedDefinition } from "../definition/definition-schema.ts";
import { compileQuery } from "../evaluate/compile-query.ts";
import type { PersonTables } from "../evaluate/compile-relation.ts";
import { col, nullOf, text } from "../ir/build-expression.ts";
import { join, keep, project, step, union } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Cell, Query, Row } from "../ir/relation.ts";
import { described, EPISODE_COLUMNS, WOMAN_COLUMNS } from "../plan/deliveries.ts";
import { EVENT_COLUMNS, flatContract } from "../plan/event-source.ts";
import { inStream, isUnused, streamsOf, valuedStreams } from "../plan/event-streams.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { RESULT_COLUMNS, type ResultPart } from "../plan/result.ts";
import type { Candidate, EvidenceLine, UnusedValue } from "./answer.ts";
import { answerCriterion, type CriterionAnswer, type YesNo } from "./criterion-answer.ts";
import { completedYears, type DayRange, type IntegerRange } from "./day-range.ts";
import { type DelayClock, readClock } from "./delay-clock.ts";
import { placedLines, rangeOf, whyUnused } from "./evidence-line.ts";
import type { LookedAt } from "./evidence-place.ts";
import { readAnswer } from "./read-answer.ts";
import { checkedRows, filled, type ResultRow } from "./result-rows.ts";

/** Why a woman is listed, or why not: every delivery with every criterion answered. */
export type WomanExplanation = {
  /** As she stands in the worklist, when she does. */
  readonly candidate?: Candidate;
  /** None for a person of another sex, or without a recorded delivery. */
  readonly deliveries: readonly DeliveryExplanation[];
};

export type DeliveryExplanation = {
  readonly number: number;
  readonly when: DayRange;
  readonly reference: string;
  /** Completed years; absent without a birth date. */
  readonly ageYears?: IntegerRange;
  /** Whether that is the age asked for; a delivery at another age is not looked at further. */
  readonly isOfAge: YesNo;
  /** Every event of a stream of the definition, in a window or not; criteria name positions in it. */
  readonly evidence: readonly EvidenceLine[];
  readonly unused: readonly UnusedValue[];
  readonly exclusions: readonly (Pick<Exclusion, "id" | "effect"> & {
    readonly name: LocalText;
    readonly answer: CriterionAnswer;
  })[];
  readonly tiers: readonly { readonly id: string; readonly name: LocalText; readonly answer: CriterionAnswer }[];
  readonly clock: DelayClock;
};

/**
 * Explains one woman after another by the same plan as the engines, evaluated here.
 *
 * @returns a function of one person's rows of the contract
 */
export function womanExplainer(definition: ResolvedDefinition): (tables: PersonTables) => WomanExplanation {
  const streams = streamsOf(definition).map(([name]) => name);
  const valued = valuedStreams(definition);
  const ask = compileQuery(answerAndBeside(definition, [...streams.map(inStream), ...valued.map(isUnused), "is_aged"]));
  return (tables) => {
    const rows = ask(tables);
    const beside = rows.filter(({ part }) => part === BESIDE);
    const [candidate] = readAnswer(
      definition,
      rows.filter(({ part }) => part !== BESIDE),
    ).candidates;
    const besideByNumber = new Map<Row[string], Row[]>();
    for (const row of beside) {
      const number = row.episode ?? null;
      const own = besideByNumber.get(number);
      if (own === undefined) besideByNumber.set(number, [row]);
      else own.push(row);
    }
    const deliveries = [...besideByNumber.values()].flatMap((own) =>
      asResult("candidate", own.slice(0, 1)).map((row) => {
        const isAged = own[0]?.is_aged === true;
        return explainDelivery(definition, row, isAged, isAged ? own : [], streams, valued);
      }),
    );
    deliveries.sort((a, b) => a.number - b.number);
    return { ...(candidate === undefined ? {} : { candidate }), deliveries };
  };
}

const BESIDE = "beside";

/**
 * The plan's rows and, after them, each delivery with each event of its mother (once without any), so that the steps are
 * worked out once for both. `flags` are columns of truth values of the steps `episodes` and `streams`.
 */
function answerAndBeside(definition: ResolvedDefinition, flags: readonly string[]): Query {
  const { steps, result } = planDefinition(definition);
  const columns = Object.entries(RESULT_COLUMNS);
  const given = new Set<string>([...EPISODE_COLUMNS, ...WOMAN_COLUMNS, ...EVENT_COLUMNS]);
  const deliveries = described(step("episodes"), EPISODE_COLUMNS, definition, flatContract);
  const besideColumns = columns.map(([name, type]): readonly [string, Expression] => {
    if (name === "part") return [name, text(BESIDE)];
    if (name === "person_id") return [name, col("mother_id")];
    return [name, given.has(name) ? col(name) : nullOf(type)];
  });
  return {
    steps,
    result: union(
      project(result, {
        ...keep(...Object.keys(RESULT_COLUMNS)),
        ...Object.fromEntries(flags.map((name) => [name, nullOf("boolean")])),
      }),
      project(join("left", deliveries, step("streams"), [["mother_id", "person_id"]]), {
        ...Object.fromEntries(besideColumns),
        ...keep(...flags),
      }),
    ),
  };
}

function explainDelivery(
  definition: ResolvedDefinition,
  row: ResultRow,
  isAged: boolean,
  events: readonly Row[],
  streams: readonly string[],
  valued: readonly string[],
): DeliveryExplanation {
  const when: DayRange = { low: filled(row, "delivery_low"), high: filled(row, "delivery_high") };
  const birth = rangeOf(row.birth_low, row.birth_high);
  const ageYears = birth === undefined ? undefined : completedYears(birth, when);
  const lines = (as: LookedAt, names: readonly string[], column: (name: string) => string): readonly EvidenceLine[] =>
    placedLines(
      names.flatMap((stream) =>
        asResult(
          "evidence",
          events.filter((event) => event[column(stream)] === true).map((event) => ({ ...event, item: stream })),
        ),
      ),
      definition,
      when,
      as,
    ).map(({ line }) => line);
  const evidence = lines("evidence", streams, inStream);
  const answered = (criterion: Exclusion["when"]): CriterionAnswer =>
    answerCriterion(criterion, definition, when, evidence);
  return {
    number: filled(row, "episode"),
    when,
    reference: filled(row, "delivery_ref"),
    ...(ageYears === undefined ? {} : { ageYears }),
    isOfAge: isAged ? ofAge(ageYears, definition) : "no",
    evidence,
    unused: lines("unused", valued, isUnused).map((line) => ({ line, why: whyUnused(line, definition) })),
    exclusions: definition.exclusions.map(({ id, name, effect, when: criterion }) => ({
      id,
      effect,
      name,
      answer: answered(criterion),
    })),
    tiers: definition.tiers.map(({ id, name, when: criterion }) => ({ id, name, answer: answered(criterion) })),
    clock: readClock(definition, when, evidence),
  };
}

function ofAge(ageYears: IntegerRange | undefined, { population }: ResolvedDefinition): YesNo {
  const asked = population.ageYears;
  if (asked === undefined) return "yes";
  if (ageYears === undefined) return "possibly";
  return ageYears.least >= asked.from && ageYears.most <= asked.to ? "yes" : "possibly";
}

/** Rows of a step of the plan as rows of the answer: their columns, NULL in the others. */
function asResult(part: ResultPart, rows: readonly Row[]): readonly ResultRow[] {
  return checkedRows(
    rows.map((row) => {
      const cells: Record<string, Cell> = { part };
      for (const column of COLUMNS) if (column !== "part") cells[column] = row[column] ?? null;
      return cells;
    }),
  );
}

const COLUMNS: readonly string[] = Object.keys(RESULT_COLUMNS);
