import { openSeries, type SeriesView } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { headQuery, recordsQuery, WHOLE_SERIES } from "../api/queries.ts";
import { useSeriesView } from "../api/use-series-view.ts";

/**
 * The women of one page of the board opened, out of the whole series where it is small enough to be opened at once.
 *
 * @param ids - women of the page; `undefined` while the list loads
 * @param isWanted - false to leave it for later
 */
export function usePageView(
  series: string,
  ids: readonly string[] | undefined,
  isWanted: boolean,
): { readonly whole: SeriesView | undefined; readonly page: SeriesView | undefined; readonly isLarge: boolean } {
  const head = useQuery(headQuery(series));
  const whole = useSeriesView(series, isWanted);
  const isLarge = head.data !== undefined && head.data.cases > WHOLE_SERIES;
  const records = useQuery({
    ...recordsQuery(series, ids ?? []),
    enabled: isWanted && isLarge && ids !== undefined && ids.length > 0,
  });
  const page = useMemo(() => {
    if (ids === undefined || head.data === undefined) return undefined;
    const known = isLarge ? records.data?.map((stored) => stored.value) : whole?.cases.map((woman) => woman.record);
    if (known === undefined) return undefined;
    const byId = new Map(known.map((record) => [record.id, record]));
    const cases = ids.flatMap((id) => byId.get(id) ?? []);
    // The whole series in its own order is the page itself: nothing is opened twice.
    if (whole !== undefined && cases.length === whole.cases.length) {
      if (cases.every((record, position) => record === whole.cases[position]?.record)) return whole;
    }
    return openSeries({ ...head.data.value, cases });
  }, [ids, head.data, isLarge, records.data, whole]);
  return { whole, page, isLarge };
}
