import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  createTerms,
  type Interval,
  isBounded,
  type Lang,
  type LscSource,
  type Terms,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { sayComparability } from "./comparability.ts";
import { lscSentence } from "./lsc-sentence.ts";
import { printedMonthInterval } from "./printed.ts";
import { cell, column, linesCell, MISSING, plainTable, type Row, row, type Table } from "./table.ts";
import { RESPONSE_TONE } from "./table-cells.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

/** Every pair of scans of a woman, site by site, with the verdict against the LSC in use, which every row names and a footnote with its source. */
export function responseTable(view: CaseView, lsc: LscSource, lang: Lang): Table {
  const t = createTerms(lang);
  const responses = bmdResponses(view, lsc);
  return plainTable(
    {
      id: `responses-${view.record.id}`,
      lang,
      title: titleOf(view, t.text(TABLE_WORDS.responseTitle), t),
      footnotes: [
        ...(responses.length === 0 ? [] : [{ text: lscSentence(responses, lsc, view.context, t) }]),
        ...(responses.some((response) => response.percentPerYear !== undefined)
          ? [{ text: t.text(TABLE_WORDS.responseNote) }]
          : []),
      ],
    },
    [
      column("left"),
      column("left", true),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("left", true),
    ],
    [
      t.text(TABLE_WORDS.site),
      t.text(TABLE_WORDS.fromTo),
      t.text(TABLE_WORDS.months),
      t.text(TABLE_WORDS.change),
      "%",
      t.text(TABLE_WORDS.percentPerYear),
      t.text(TABLE_WORDS.deltaZ),
      t.text(TABLE_WORDS.lscPercent),
      t.text(TABLE_WORDS.verdict),
    ],
    responses.map((response) => responseRow(response, t)),
  );
}

function responseRow(response: BmdResponse, t: Terms): Row {
  const dash = MISSING[t.lang];
  const reasons = response.reasons.map((reason) => sayComparability(reason, t));
  return row(
    cell(headed(t.site(response.site))),
    cell(`${scanName(response.from, t)} → ${scanName(response.to, t)}`),
    cell(response.months === undefined ? dash : printedMonthInterval(response.months, t)),
    cell(t.signed(response.deltaGPerCm2, 3)),
    cell(t.signed(response.percent, 2)),
    cell(response.percentPerYear === undefined ? dash : signedRange(response.percentPerYear, t)),
    cell(response.deltaZ === undefined ? dash : t.signed(response.deltaZ, 1)),
    cell(response.lscPercent === undefined ? dash : t.fixed(response.lscPercent, 2)),
    linesCell([t.word("response", response.verdict), ...reasons], { tone: RESPONSE_TONE[response.verdict] }),
  );
}

function signedRange(rate: Interval, t: Terms): string {
  if (!isBounded(rate)) return MISSING[t.lang];
  const low = t.signed(rate.earliest, 1);
  const high = t.signed(rate.latest, 1);
  if (low === high) return low;
  // A dash between two signed numbers cannot be read.
  return t.lang === "zh" ? `${low}～${high}` : `${low} to ${high}`;
}
