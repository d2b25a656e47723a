import type { Terms } from "@materbone/clinical";
import { told } from "../mark-words.ts";
import { headed } from "../time-words.ts";
import { spanText, valueText, withUnit } from "./estimate-words.ts";
import type { UntreatedBand, ValueSpan } from "./evidence-figure-data.ts";
import { CI, EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import { detailWords } from "./forest-columns.ts";
import { type ForestData, type ForestPooled, type ForestRow, rowSpan } from "./forest-data.ts";
import { NO_PREDICTION, POOLED_COUNTS, PREDICTION_WORDS } from "./forest-words.ts";

/** What a reader is told at the mark of a study. */
export function rowLabel(row: ForestRow, data: ForestData, terms: Terms): string {
  const extent = rowSpan(row);
  const interval = extent === undefined ? terms.text(EVIDENCE_WORDS.noInterval) : ciText(extent, data, terms);
  return told([studyName(row), `${value(row.estimate, data, terms)} (${interval})`, detailWords(row, terms)], terms);
}

export function pooledLabel(pooled: ForestPooled, data: ForestData, terms: Terms): string {
  return told(
    [
      headed(terms.text(pooled.label)),
      `${value(pooled.estimate, data, terms)} (${ciText(pooled, data, terms)})`,
      POOLED_COUNTS[terms.lang](pooled, terms),
    ],
    terms,
  );
}

/** The prediction interval of a pooled effect, or why there is none. */
export function predictionText(pooled: ForestPooled, data: ForestData, terms: Terms): string {
  return told([headed(terms.text(pooled.label)), predictionWords(pooled, data, terms)], terms);
}

export function predictionWords({ prediction }: ForestPooled, data: ForestData, terms: Terms): string {
  if (prediction.kind === "notGiven")
    return NO_PREDICTION[terms.lang]({ reason: terms.text(prediction.reason) }, terms);
  const span = withUnit(spanText(prediction, data.quantity, terms), data.quantity, terms);
  return PREDICTION_WORDS[terms.lang]({ span }, terms);
}

export function untreatedLabel(band: UntreatedBand, data: ForestData, terms: Terms): string {
  const extent = withUnit(spanText(band, data.quantity, terms), data.quantity, terms);
  const middle = band.estimate === undefined ? "" : value(band.estimate, data, terms);
  return told([headed(terms.text(band.label)), middle, extent], terms);
}

function value(estimate: number, { quantity }: ForestData, terms: Terms): string {
  return withUnit(valueText(estimate, quantity, terms), quantity, terms);
}

function ciText(extent: ValueSpan, { quantity, level }: ForestData, terms: Terms): string {
  return `${CI[terms.lang]({ level }, terms)} ${spanText(extent, quantity, terms)}`;
}
