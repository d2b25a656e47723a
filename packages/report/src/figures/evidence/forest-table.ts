import type { Terms } from "@materbone/clinical";
import type { FigureRow } from "../figure-mark.ts";
import { headed } from "../time-words.ts";
import { quantityWithUnit, valueText } from "./estimate-words.ts";
import { BADGE_WORDS, EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import { type ForestData, type ForestGroup, type ForestPooled, type ForestRow, rowSpan } from "./forest-data.ts";
import { JUDGEMENT_WORDS } from "./forest-words.ts";

const DASH = "–";

export function forestHeader(data: ForestData, terms: Terms): readonly string[] {
  return [
    terms.text(EVIDENCE_WORDS.group),
    terms.text(EVIDENCE_WORDS.study),
    terms.text(EVIDENCE_WORDS.women),
    terms.text(EVIDENCE_WORDS.months),
    terms.text(EVIDENCE_WORDS.drug),
    terms.text(EVIDENCE_WORDS.statistic),
    headed(quantityWithUnit(data.quantity, terms)),
    terms.text(EVIDENCE_WORDS.ciLower),
    terms.text(EVIDENCE_WORDS.ciUpper),
    terms.text(EVIDENCE_WORDS.piLower),
    terms.text(EVIDENCE_WORDS.piUpper),
    terms.text(EVIDENCE_WORDS.weight),
    terms.text(EVIDENCE_WORDS.note),
  ];
}

/** Every study, band and pooled effect, in the order drawn. */
export function forestTable(data: ForestData, terms: Terms): readonly FigureRow[] {
  const rows: FigureRow[] = [];
  for (const group of data.groups) {
    const name = groupName(group, terms);
    const { untreated } = group;
    if (untreated !== undefined) {
      const value = untreated.estimate === undefined ? DASH : valueText(untreated.estimate, data.quantity, terms);
      const ends = [untreated.lower, untreated.upper].map((each) => valueText(each, data.quantity, terms));
      const label = headed(terms.text(untreated.label));
      rows.push({
        at: untreated.at,
        cells: [name, label, DASH, DASH, DASH, DASH, value, ...ends, DASH, DASH, DASH, ""],
      });
    }
    for (const row of group.rows) rows.push({ at: row.at, cells: studyCells(name, row, data, terms) });
    for (const pooled of group.pooled) rows.push({ at: pooled.at, cells: pooledCells(name, pooled, data, terms) });
  }
  for (const pooled of data.overall) rows.push({ at: pooled.at, cells: pooledCells("", pooled, data, terms) });
  return rows;
}

/** Name of a group: its label, or its stratum where it has none and there are several. */
export function groupName({ label, stratum }: ForestGroup, terms: Terms): string {
  if (label !== undefined) return headed(terms.text(label));
  return headed(terms.series([stratum.site, stratum.window, stratum.metric].map((part) => terms.text(part))));
}

function studyCells(group: string, row: ForestRow, { quantity }: ForestData, terms: Terms): readonly string[] {
  const extent = rowSpan(row);
  const appraisal = (row.appraisal ?? []).map(
    ({ domain, judgement }) => `${headed(terms.text(domain))}: ${terms.text(JUDGEMENT_WORDS[judgement])}`,
  );
  return [
    group,
    studyName(row),
    String(row.women),
    row.months === undefined ? DASH : terms.months(row.months),
    terms.text(row.drug),
    terms.series(row.badges.map((badge) => terms.text(BADGE_WORDS[badge]))),
    valueText(row.estimate, quantity, terms),
    extent === undefined ? DASH : valueText(extent.lower, quantity, terms),
    extent === undefined ? DASH : valueText(extent.upper, quantity, terms),
    DASH,
    DASH,
    row.weightPercent === undefined ? DASH : terms.fixed(row.weightPercent, 1),
    appraisal.join("; "),
  ];
}

function pooledCells(group: string, pooled: ForestPooled, { quantity }: ForestData, terms: Terms): readonly string[] {
  const { prediction } = pooled;
  const [piLower, piUpper] =
    prediction.kind === "interval"
      ? [valueText(prediction.lower, quantity, terms), valueText(prediction.upper, quantity, terms)]
      : [DASH, DASH];
  return [
    group,
    headed(terms.text(pooled.label)),
    String(pooled.women),
    DASH,
    DASH,
    DASH,
    valueText(pooled.estimate, quantity, terms),
    valueText(pooled.lower, quantity, terms),
    valueText(pooled.upper, quantity, terms),
    piLower,
    piUpper,
    DASH,
    prediction.kind === "interval" ? "" : terms.text(prediction.reason),
  ];
}
