import type { Literature } from "@materbone/evidence";
import type { Saved } from "@materbone/registry";
import { type QueryClient, type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { literatureQuery, type StoredLiterature } from "./queries.ts";
import { ApiProblem, LITERATURE_PATH, request } from "./request.ts";

/** The literature that this registry works with: its own, or the shipped one, as `isShipped` says. */
export function useLiterature(): {
  readonly literature: StoredLiterature | undefined;
  readonly problem: Error | null;
  readonly retry: () => void;
} {
  const { data, error, refetch } = useQuery(literatureQuery);
  return { literature: data, problem: error, retry: () => void refetch() };
}

/** A whole literature in place of the one of `fromRevision`, such as an imported file. */
export type LiteratureSave = {
  readonly literature: Literature;
  /** Revision that the user saw; 0 for the shipped one of a registry that never saved its own. */
  readonly fromRevision: number;
  readonly why?: string | undefined;
};

/**
 * Saves the literature at once, for an import or a single decision; work that goes on for a while is kept as a draft by
 * `useLiteratureStore`. A save that came late is refused (`stale-revision`), and what stands is read anew.
 */
export function useSaveLiterature(): UseMutationResult<Saved, Error, LiteratureSave> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: saveLiterature,
    onSuccess: (saved, { literature }) => literatureSaved(client, literature, saved),
    onError: (error) => {
      if (error instanceof ApiProblem && error.kind === "stale-revision") void refreshLiterature(client);
    },
  });
}

/** @throws ApiProblem */
export function saveLiterature({ literature, fromRevision, why }: LiteratureSave): Promise<Saved> {
  return request<Saved>(LITERATURE_PATH, { method: "PUT", body: literature, fromRevision, why });
}

/** After a save: it is at hand, and what follows from it is asked for anew. */
export function literatureSaved(client: QueryClient, value: Literature, { revision, savedAt }: Saved): void {
  const own: StoredLiterature = { value, revision, savedAt, savedBy: "", isShipped: false };
  client.setQueryData(literatureQuery.queryKey, own);
  void client.invalidateQueries({ queryKey: ["history"] });
}

/** After it was given up, restored, gone back or purged, and after a save that came late. */
export async function refreshLiterature(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: literatureQuery.queryKey }),
    client.invalidateQueries({ queryKey: ["history"] }),
  ]);
}
