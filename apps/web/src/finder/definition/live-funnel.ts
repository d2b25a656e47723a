import type { CohortDefinition, ShownCount, Worklist } from "@materbone/finder";
import { useEffect, useMemo, useRef, useState } from "react";
import { ApiProblem, request } from "../../api/request.ts";
import { windowId } from "../../editor/window-id.ts";

export type ShownFunnel = Worklist["funnel"];

/** The funnel that is shown, the one before it, and how it stands to the definition in the work. */
export type LiveFunnel = {
  readonly shown: { readonly data: string; readonly key: string; readonly funnel: ShownFunnel } | undefined;
  readonly before: ShownFunnel | undefined;
  readonly problem: Error | undefined;
};

type CountedFunnel = LiveFunnel & { readonly isStale: boolean; readonly isCounting: boolean };

/** Long enough to type a number of two digits. */
const REST_MS = 350;

const NOTHING: LiveFunnel = { shown: undefined, before: undefined, problem: undefined };

/** Counts each valid state of the definition over converted data, a moment after the hand rests; a later one stops the former. */
export function useLiveFunnel(data: string | undefined, definition: CohortDefinition | undefined): CountedFunnel {
  const [state, setState] = useState(NOTHING);
  const [isCounting, setCounting] = useState(false);
  const counted = useRef<string>(undefined);
  const key = useMemo(
    () => (definition === undefined ? undefined : `${data} ${JSON.stringify(definition)}`),
    [data, definition],
  );
  useEffect(() => {
    if (data === undefined || key === undefined || counted.current === key) {
      setCounting(false);
      return;
    }
    const isOther = counted.current?.startsWith(data) !== true;
    const stop = new AbortController();
    setCounting(true);
    const timer = setTimeout(async () => {
      try {
        const body = { data, definition, asker: `definition-${windowId()}` };
        const answer = await request<{ funnel: ShownFunnel }>("/finder/funnel", {
          method: "POST",
          body,
          signal: stop.signal,
        });
        counted.current = key;
        setState((old) => ({
          ...NOTHING,
          shown: { data, key, funnel: answer.funnel },
          before: isOther ? undefined : old.shown?.funnel,
        }));
        setCounting(false);
      } catch (error) {
        // Stopped by a later state, here or at the server.
        if (stop.signal.aborted || (error instanceof ApiProblem && error.kind === "finder-superseded")) return;
        setState((old) => ({ ...old, problem: error instanceof Error ? error : new Error(String(error)) }));
        setCounting(false);
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [data, definition, key]);
  return { ...standing(state, data, key), isCounting };
}

/** What may be shown for data and a definition: never the funnel of other data, and one of another state only as stale. */
export function standing(
  state: LiveFunnel,
  data: string | undefined,
  key: string | undefined,
): LiveFunnel & { readonly isStale: boolean } {
  if (state.shown === undefined || state.shown.data !== data) {
    return { ...NOTHING, problem: state.problem, isStale: false };
  }
  const isStale = state.shown.key !== key;
  return { ...state, problem: isStale ? state.problem : undefined, isStale };
}

/** How a rounded count moved, in steps of that rounding; nothing where one of the two is not shown. */
export function countChange(before: ShownCount | undefined, after: ShownCount): number | undefined {
  return before?.kind === "count" && after.kind === "count" ? after.count - before.count : undefined;
}
