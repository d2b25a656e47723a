import type { SeriesView } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { headQuery, recordsQuery, WHOLE_SERIES } from "../api/queries.ts";
import { useSeriesView } from "../api/use-series-view.ts";
import { Loading } from "./Loading.tsx";
import { ProblemCard } from "./ProblemCard.tsx";

/** A view across every woman of a series, or what stands in its place: loading, a refusal, too many women. */
export function WholeSeries(props: {
  readonly series: string;
  /** Said where the series has more women than a page looks at. */
  readonly tooMany: string;
  readonly children: (view: SeriesView) => ReactNode;
}): ReactNode {
  const { series } = props;
  const head = useQuery(headQuery(series));
  const isTooLarge = head.data !== undefined && head.data.cases > WHOLE_SERIES;
  const records = useQuery({ ...recordsQuery(series), enabled: head.data !== undefined && !isTooLarge });
  const view = useSeriesView(series);
  const problem = head.error ?? records.error;
  if (problem !== null) {
    const retry = (): void => void Promise.all([head.refetch(), records.refetch()]);
    return <ProblemCard problem={problem} onRetry={retry} />;
  }
  if (isTooLarge) return <p className="mb-card">{props.tooMany}</p>;
  return view === undefined ? <Loading /> : props.children(view);
}
