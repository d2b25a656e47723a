import { type CaseRecord, type Divergence, divergences, withValueAt } from "@materbone/clinical";
import type { ApiProblem } from "../api/request.ts";
import type { Reader, RecordEditor } from "./record-editor.ts";

/** Someone's save between the one that the work started from and now. */
export type Conflict<T extends object = CaseRecord> = {
  readonly theirs: T;
  readonly revision: number;
  readonly savedAt: string | undefined;
  readonly savedBy: string | undefined;
  readonly divergences: readonly Divergence[];
};

/** Where their version and the work differ now: what is typed before the merge belongs to it. */
export function conflictOf<T extends object>(
  { theirs, revision, savedAt, savedBy }: Omit<Conflict<T>, "divergences">,
  editor: RecordEditor<T>,
): Conflict<T> {
  return { theirs, revision, savedAt, savedBy, divergences: divergences(editor.saved, editor.record, theirs) };
}

/** The conflict that a refused save tells of; `undefined` where it was refused for another reason. */
export function conflictIn<T extends object>(
  problem: ApiProblem,
  read: Reader<T>,
  editor: RecordEditor<T>,
): Conflict<T> | undefined {
  const { record, current, savedAt, savedBy } = problem.details;
  const theirs = problem.kind === "stale-revision" ? read(record) : undefined;
  if (theirs?.kind !== "read" || current === undefined) return undefined;
  return conflictOf({ theirs: theirs.value, revision: current, savedAt, savedBy }, editor);
}

/** Their version with every place taken over that only this window changed, or that both did and `mineAt` names. */
export function mergedRecord({ theirs, divergences }: Conflict<object>, mineAt: ReadonlySet<string>): unknown {
  let merged: unknown = theirs;
  for (const { at, mine, by } of divergences) {
    if (by === "me" || (by === "both" && mineAt.has(at))) merged = withValueAt(merged, at, mine);
  }
  return merged;
}
