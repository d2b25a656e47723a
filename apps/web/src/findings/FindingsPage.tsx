import { say } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { headQuery, useSeriesView, WHOLE_SERIES } from "../api/queries.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { FindingsInbox } from "./FindingsInbox.tsx";
import { sayTooMany, findingsWords as words } from "./findings-words.ts";

const route = getRouteApi("/series/$series/findings");

/** Every question that the rules raise about a series, and what readers said to each. */
export function FindingsPage(): ReactNode {
  const sayText = useSay();
  const terms = useTerms();
  const { series } = route.useParams();
  const head = useQuery(headQuery(series));
  const view = useSeriesView(series);
  return (
    <>
      <h1>{sayText(words.title)}</h1>
      <p className="mb-muted">{sayText(words.lead)}</p>
      {head.error !== null ? (
        <ProblemCard problem={head.error} onRetry={() => void head.refetch()} />
      ) : head.data !== undefined && head.data.cases > WHOLE_SERIES ? (
        <p className="mb-card">{say(sayTooMany, { women: head.data.cases, limit: WHOLE_SERIES, series }, terms)}</p>
      ) : view === undefined ? (
        <Loading />
      ) : (
        <FindingsInbox key={series} series={series} view={view} />
      )}
    </>
  );
}
