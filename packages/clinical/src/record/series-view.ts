import { type CaseView, openCase } from "./case-view.ts";
import type { Series } from "./series.ts";

/** A series with every woman opened. */
export type SeriesView = {
  readonly series: Series;
  readonly cases: readonly CaseView[];
};

export function openSeries(series: Series): SeriesView {
  return { series, cases: series.cases.map((record) => openCase(record, series)) };
}
