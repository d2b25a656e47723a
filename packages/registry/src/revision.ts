import type { Change } from "@materbone/clinical";
import type { DocumentRef } from "./document.ts";

export type RevisionKind = "created" | "changed" | "undone" | "deleted" | "restored" | "purged";

/** One entry of the append-only log, without the content. */
export type Revision = {
  /** Position in the log of the whole registry, from 1 without gaps. */
  readonly sequence: number;
  readonly kind: RevisionKind;
  readonly document: DocumentRef["kind"];
  /** Id of the series at that time; absent for the literature. */
  readonly series?: string;
  /** Id of the woman at that time; absent for other documents. */
  readonly case?: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  /** Field by field, before and after; empty once the content was purged. */
  readonly changes: readonly Change[];
  /** The content was erased by a later purge; its digest stays, so that the chain still verifies. */
  readonly isErased: boolean;
  readonly hash: string;
};

/** A page of the log, newest first. */
export type RevisionPage = { readonly total: number; readonly revisions: readonly Revision[] };

/** What `verify` found. */
export type Verification = {
  readonly revisions: number;
  readonly documents: number;
  /** Hash of the last entry; write it down elsewhere to prove later that nothing was cut off. */
  readonly head: string | undefined;
  readonly faults: readonly VerificationFault[];
};

export type VerificationFault =
  /** An entry does not carry the hash of the one before, or its own hash is not that of its content. */
  | { readonly kind: "brokenChain"; readonly sequence: number }
  | { readonly kind: "missingRevision"; readonly sequence: number }
  /** Content is gone and no purge says so. */
  | { readonly kind: "contentMissing"; readonly sequence: number }
  /** What lists and searches read is not what the revisions say, of the literature where no series is named; rebuilding mends it. */
  | { readonly kind: "projectionDiffers"; readonly series?: string; readonly case?: string }
  /** The database file itself is damaged; the engine's own words. */
  | { readonly kind: "damagedFile"; readonly detail: string };
