import { type LocalText, localText, type Terms } from "@materbone/clinical";
import type { EvidenceDocument, EvidenceRow, Literature, Synthesis } from "@materbone/evidence";
import { windowOf } from "@materbone/evidence";
import { evidenceSite, METRIC_WORDS, placesOf, type RowPlace, TREATMENT_WORDS } from "@materbone/report";
import type { EvidenceSearch } from "../evidence-search.ts";

/** What narrows the list of outcomes. */
export type RowFilter = Pick<
  EvidenceSearch,
  "site" | "treatment" | "metric" | "window" | "population" | "use" | "conflict" | "find"
>;

/** An outcome with where it went in the synthesis. */
export type PlacedRow = { readonly row: EvidenceRow; readonly place: RowPlace };

/** A part of the filter that is chosen from a list. */
export type Facet = "site" | "treatment" | "metric" | "window" | "population" | "use";

/** How many outcomes each value of a facet would leave, with the other parts of the filter as they are. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** Every outcome with its place. */
export function placedRows(synthesis: Synthesis): readonly PlacedRow[] {
  const places = placesOf(synthesis);
  return synthesis.rows.map((row) => ({ row, place: places.get(row) ?? "notPooled" }));
}

/** The outcomes that pass, and what each choice of a facet would show. */
export function filteredRows(
  rows: readonly PlacedRow[],
  literature: Literature,
  filter: RowFilter,
  terms: Terms,
): { readonly shown: readonly PlacedRow[]; readonly counts: FacetCounts } {
  const documents = new Map(literature.documents.map((each) => [each.id, each]));
  const words = wordsOf(filter.find ?? "");
  const candidates = rows.filter(
    ({ row }) =>
      (filter.conflict === undefined || row.hasConflict) &&
      (words.length === 0 || holdsAll(textOf(row, documents, terms), words)),
  );
  const passes = (each: PlacedRow, except?: Facet): boolean =>
    FACETS.every((facet) => facet === except || filter[facet] === undefined || filter[facet] === VALUE_OF[facet](each));
  const counts = (facet: Facet): ReadonlyMap<string, number> => {
    const of = new Map<string, number>();
    for (const each of candidates) {
      const value = VALUE_OF[facet](each);
      if (passes(each, facet)) of.set(value, (of.get(value) ?? 0) + 1);
    }
    return of;
  };
  return {
    shown: candidates.filter((each) => passes(each)),
    counts: {
      site: counts("site"),
      treatment: counts("treatment"),
      metric: counts("metric"),
      window: counts("window"),
      population: counts("population"),
      use: counts("use"),
    },
  };
}

export const FACETS: readonly Facet[] = ["site", "treatment", "metric", "window", "population", "use"];

/** In a window of no name: a time over its end, or none. */
export const NO_WINDOW = "none";

const VALUE_OF: Readonly<Record<Facet, (each: PlacedRow) => string>> = {
  site: ({ row }) => row.outcome.site,
  treatment: ({ row }) => row.treatment,
  metric: ({ row }) => row.outcome.metric,
  window: ({ row }) => (row.months === undefined ? NO_WINDOW : (windowOf(row.months) ?? NO_WINDOW)),
  population: ({ row }) => row.study.population.kind,
  use: ({ place }) => place,
};

function textOf(
  { study, arm, outcome, treatment }: EvidenceRow,
  documents: ReadonlyMap<string, EvidenceDocument>,
  t: Terms,
): string {
  const said = (text: LocalText | undefined): string => (text === undefined ? "" : localText(text, t.lang));
  return folded(
    [
      study.label,
      study.year,
      said(study.note),
      said(arm.note),
      said(outcome.siteName),
      evidenceSite(outcome.site, t),
      t.text(TREATMENT_WORDS[treatment]),
      t.text(METRIC_WORDS[outcome.metric]),
      ...arm.regimens.map(({ agent }) => t.agent(agent)),
      ...outcome.readings.flatMap(({ document, place, note, checkedBy }) => [
        said(documents.get(document)?.cite),
        place,
        said(note),
        checkedBy,
      ]),
    ].join(" "),
  );
}

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Case, width and the form of an apostrophe make no difference. */
function folded(text: string): string {
  return text.normalize("NFKC").replaceAll("\u2019", "'").toLowerCase();
}
