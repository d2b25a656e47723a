import type { RevisionKind } from "../revision.ts";

/** The tables as kysely reads them; `migrations` make them. */
export type Tables = {
  readonly revision: {
    readonly sequence: number;
    readonly document: number;
    readonly parent: number | null;
    readonly kind: RevisionKind;
    readonly series: string;
    readonly case_id: string | null;
    readonly revision: number;
    readonly at: string;
    readonly by: string;
    readonly why_digest: string | null;
    readonly content_digest: string | null;
    readonly hash: string;
  };
  readonly revision_content: {
    readonly sequence: number;
    readonly salt: string;
    readonly why: string | null;
    readonly body: string | null;
  };
  readonly document: {
    readonly key: number;
    readonly parent: number | null;
    readonly id: string;
    readonly revision: number;
    readonly sequence: number;
    readonly content_sequence: number;
    readonly saved_at: string;
    readonly saved_by: string;
    readonly deleted_at: string | null;
    readonly deleted_by: string | null;
    readonly deleted_why: string | null;
    readonly is_purged: number;
  };
  readonly series_summary: { readonly key: number; readonly context: number; readonly body: string };
  readonly case_summary: {
    readonly key: number;
    readonly series: number;
    readonly is_deleted: number;
    readonly natural: string;
    readonly search: string;
    readonly facets: number;
    readonly age_years: number | null;
    readonly delivery_day: number | null;
    readonly diagnosis_months: number | null;
    readonly lowest_z: number | null;
    readonly findings: number;
    readonly saved_ms: number;
    readonly context: number;
    readonly body: string;
  };
  readonly tag_count: { readonly series: number; readonly tag: string; readonly cases: number };
  readonly draft: {
    readonly series: string;
    /** Empty for the head, because a key column cannot be NULL. */
    readonly case_id: string;
    readonly window: string;
    readonly base_revision: number;
    readonly body: string;
    readonly at: string;
    readonly by: string;
  };
  readonly setting: { readonly name: string; readonly body: string };
};
