import type { CaseRecord, Divergence, Versions } from "@materbone/clinical";
import type { ApiProblem } from "../api/request.ts";
import type { Comparison } from "./comparison.ts";
import type { RecordEditor } from "./record-editor.ts";

/** Someone's save between the one that the work started from and now. */
export type Conflict<T extends object = CaseRecord> = {
  readonly theirs: T;
  readonly revision: number;
  readonly savedAt: string | undefined;
  readonly savedBy: string | undefined;
  readonly divergences: readonly Divergence[];
  /** The document that the places of the divergences lie in. */
  readonly within: unknown;
};

/** Where their version and the work differ now: what is typed before the merge belongs to it. */
export function conflictOf<T extends object>(
  { theirs, revision, savedAt, savedBy }: Omit<Conflict<T>, "divergences" | "within">,
  editor: RecordEditor<T>,
  comparison: Comparison,
): Conflict<T> {
  const versions = versionsOf(theirs, editor);
  const { divergences, within } = comparison;
  return { theirs, revision, savedAt, savedBy, divergences: divergences(versions), within: within(versions) };
}

/** The conflict that a refused save tells of; `undefined` where it was refused for another reason. */
export function conflictIn<T extends object>(
  problem: ApiProblem,
  editor: RecordEditor<T>,
  comparison: Comparison,
): Conflict<T> | undefined {
  const { record, current, savedAt, savedBy } = problem.details;
  const theirs = problem.kind === "stale-revision" ? editor.read(record) : undefined;
  if (theirs?.kind !== "read" || current === undefined) return undefined;
  return conflictOf({ theirs: theirs.value, revision: current, savedAt, savedBy }, editor, comparison);
}

/** The work and their version against what the work started from. */
export function versionsOf<T extends object>(theirs: T, { saved, record }: RecordEditor<T>): Versions {
  return { base: saved, mine: record, theirs };
}
