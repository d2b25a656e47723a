import type { CaseRecord } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";
import { caseQuery, headQuery, keys } from "../api/queries.ts";
import { casePath } from "../api/request.ts";
import { draftsOf } from "../editor/drafts.ts";
import { holdsWork } from "../editor/open-work.ts";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { CaseDeleted } from "./CaseDeleted.tsx";
import { CaseWorkbench } from "./CaseWorkbench.tsx";

const route = getRouteApi("/series/$series/case/$case");

/** One woman: her record at the left, what follows from it at the right. */
export function CasePage(): ReactNode {
  const { series, case: id } = route.useParams();
  const navigate = useNavigate();
  const search = route.useSearch();
  const client = useQueryClient();
  const head = useQuery(headQuery(series));
  // The work begins from what the server holds now; what was read for another page may be older.
  const stored = useQuery({ ...caseQuery(series, id), staleTime: 0, refetchOnWindowFocus: false });
  const drafts = useQuery({
    queryKey: [...keys.series(series), "case", id, "drafts"],
    queryFn: ({ signal }) => draftsOf(casePath(series, id), signal),
    // Drafts are read once, when the work begins; from then on this window writes its own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

  const onSaved = useCallback(
    (record: CaseRecord, saved: Saved) => {
      const now: Stored<CaseRecord> = {
        value: record,
        revision: saved.revision,
        savedAt: saved.savedAt,
        savedBy: "",
      };
      client.setQueryData(caseQuery(series, record.id).queryKey, now);
      void client.invalidateQueries({
        queryKey: keys.series(series),
        // This woman is at hand; everything across the series is asked for anew.
        predicate: (query) => query.queryKey[2] !== "case",
      });
      void client.invalidateQueries({ queryKey: ["history"] });
      void client.invalidateQueries({ queryKey: keys.allSeries });
      if (record.id !== id) {
        void navigate({
          to: "/series/$series/case/$case",
          params: { series, case: record.id },
          search,
          replace: true,
        });
      }
    },
    [client, navigate, search, series, id],
  );

  const isThere = stored.data !== undefined && drafts.data !== undefined && stored.isFetchedAfterMount;
  if (head.data === undefined || !(isThere || holdsWork(casePath(series, id)))) {
    // Only at the beginning: work that this window holds goes on while the server is away.
    const failure = stored.error ?? head.error ?? drafts.error;
    if (failure === null) return <Loading />;
    return (
      <ProblemCard
        problem={failure}
        onRetry={() => {
          void stored.refetch();
          void head.refetch();
          void drafts.refetch();
        }}
      />
    );
  }
  if (stored.data?.deleted !== undefined) return <CaseDeleted series={series} stored={stored.data} />;
  return (
    <CaseWorkbench
      key={`${series}/${id}`}
      series={series}
      id={id}
      head={head.data.value}
      stored={stored.data}
      drafts={drafts.data}
      onSaved={onSaved}
    />
  );
}
