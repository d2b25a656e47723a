import type { LocalText } from "@materbone/clinical";
import type {
  BlindStatus,
  CohortDefinition,
  DefinitionSentences,
  DeliveryExplanation,
  ReviewRole,
  ReviewSummary,
  ReviewVerdict,
  Row,
  ShownSummary,
  Worklist,
} from "@materbone/finder";
import { queryOptions } from "@tanstack/react-query";
import { request } from "./request.ts";

/** Keys of the client's cache: everything of one run stands under `["finder", "run", id]`. */
export const finderKeys = {
  definitions: ["finder", "definitions"] as const,
  jobs: ["finder", "jobs"] as const,
  runs: ["finder", "runs"] as const,
  run: (run: string) => ["finder", "run", run] as const,
};

/** A run as the list has it. */
export type RunHead = {
  readonly id: string;
  readonly hash: string;
  readonly dataName: string;
  /** Where the data come from on this computer. */
  readonly place?: string;
  readonly name: LocalText;
  readonly definition: { readonly id: string; readonly version: string };
  readonly candidates: number;
  readonly asOf?: string;
  readonly startedAt: string;
  readonly endedAt: string;
};

/** What a place on this computer holds, in words of the language asked for. */
export type Detection =
  | {
      readonly kind: "found";
      readonly format: "omop" | "fhir" | "csv";
      readonly said: string;
      readonly files: number;
      readonly bytes: number;
      readonly counts: Readonly<Record<string, number>>;
      readonly missing: readonly string[];
      readonly ignored: readonly { readonly name: string; readonly said: string }[];
      /** Day of which the data would be read. */
      readonly asOf: string;
      /** What an earlier search converted from the same place. */
      readonly converted?: Converted;
    }
  | {
      readonly kind: "refused";
      readonly why: string;
      readonly said: string;
      readonly ignored: readonly { readonly name: string; readonly said: string }[];
    };

export type Converted = {
  readonly format: "omop" | "fhir" | "csv";
  readonly asOf: string;
  readonly persons: number;
  readonly events: number;
};

/** How a search stands. */
export type JobState =
  | {
      readonly kind: "running";
      readonly id: string;
      /** Key of the data that are converted or asked. */
      readonly data: string;
      readonly progress: {
        readonly phase: "detect" | "read" | "sort" | "answer" | "keep";
        readonly done: number;
        readonly total: number;
      };
    }
  | {
      readonly kind: "done";
      readonly id: string;
      readonly run: string;
      /** Key of the converted data, for a live funnel over them. */
      readonly data: string;
      readonly candidates: number;
      readonly problems: readonly { readonly title: string; readonly places: readonly string[] }[];
    }
  | { readonly kind: "cancelled"; readonly id: string }
  | { readonly kind: "refused" | "failed"; readonly id: string; readonly why: string; readonly said: string };

/** A definition with what it says, or every problem with its place. */
export type CheckedDefinition =
  | {
      readonly kind: "read";
      readonly definition: CohortDefinition;
      readonly hash: string;
      readonly said: DefinitionSentences;
    }
  | {
      readonly kind: "refused";
      readonly problems: readonly { readonly pointer: string; readonly detail: string }[];
      /** What the file of a kept one holds. */
      readonly text?: string;
    };

/** One candidate with her rows of the contract, as one reviewer may see her. */
export type FinderWoman = {
  readonly rank: number;
  readonly deliveries: readonly DeliveryExplanation[];
  readonly events: readonly Row[];
  readonly status: BlindStatus;
  /** What a decision names that is made of this status. */
  readonly state: string;
};

export type FinderReview = {
  readonly role: ReviewRole;
  /** Names that this reviewer may know: the other's once both have decided on somebody. */
  readonly reviewers: readonly string[];
  /** By rank, from 1. */
  readonly statuses: readonly BlindStatus[];
};

export type FinderSummary = { readonly inside: ReviewSummary; readonly leaving: ShownSummary };

/** A definition as the list has it: one that ships, or an own one that is kept at the server. */
export type ListedDefinition = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly own: boolean;
  /** Its file is no definition any more, and cannot be used. */
  readonly damaged: boolean;
};

export const runsQuery = queryOptions({
  queryKey: finderKeys.runs,
  queryFn: async ({ signal }) => (await request<{ runs: readonly RunHead[] }>("/finder/runs", { signal })).runs,
});

/** Ids of runs whose files are damaged. */
export const damagedRunsQuery = queryOptions({
  queryKey: [...finderKeys.runs, "damaged"],
  queryFn: async ({ signal }) => (await request<{ damaged: readonly string[] }>("/finder/runs", { signal })).damaged,
});

export const worklistQuery = (run: string) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "worklist"],
    queryFn: ({ signal }) => request<Worklist>(`${runPath(run)}/worklist`, { signal }),
    // A run does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const womanQuery = (run: string, rank: number, reviewer: string) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "woman", rank, reviewer],
    queryFn: ({ signal }) =>
      request<FinderWoman>(`${runPath(run)}/women/${rank}?reviewer=${encodeURIComponent(reviewer)}`, { signal }),
  });

/** How often an open review asks what the other reviewer has decided meanwhile; not while its tab is hidden. */
const REVIEW_EVERY_MS = 5_000;

export const reviewQuery = (run: string, reviewer: string) =>
  queryOptions({
    refetchInterval: REVIEW_EVERY_MS,
    queryKey: [...finderKeys.run(run), "review", reviewer],
    queryFn: ({ signal }) =>
      request<FinderReview>(`${runPath(run)}/review?reviewer=${encodeURIComponent(reviewer)}`, { signal }),
  });

/** A confirmed woman who was written into a series, and where she stands. */
export type WrittenCase = { readonly candidate: number; readonly series: string; readonly id: string };

export const writtenQuery = (run: string) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "written"],
    queryFn: async ({ signal }) =>
      (await request<{ written: readonly WrittenCase[] }>(`${runPath(run)}/cases`, { signal })).written,
  });

/** The woman in other runs over the same data; `told` is absent until she is settled in this one. */
export type FoundElsewhere = {
  readonly isSettled: boolean;
  readonly runs: readonly {
    readonly name: LocalText;
    readonly definition: { readonly id: string; readonly version: string };
    readonly startedAt: string;
    readonly isSameDelivery: boolean;
    readonly told?: {
      readonly run: string;
      readonly rank: number;
      readonly verdict: ReviewVerdict | "open";
      readonly written: readonly { readonly series: string; readonly id: string }[];
    };
  }[];
};

export const elsewhereQuery = (run: string, rank: number) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "elsewhere", rank],
    queryFn: ({ signal }) => request<FoundElsewhere>(`${runPath(run)}/women/${rank}/elsewhere`, { signal }),
  });

export const summaryQuery = (run: string) =>
  queryOptions({
    queryKey: [...finderKeys.run(run), "summary"],
    queryFn: ({ signal }) => request<FinderSummary>(`${runPath(run)}/summary`, { signal }),
  });

export function runPath(run: string): string {
  return `/finder/runs/${encodeURIComponent(run)}`;
}
