import type { SeriesHead } from "@materbone/clinical";
import type { Saved } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";
import { headQuery, keys } from "../api/queries.ts";
import { seriesPath } from "../api/request.ts";
import { draftsOf } from "../editor/drafts.ts";
import { holdsWork } from "../editor/open-work.ts";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { HeadWorkbench } from "./HeadWorkbench.tsx";

const route = getRouteApi("/series/$series/settings");

/** The head of a series: what was measured with, judged by and claimed. */
export function SeriesSettingsPage(): ReactNode {
  const { series } = route.useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  // The work begins from what the server holds now; what was read for another page may be older.
  const head = useQuery({ ...headQuery(series), staleTime: 0, refetchOnWindowFocus: false });
  const drafts = useQuery({
    queryKey: [...keys.series(series), "head-drafts"],
    queryFn: ({ signal }) => draftsOf(seriesPath(series), signal),
    // Drafts are read once, when the work begins; from then on this window writes its own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const onSaved = useCallback(
    (value: SeriesHead, saved: Saved) => {
      client.setQueryData(headQuery(value.id).queryKey, (old) => ({
        cases: old?.cases ?? 0,
        savedBy: "",
        value,
        revision: saved.revision,
        savedAt: saved.savedAt,
      }));
      void client.invalidateQueries({
        queryKey: keys.series(series),
        // The drafts of this window are its own; everything judged by the head is asked for anew.
        predicate: (query) => query.queryKey[2] !== "head-drafts",
      });
      void client.invalidateQueries({ queryKey: ["history"] });
      void client.invalidateQueries({ queryKey: keys.allSeries });
      if (value.id !== series) {
        void navigate({ to: "/series/$series/settings", params: { series: value.id }, replace: true });
      }
    },
    [client, navigate, series],
  );
  const isThere = head.data !== undefined && drafts.data !== undefined && head.isFetchedAfterMount;
  if (!isThere && !holdsWork(seriesPath(series))) {
    // Only at the beginning: work that this window holds goes on while the server is away.
    const failure = head.error ?? drafts.error;
    if (failure === null) return <Loading />;
    const retry = (): void => void Promise.all([head.refetch(), drafts.refetch()]);
    return <ProblemCard problem={failure} onRetry={retry} />;
  }
  return <HeadWorkbench key={series} series={series} stored={head.data} drafts={drafts.data} onSaved={onSaved} />;
}
