import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";

export const EVIDENCE_PANELS = ["summary", "studies", "forest", "harvest", "small", "benchmark", "appraisal"] as const;
export type EvidencePanel = (typeof EVIDENCE_PANELS)[number];

/** SDs between women that a reader can put in place of the pooled one, percentage points. */
export const ASSUMED_SDS = [5, 7, 10] as const;

/**
 * State of the page that can be linked. The choices of the reader stand in it too, so that a link shows the same numbers; none
 * of them is part of the literature. Names that only the literature knows are checked where they are used.
 */
export type EvidenceSearch = {
  /** Default `summary`. */
  readonly show?: EvidencePanel;

  /** SD between women, percentage points; pooled from the reports when absent. */
  readonly sd?: (typeof ASSUMED_SDS)[number];
  /** Values without a named statistic are taken as means. */
  readonly notStated?: "mean";
  /** Studies that may share women are counted each. */
  readonly overlaps?: "each";
  /** Readings chosen over those of the literature: `study/arm/outcome=0,…`, by their position; people read and write them from 1. */
  readonly readings?: string;

  /** `site/metric/window` of what is pooled. */
  readonly stratum?: string;
  readonly treatment?: string;
  readonly site?: string;

  readonly metric?: string;
  readonly window?: string;
  readonly population?: "plo" | "other";
  /** `pooled`, `alone`, `unlikeCourses`, or why a value is in no pooled effect. */
  readonly use?: string;
  readonly conflict?: "only";
  /** Words that a row holds. */
  readonly find?: string;
  /** Key of the outcome that stands open, or id of a study in the appraisal. */
  readonly open?: string;
};

export function evidenceSearch(search: Readonly<Record<string, unknown>>): EvidenceSearch {
  const sd = numberOf(search.sd);
  return given({
    show: oneOf(search.show, EVIDENCE_PANELS),
    sd: ASSUMED_SDS.find((points) => points === sd),
    notStated: oneOf(search.notStated, ["mean"]),
    overlaps: oneOf(search.overlaps, ["each"]),
    readings: textOf(search.readings),
    stratum: textOf(search.stratum),
    treatment: textOf(search.treatment),
    site: textOf(search.site),
    metric: textOf(search.metric),
    window: textOf(search.window),
    population: oneOf(search.population, ["plo", "other"]),
    use: textOf(search.use),
    conflict: oneOf(search.conflict, ["only"]),
    find: textOf(search.find),
    open: textOf(search.open),
  });
}

/** A change of the address; `undefined` takes a part away. */
export type EvidenceChange = { readonly [K in keyof EvidenceSearch]?: EvidenceSearch[K] | undefined };
