import type { CaseSimulation } from "@materbone/circuit";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { CaseFitJob } from "./case-fit-job.ts";
import { runCaseFit } from "./run-case-fit.ts";

export type CaseFitState =
  | { readonly kind: "running"; readonly done: number; readonly all: number }
  | { readonly kind: "ready"; readonly result: CaseSimulation }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

/** Fits that are kept while the page is open, the last ones: another panel and back costs nothing. */
const MOST_KEPT = 6;
const kept = new Map<string, CaseSimulation>();

/**
 * Fits a woman's scans beside the page, with progress. Another job or leaving the page ends it.
 *
 * @param job - keep the object the same between renders
 */
export function useCaseFit(job: CaseFitJob): {
  readonly state: CaseFitState;
  readonly cancel: () => void;
  readonly again: () => void;
} {
  const key = useMemo(() => JSON.stringify(job), [job]);
  const [attempt, setAttempt] = useState<Attempt>({ cancelled: undefined });
  const [told, setTold] = useState<Told | undefined>(undefined);
  useEffect(() => {
    if (kept.has(key) || attempt.cancelled === key) return undefined;
    return runCaseFit(job, {
      onProgress: (done, all) => setTold({ key, state: { kind: "running", done, all } }),
      onDone: (result) => {
        keep(key, result);
        setTold({ key, state: { kind: "ready", result } });
      },
      onFailed: (message) => setTold({ key, state: { kind: "failed", message } }),
    });
  }, [key, job, attempt]);
  const cancel = useCallback(() => setAttempt({ cancelled: key }), [key]);
  const again = useCallback(() => {
    setTold(undefined);
    setAttempt({ cancelled: undefined });
  }, []);
  return { state: stateOf(key, told, attempt), cancel, again };
}

/** Every attempt is an object of its own, so that the same job can be run again; what is cancelled is one job, not the next. */
type Attempt = { readonly cancelled: string | undefined };
/** What was told last, and of which job. */
type Told = { readonly key: string; readonly state: CaseFitState };

function stateOf(key: string, told: Told | undefined, { cancelled }: Attempt): CaseFitState {
  const result = kept.get(key);
  if (result !== undefined) return { kind: "ready", result };
  if (cancelled === key) return { kind: "cancelled" };
  return told?.key === key ? told.state : { kind: "running", done: 0, all: 0 };
}

function keep(key: string, result: CaseSimulation): void {
  kept.set(key, result);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}
