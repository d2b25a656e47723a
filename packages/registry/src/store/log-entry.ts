import type { RevisionKind } from "../revision.ts";

/** One entry of the log as the store keeps it: everything that the chain is made of, and nothing that a purge erases. */
export type LogEntry = {
  /** From 1 without gaps, over the whole registry. */
  readonly sequence: number;
  /** Internal key of the document, so that another id keeps its history. */
  readonly document: number;
  /** Key of the series of a woman; `null` for other documents. */
  readonly parent: number | null;
  readonly kind: RevisionKind;
  /** Ids at that time; of the literature `LITERATURE_ID`. */
  readonly series: string;
  readonly case: string | null;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly whyDigest: string | null;
  /** `null` where the act has no content of its own: deleted, restored, purged. */
  readonly contentDigest: string | null;
  readonly hash: string;
};

/** What a purge erases of an entry. */
export type LogContent = {
  /** Random, as hex; without it a digest says nothing about what was digested. */
  readonly salt: string;
  readonly why: string | null;
  /** The document as JSON, in the very text that was digested. */
  readonly body: string | null;
};

/** An entry with its content; the content is absent once purged. */
export type LoggedEntry = LogEntry & { readonly content: LogContent | undefined };
