import type { Lang } from "@materbone/clinical";
import type { ResolvedDefinition } from "@materbone/finder";
import { queryOptions } from "@tanstack/react-query";
import { finderKeys, runPath } from "./finder-queries.ts";
import { request } from "./request.ts";

/** The definition as the run asked it: every concept set and window stands inside. */
export const runDefinitionQuery = (run: string) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "definition"],
    queryFn: async ({ signal }) =>
      (await request<{ definition: ResolvedDefinition }>(`${runPath(run)}/definition`, { signal })).definition,
    // A run does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Forms of a worklist as a file. */
export const WORKLIST_FORMS = ["html", "csv", "lines", "json", "ndjson"] as const;
export type WorklistForm = (typeof WORKLIST_FORMS)[number];

export function worklistFileAddress(run: string, format: WorklistForm, lang: Lang): string {
  return `/api${runPath(run)}/worklist/file?format=${format}&lang=${lang}`;
}

/** The review as it may leave: without names and notes. */
export function leavingReviewAddress(run: string): string {
  return `/api${runPath(run)}/review/export`;
}

/** One reviewer's own decisions for a colleague: with the name, without notes. */
export function ownReviewAddress(run: string, reviewer: string): string {
  return `/api${runPath(run)}/review/file?reviewer=${encodeURIComponent(reviewer)}`;
}
