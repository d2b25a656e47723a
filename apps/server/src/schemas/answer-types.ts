import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Literature } from "@materbone/evidence";
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
import type { FinderAnswers } from "../finder/finder-answers.ts";

/** What the routes answer, by the names of the interface document. */
export type Answers = FinderAnswers & {
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
  /** Revision 0 where none was ever saved; `deleted` where the own one was given up. */
  readonly StoredLiterature:
    | (Pick<Stored<Literature>, "value" | "revision" | "deleted"> & { readonly isShipped: true })
    | (Omit<Stored<Literature>, "deleted"> & { readonly isShipped: false });
  readonly RevisionPage: RevisionPage;
  readonly RevisionContent: { readonly value: SeriesHead | CaseRecord | Literature };
  readonly CasePage: CasePage;
  readonly Tags: { readonly tags: readonly { readonly tag: string; readonly cases: number }[] };
  readonly Drafts: { readonly drafts: readonly Draft[] };
  readonly DraftList: { readonly drafts: readonly Omit<Draft, "body">[] };
  readonly Verification: Verification;
};
