import type { Interval } from "@materbone/clinical";
import type { Arm, ArmTreatment, EvidenceStudy, Literature, Outcome, Reading } from "./literature-record.ts";

/** One outcome of one arm with the reading in use. */
export type EvidenceRow = {
  /** `study/arm/outcome`. */
  readonly key: string;
  readonly study: EvidenceStudy;
  readonly arm: Arm;
  readonly outcome: Outcome;
  /** The reading in use; `undefined` when the report gives no number. */
  readonly reading: Reading | undefined;
  readonly treatment: ArmTreatment;
  readonly women: number | undefined;
  readonly months: Interval | undefined;
  /** Do documents disagree about the value? */
  readonly hasConflict: boolean;
};

/** Which reading of an outcome to use, by the key of its row; others keep the choice of the literature. */
export type ReadingChoices = Readonly<Record<string, number>>;

/** Every outcome of a literature, in its order. */
export function evidenceRows(literature: Literature, choices: ReadingChoices = {}): readonly EvidenceRow[] {
  return literature.studies.flatMap((study) =>
    study.arms.flatMap((arm) => arm.outcomes.map((outcome) => evidenceRow(study, arm, outcome, choices))),
  );
}

function evidenceRow(study: EvidenceStudy, arm: Arm, outcome: Outcome, choices: ReadingChoices): EvidenceRow {
  const key = `${study.id}/${arm.id}/${outcome.id}`;
  const position = choices[key] ?? outcome.chosen ?? 0;
  return {
    key,
    study,
    arm,
    outcome,
    reading: outcome.readings[position] ?? outcome.readings[0],
    treatment: outcome.treatment ?? arm.treatment,
    women: outcome.women ?? arm.women,
    months: intervalOf(outcome.months),
    hasConflict: new Set(outcome.readings.map(({ value, low, high }) => `${value}/${low}/${high}`)).size > 1,
  };
}

/** A number or a pair as an interval. */
export function intervalOf(time: number | readonly [number, number] | undefined): Interval | undefined {
  if (time === undefined) return undefined;
  return typeof time === "number" ? { earliest: time, latest: time } : { earliest: time[0], latest: time[1] };
}
