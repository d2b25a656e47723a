import type { ResolvedDefinition, Worklist } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { worklistQuery } from "../../api/finder-queries.ts";
import { runDefinitionQuery } from "../../api/finder-run-queries.ts";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";

/** What every page of a run needs: its worklist and the definition that was asked. */
export type RunData = { readonly run: string; readonly worklist: Worklist; readonly definition: ResolvedDefinition };

/** Shows the page when the run is there, else that it is on its way or why it cannot be shown. */
export function RunGate(props: { readonly run: string; readonly children: (data: RunData) => ReactNode }): ReactNode {
  const { run } = props;
  const worklist = useQuery(worklistQuery(run));
  const definition = useQuery(runDefinitionQuery(run));
  const problem = worklist.error ?? definition.error;
  if (worklist.data !== undefined && definition.data !== undefined) {
    return props.children({ run, worklist: worklist.data, definition: definition.data });
  }
  if (problem === null) return <Loading />;
  const retry = (): void => {
    void worklist.refetch();
    void definition.refetch();
  };
  return <ProblemCard problem={problem} onRetry={retry} />;
}
