import { type GradeProfile, gradeProfileOf, type Literature, type Synthesis } from "@materbone/evidence";

/** An outcome whose certainty is or can be judged. */
export type GradedOutcome = {
  readonly outcome: GradeProfile["outcome"];
  readonly key: string;
  /** Place among the profiles of the literature; `undefined` when nobody has judged it. */
  readonly position: number | undefined;
  readonly profile: GradeProfile | undefined;
};

/** Every outcome that has a study in a stratum or a profile, those with several times once. */
export function gradedOutcomes({ grade = [] }: Literature, { strata }: Synthesis): readonly GradedOutcome[] {
  const ofStrata = strata.flatMap(({ stratum, pools }) =>
    pools
      .filter(({ rows }) => rows.length > 0)
      .map(({ treatment }) => ({ site: stratum.site, metric: stratum.metric, treatment })),
  );
  const outcomes = new Map<string, GradeProfile["outcome"]>();
  for (const outcome of [...grade.map((profile) => profile.outcome), ...ofStrata]) {
    const key = [outcome.site, outcome.metric, outcome.treatment].join("/");
    if (!outcomes.has(key)) outcomes.set(key, outcome);
  }
  return [...outcomes].map(([key, outcome]) => {
    const profile = gradeProfileOf(grade, outcome);
    return { key, outcome, profile, position: profile === undefined ? undefined : grade.indexOf(profile) };
  });
}
