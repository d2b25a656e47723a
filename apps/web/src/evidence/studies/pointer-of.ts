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
