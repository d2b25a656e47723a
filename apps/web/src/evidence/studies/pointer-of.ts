import { pointerSteps } from "@materbone/clinical";
import type { EvidenceRow, Literature } from "@materbone/evidence";

/** JSON Pointers of an outcome and of what it stands in; `undefined` when the literature no longer has it. */
export type RowPointers = { readonly study: string; readonly arm: string; readonly outcome: string };

export function pointersOf({ studies }: Literature, { study, arm, outcome }: EvidenceRow): RowPointers | undefined {
  const studyAt = studies.findIndex(({ id }) => id === study.id);
  const arms = studies[studyAt]?.arms ?? [];
  const armAt = arms.findIndex(({ id }) => id === arm.id);
  const outcomeAt = (arms[armAt]?.outcomes ?? []).findIndex(({ id }) => id === outcome.id);
  if (outcomeAt < 0) return undefined;
  const at = `/studies/${studyAt}`;
  return { study: at, arm: `${at}/arms/${armAt}`, outcome: `${at}/arms/${armAt}/outcomes/${outcomeAt}` };
}

/** The key of the outcome that a place lies in, else of the first of its group or study. */
export function rowAt({ studies }: Literature, at: string): string | undefined {
  const [list, studyAt, , armAt, , outcomeAt] = pointerSteps(at);
  if (list !== "studies") return undefined;
  const study = studies[Number(studyAt)];
  const arm = study?.arms[Number(armAt ?? 0)];
  const outcome = arm?.outcomes[Number(outcomeAt ?? 0)];
  return study === undefined || arm === undefined || outcome === undefined
    ? undefined
    : `${study.id}/${arm.id}/${outcome.id}`;
}
