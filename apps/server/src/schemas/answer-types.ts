import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type {
  CasePage,
  Draft,
  RevisionPage,
  Saved,
  SeriesSummary,
  Settings,
  Stored,
  Verification,
} from "@materbone/registry";

/** What the routes answer, by the names of the interface document. */
export type Answers = {
  readonly Status: {
    readonly program: string;
    readonly version: string;
    readonly dataFolder: string;
    readonly integrity: string;
    readonly examples: readonly string[];
    /** Women whose counts are being made again. */
    readonly stale: number;
  };
  readonly SettingsAnswer: Settings;
  readonly SeriesList: { readonly series: readonly SeriesSummary[] };
  readonly SavedDocument: Saved & { readonly id: string };
  readonly Saved: Saved;
  readonly OpenedExample: { readonly id: string; readonly isNew: boolean };
  readonly StoredHead: Stored<SeriesHead> & { readonly cases: number };
  readonly StoredCase: Stored<CaseRecord>;
  readonly StoredCases: { readonly records: readonly Stored<CaseRecord>[] };
  readonly RevisionPage: RevisionPage;
  readonly RevisionContent: { readonly value: SeriesHead | CaseRecord };
  readonly CasePage: CasePage;
  readonly Tags: { readonly tags: readonly { readonly tag: string; readonly cases: number }[] };
  readonly Drafts: { readonly drafts: readonly Draft[] };
  readonly DraftList: { readonly drafts: readonly Omit<Draft, "body">[] };
  readonly Verification: Verification;
};
