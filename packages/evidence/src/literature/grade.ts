import { type Certainty, GRADE_LEVELS, type GradeProfile } from "./literature-record.ts";

/**
 * Certainty of the evidence on one outcome: the start, lowered and raised by the judgements, within the four levels; without evidence there is no level.
 *
 * @see Guyatt et al. (2008), BMJ 336:924
 */
export function certaintyOf({ start, judgements }: GradeProfile): Certainty {
  if (start === "noEvidence") return "noEvidence";
  const moved = judgements.reduce((level, { levels }) => level + levels, GRADE_LEVELS.indexOf(start));
  const place = Math.min(GRADE_LEVELS.length - 1, Math.max(0, moved));
  return GRADE_LEVELS[place] ?? "veryLow";
}

/** The profile of an outcome; `undefined` when nobody has judged it. */
export function gradeProfileOf(
  profiles: readonly GradeProfile[] | undefined,
  outcome: GradeProfile["outcome"],
): GradeProfile | undefined {
  return profiles?.find(
    ({ outcome: { site, metric, treatment } }) =>
      site === outcome.site && metric === outcome.metric && treatment === outcome.treatment,
  );
}
