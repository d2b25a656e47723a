export type { Act } from "./act.ts";
export { CASE_ORDERS, type CaseOrder } from "./case-order.ts";
export {
  type CasePage,
  type CaseQuery,
  type CaseSummary,
  caseSummarySchema,
  type DerivedSummary,
  type SeriesSummary,
} from "./case-summary.ts";
export { defaultDataFolder, REGISTRY_FILE } from "./data-folder.ts";
export type { DocumentRef, LiteratureDocument, Saved, Stored } from "./document.ts";
export type { Draft } from "./draft.ts";
export { type MemoryRegistryOptions, openMemoryRegistry } from "./memory/open-memory-registry.ts";
export type { CaseRef, LiteratureRef, Progress, Registry, SeriesRef, Settings } from "./registry.ts";
export {
  BrokenReferenceError,
  DocumentExistsError,
  DocumentNotFoundError,
  DocumentStateError,
  FolderHeldError,
  type Holder,
  StaleRevisionError,
  StoreError,
  type StoreTrouble,
} from "./registry-error.ts";
export type { Revision, RevisionKind, RevisionPage, Verification, VerificationFault } from "./revision.ts";
export { type HeldFolder, holdFolder } from "./sqlite/hold-folder.ts";
export { openSqliteRegistry, type SqliteRegistryOptions } from "./sqlite/open-sqlite-registry.ts";
export { type RestoreOptions, restoreRegistry } from "./sqlite/restore-registry.ts";
export { sayStoreTrouble, storeTroubleWords, type TroubleFacts } from "./store-trouble-words.ts";
export { summaryOf } from "./summary-of.ts";
export { sayVerificationFault } from "./verification-words.ts";
