import { useDebouncedValue } from "@mantine/hooks";
import { localText } from "@materbone/clinical";
import type { CaseSummary, SeriesSummary } from "@materbone/registry";
import { useQueries, useQuery } from "@tanstack/react-query";
import { casesQuery, seriesListQuery } from "../api/queries.ts";

/** Long enough to join the letters of a word. */
const DELAY_MS = 150;
/** Women shown of one series, and series searched at most. */
const MOST_WOMEN = 6;
const MOST_SERIES = 20;

export type FoundWoman = { readonly series: SeriesSummary; readonly woman: CaseSummary };

/** Women of every series whose pseudonym or tag holds the query; those of the series at hand come first. */
export function useWomen(
  query: string,
  here: string | undefined,
): {
  readonly list: readonly SeriesSummary[];
  readonly women: readonly FoundWoman[];
  readonly isSearching: boolean;
} {
  const [search] = useDebouncedValue(query.trim(), DELAY_MS);
  const all = useQuery(seriesListQuery()).data ?? [];
  const list = all.toSorted((a, b) => Number(b.id === here) - Number(a.id === here)).slice(0, MOST_SERIES);
  const results = useQueries({
    queries: list.map((series) => ({
      ...casesQuery(series.id, { search, limit: MOST_WOMEN }),
      enabled: search !== "",
    })),
  });
  const women =
    search === ""
      ? []
      : list.flatMap((series, position) => (results[position]?.data?.cases ?? []).map((woman) => ({ series, woman })));
  return { list: all, women, isSearching: query.trim() !== search || results.some(({ isFetching }) => isFetching) };
}

/** Pseudonym, tags and series of a woman, as one line. */
export function womanDetail({ series, woman }: FoundWoman, lang: "zh" | "en"): string {
  const tags = woman.tags.map((tag) => `#${tag}`);
  return [woman.id, ...tags, localText(series.title, lang)].join(" · ");
}
