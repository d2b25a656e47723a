import type { Literature } from "@materbone/evidence";
import type { Saved } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { literatureQuery } from "../api/queries.ts";
import { LITERATURE_PATH } from "../api/request.ts";
import { draftsOf } from "../editor/drafts.ts";
import { holdsWork } from "../editor/open-work.ts";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { EvidenceWorkbench } from "./EvidenceWorkbench.tsx";

/** The literature of PLO, what it says when like is pooled with like, and what else would explain it. */
export function EvidencePage(): ReactNode {
  const client = useQueryClient();
  // The work begins from what the server holds now.
  const literature = useQuery({ ...literatureQuery, staleTime: 0, refetchOnWindowFocus: false });
  const drafts = useQuery({
    queryKey: ["literature-drafts"],
    queryFn: ({ signal }) => draftsOf(LITERATURE_PATH, signal),
    // Drafts are read once, when the work begins; from then on this window writes its own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const onSaved = useCallback(
    (value: Literature, { revision, savedAt }: Saved) => {
      client.setQueryData(literatureQuery.queryKey, { value, revision, savedAt, savedBy: "", isShipped: false });
      void client.invalidateQueries({ queryKey: ["history"] });
    },
    [client],
  );
  const isThere = literature.data !== undefined && drafts.data !== undefined && literature.isFetchedAfterMount;
  if (!isThere && !holdsWork(LITERATURE_PATH)) {
    // Only at the beginning: work that this window holds goes on while the server is away.
    const failure = literature.error ?? drafts.error;
    if (failure === null) return <Loading />;
    const retry = (): void => void Promise.all([literature.refetch(), drafts.refetch()]);
    return <ProblemCard problem={failure} onRetry={retry} />;
  }
  return <EvidenceWorkbench stored={literature.data} drafts={drafts.data} onSaved={onSaved} />;
}
