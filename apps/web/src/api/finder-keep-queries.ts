import type { Lang } from "@materbone/clinical";
import { queryOptions } from "@tanstack/react-query";
import {
  type CheckedDefinition,
  type Converted,
  type Detection,
  finderKeys,
  type JobState,
  type ListedDefinition,
} from "./finder-queries.ts";
import { request } from "./request.ts";

/** Copies of files that were handed over. */
export type Upload = {
  readonly id: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly madeAt: string;
  /** Files that are there whole. */
  readonly files: number;
  readonly bytes: number;
  /** What it is when it is whole. */
  readonly stated: { readonly files: number; readonly bytes: number };
  readonly isWhole: boolean;
};

/** An upload that was begun or is gone on with, and how many bytes of each file are there. */
export type BegunUpload = { readonly upload: Upload; readonly received: readonly number[] };

/** Converted data of one source; without `converted` a conversion that did not end. */
export type StoredData = {
  readonly key: string;
  readonly place?: string;
  readonly bytes: number;
  readonly converted?: Converted;
  /** Beside converted data lies what a later conversion of the same place read before it broke off. */
  readonly isBrokenOff?: true;
};

/** The beginning of a table at a path. */
export type TableHead = {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: "utf-8" | "gb18030";
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What the YAML of a mapping stands for, or why it is none. */
export type MappingDocument = {
  readonly name: string;
  /** Of a file of its own, kept under a name or beside the tables: tells this state from another. */
  readonly state?: string;
} & ({ readonly document: unknown } | { readonly said: string });

export type FinderTables =
  | {
      readonly kind: "read";
      readonly isFolder: boolean;
      readonly tables: readonly TableHead[];
      readonly mapping?: MappingDocument;
    }
  | { readonly kind: "refused"; readonly why: string; readonly said: string };

/** Keys of what the finder keeps on the disk. */
export const keepKeys = {
  uploads: ["finder", "uploads"] as const,
  data: ["finder", "data"] as const,
  mappings: ["finder", "mappings"] as const,
};

export const uploadsQuery = queryOptions({
  queryKey: keepKeys.uploads,
  queryFn: ({ signal }) =>
    request<{ readonly folder: string; readonly uploads: readonly Upload[] }>("/finder/uploads", { signal }),
});

export const storedDataQuery = queryOptions({
  queryKey: keepKeys.data,
  queryFn: async ({ signal }) =>
    (await request<{ readonly data: readonly StoredData[] }>("/finder/data", { signal })).data,
});

export const mappingsQuery = queryOptions({
  queryKey: keepKeys.mappings,
  queryFn: async ({ signal }) =>
    (
      await request<{
        readonly mappings: readonly { readonly name: string; readonly savedAt: string; readonly state: string }[];
      }>("/finder/mappings", { signal })
    ).mappings,
});

export const mappingQuery = (name: string) =>
  queryOptions({
    queryKey: [...keepKeys.mappings, name],
    queryFn: ({ signal }) => request<MappingDocument>(`/finder/mappings/${encodeURIComponent(name)}`, { signal }),
  });

/** Words of the answer are of one language, so it is part of the key. */
export const detectionQuery = (path: string, mapping: string | undefined, lang: Lang) =>
  queryOptions({
    queryKey: ["finder", "detection", path, mapping ?? "", lang],
    queryFn: ({ signal }) =>
      request<Detection>("/finder/detect", {
        method: "POST",
        body: { path, ...(mapping === undefined ? {} : { mapping }) },
        signal,
      }),
    // Large folders take a while; who changed them looks again.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const tablesQuery = (path: string, lang: Lang) =>
  queryOptions({
    queryKey: ["finder", "tables", path, lang],
    queryFn: ({ signal }) => request<FinderTables>("/finder/tables", { method: "POST", body: { path }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Names come in the language that is spoken. */
export const definitionsIn = (lang: Lang) =>
  queryOptions({
    queryKey: [...finderKeys.definitions, { lang }],
    queryFn: async ({ signal }) =>
      (await request<{ readonly definitions: readonly ListedDefinition[] }>("/finder/definitions", { signal }))
        .definitions,
  });

/** A definition with what it says, in the language that is spoken. */
export const saidDefinitionQuery = (id: string, lang: Lang) =>
  queryOptions({
    queryKey: [...finderKeys.definitions, { said: id, lang }],
    queryFn: ({ signal }) => request<CheckedDefinition>(`/finder/definitions/${encodeURIComponent(id)}`, { signal }),
  });

/** Often while a search runs, then no more. */
const EVERY_MS = 700;

export const jobsQuery = (lang: Lang) =>
  queryOptions({
    queryKey: [...finderKeys.jobs, lang],
    queryFn: async ({ signal }) =>
      (await request<{ readonly jobs: readonly JobState[] }>("/finder/jobs", { signal })).jobs,
    refetchInterval: ({ state }) => (state.data?.some(({ kind }) => kind === "running") ? EVERY_MS : false),
  });
