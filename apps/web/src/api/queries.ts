import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Literature } from "@materbone/evidence";
import type { CasePage, CaseQuery, Draft, RevisionPage, SeriesSummary, Settings, Stored } from "@materbone/registry";
import { queryOptions } from "@tanstack/react-query";
import { casePath, LITERATURE_PATH, request, seriesPath } from "./request.ts";

/** Keys of the client's cache: everything of one series stands under `["series", id]`. */
export const keys = {
  allSeries: ["series-list"] as const,
  series: (series: string) => ["series", series] as const,
  literature: ["literature"] as const,
};

export type StoredHead = Stored<SeriesHead> & { readonly cases: number };

export const seriesListQuery = (isDeleted = false) =>
  queryOptions({
    queryKey: [...keys.allSeries, { isDeleted }],
    queryFn: async ({ signal }) =>
      (await request<{ series: readonly SeriesSummary[] }>(`/series?deleted=${isDeleted}`, { signal })).series,
  });

export const headQuery = (series: string) =>
  queryOptions({
    queryKey: [...keys.series(series), "head"],
    queryFn: ({ signal }) => request<StoredHead>(seriesPath(series), { signal }),
    // Small, and work that the window holds while the server is away cannot be shown without it.
    gcTime: Number.POSITIVE_INFINITY,
  });

export const recordsQuery = (series: string, ids?: readonly string[]) =>
  queryOptions({
    queryKey: [...keys.series(series), "records", ids ?? "all"],
    queryFn: async ({ signal }) => {
      const query = ids === undefined ? "" : `?ids=${ids.map(encodeURIComponent).join(",")}`;
      return (
        await request<{ records: readonly Stored<CaseRecord>[] }>(`${seriesPath(series)}/records${query}`, { signal })
      ).records;
    },
  });

export const casesQuery = (series: string, query: CaseQuery) =>
  queryOptions({
    queryKey: [...keys.series(series), "cases", query],
    queryFn: ({ signal }) => request<CasePage>(`${seriesPath(series)}/cases${searchOf(query)}`, { signal }),
  });

export const tagsQuery = (series: string) =>
  queryOptions({
    queryKey: [...keys.series(series), "tags"],
    queryFn: async ({ signal }) =>
      (
        await request<{ tags: readonly { readonly tag: string; readonly cases: number }[] }>(
          `${seriesPath(series)}/tags`,
          { signal },
        )
      ).tags,
  });

export const caseQuery = (series: string, id: string) =>
  queryOptions({
    queryKey: [...keys.series(series), "case", id],
    queryFn: ({ signal }) => request<Stored<CaseRecord>>(casePath(series, id), { signal }),
  });

/** The literature of this registry, or the shipped one where there is none; `deleted` where the own one was given up. */
export type StoredLiterature =
  | (Pick<Stored<Literature>, "value" | "revision" | "deleted"> & { readonly isShipped: true })
  | (Omit<Stored<Literature>, "deleted"> & { readonly isShipped: false });

export const literatureQuery = queryOptions({
  queryKey: [...keys.literature, "stored"],
  queryFn: ({ signal }) => request<StoredLiterature>(LITERATURE_PATH, { signal }),
  // One for the whole registry; pages that were left and come back while the server is away go on showing it.
  gcTime: Number.POSITIVE_INFINITY,
});

/** Drafts of every window, without their content. */
export const draftsQuery = queryOptions({
  queryKey: ["drafts"],
  queryFn: async ({ signal }) =>
    (await request<{ drafts: readonly Omit<Draft, "body">[] }>("/drafts", { signal })).drafts,
});

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => request<Settings>("/settings", { signal }),
});

export const historyQuery = (path: string, offset: number, limit: number) =>
  queryOptions({
    queryKey: ["history", path, offset, limit],
    queryFn: ({ signal }) => request<RevisionPage>(`${path}?offset=${offset}&limit=${limit}`, { signal }),
  });

/** Above this many women a series is listed page by page; claims, tables and boards across women are left to the command line. */
export const WHOLE_SERIES = 500;

function searchOf(query: CaseQuery): string {
  const { isFractured, isDeleted, isDescending, ...same } = query;
  const parts = Object.entries({ ...same, fractured: isFractured, deleted: isDeleted, descending: isDescending });
  const search = new URLSearchParams();
  for (const [name, value] of parts) if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
