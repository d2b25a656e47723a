import type { CohortDefinition, ShownCount, Worklist } from "@materbone/finder";
import { useEffect, useRef, useState } from "react";
import { ApiProblem, request } from "../../api/request.ts";
import { windowId } from "../../editor/window-id.ts";

export type ShownFunnel = Worklist["funnel"];

/** The funnel that is shown, the one before it, and how it stands to the definition in the work. */
export type LiveFunnel = {
  readonly shown: { readonly of: CohortDefinition; readonly funnel: ShownFunnel } | undefined;
  readonly before: ShownFunnel | undefined;
  readonly isCounting: boolean;
  readonly problem: Error | undefined;
};

/** Long enough to type a number of two digits. */
const REST_MS = 350;

const NOTHING: LiveFunnel = { shown: undefined, before: undefined, isCounting: false, problem: undefined };

/** Counts each valid state of the definition over converted data, a moment after the hand rests; a later one stops the former. */
export function useLiveFunnel(data: string | undefined, definition: CohortDefinition | undefined): LiveFunnel {
  const [state, setState] = useState(NOTHING);
  const [isCounting, setCounting] = useState(false);
  const counted = useRef<string>(undefined);
  useEffect(() => {
    if (data === undefined || definition === undefined) {
      setCounting(false);
      return;
    }
    const key = `${data} ${JSON.stringify(definition)}`;
    if (counted.current === key) {
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
          shown: { of: definition, funnel: answer.funnel },
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
  }, [data, definition]);
  return { ...state, isCounting };
}

/** How a rounded count moved, in steps of that rounding; nothing where one of the two is not shown. */
export function countChange(before: ShownCount | undefined, after: ShownCount): number | undefined {
  return before?.kind === "count" && after.kind === "count" ? after.count - before.count : undefined;
}
