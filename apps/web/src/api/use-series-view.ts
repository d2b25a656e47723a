import { openSeries, type SeriesView } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { headQuery, recordsQuery, WHOLE_SERIES } from "./queries.ts";

/**
 * The whole series opened, for pages that look across women; `undefined` while it loads or when it is too large.
 *
 * @param isWanted - false to leave it for later
 */
export function useSeriesView(series: string, isWanted = true): SeriesView | undefined {
  const head = useQuery(headQuery(series));
  const isWhole = isWanted && head.data !== undefined && head.data.cases <= WHOLE_SERIES;
  const records = useQuery({ ...recordsQuery(series), enabled: isWhole });
  return useMemo(() => {
    if (!isWhole || head.data === undefined || records.data === undefined) return undefined;
    return openSeries({ ...head.data.value, cases: records.data.map((stored) => stored.value) });
  }, [isWhole, head.data, records.data]);
}
