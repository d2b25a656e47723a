export type { Act } from "./act.ts";
export { CASE_ORDERS, type CaseOrder } from "./case-order.ts";
export {
  type CasePage,
  type CaseQuery,
  type CaseSummary,
  caseSummarySchema,
  type SeriesSummary,
} from "./case-summary.ts";
export type { DocumentRef, Saved, Stored } from "./document.ts";
export type { Draft } from "./draft.ts";
export type { CaseRef, Progress, Registry, SeriesRef, Settings } from "./registry.ts";
export {
  BrokenReferenceError,
  DocumentExistsError,
  DocumentNotFoundError,
  DocumentStateError,
  StaleRevisionError,
  StoreError,
  type StoreTrouble,
} from "./registry-error.ts";
export type { Revision, RevisionKind, RevisionPage, Verification, VerificationFault } from "./revision.ts";
