import type { DocumentRef } from "./document.ts";

/** Unsaved work of one browser window on one document. It may be incomplete, so nothing of it is validated. */
export type Draft = {
  readonly document: DocumentRef;
  /** Chosen by the window and kept by it over a reload. */
  readonly window: string;
  /** Revision of the document that the work started from. */
  readonly baseRevision: number;
  readonly body: unknown;
  readonly at: string;
  readonly by: string;
};
