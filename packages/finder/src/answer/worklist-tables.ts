import { localText, MINUS, type Terms } from "@materbone/clinical";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Answer, Candidate, EvidenceLine, UnusedValue } from "./answer.ts";
import { CANDIDATE_NOTICE, UNUSED_WORDS } from "./answer-words.ts";
import { CLOCK_STEPS, type ClockReading } from "./delay-clock.ts";
import { codingsOf, type EvidenceRecord, evidenceRecords } from "./evidence-line.ts";
import { sayLines, saySettle, sayStream, sayValue, sayWhy } from "./say-answer.ts";
import { saySinceDelivery } from "./say-time.ts";

export type Cell = string | number | boolean | undefined;
/** Names of columns, then rows; an undefined cell is empty. Whoever writes a file guards texts against formulas. */
export type CellTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns whose texts are numbers as they are printed, such as a BMD of 0.870: a spreadsheet may take them for numbers. */
  readonly printedNumbers?: readonly string[];
};

const CANDIDATE_COLUMNS = [
  "rank",
  "source_id",
  "reference",
  "age_years_least",
  "age_years_most",
  "delivery_low",
  "delivery_high",
  "delivery_reference",
  "tier",
  "tier_name",
  "certain",
  "why",
  "flags",
  "lines_of_evidence",
  "values_not_used",
] as const;

/** One row per candidate; the days of the delay clock count from the delivery. */
export function candidateTable(answer: Answer, definition: ResolvedDefinition, terms: Terms): CellTable {
  return {
    header: [
      ...CANDIDATE_COLUMNS,
      ...CLOCK_STEPS.flatMap((step) => [`${step}_low`, `${step}_high`, `${step}_days_least`, `${step}_days_most`]),
      "what_would_settle_it",
      "notice",
    ],
    rows: answer.candidates.map((candidate) => candidateCells(candidate, definition, terms)),
  };
}

function candidateCells(candidate: Candidate, definition: ResolvedDefinition, terms: Terms): readonly Cell[] {
  const { delivery, ageYears } = candidate;
  const end = terms.lang === "zh" ? "；" : "; ";
  return [
    candidate.rank,
    candidate.sourceId,
    candidate.reference,
    ageYears?.least,
    ageYears?.most,
    delivery.when.low,
    delivery.when.high,
    delivery.reference,
    candidate.tier,
    localText(candidate.tierName, terms.lang),
    candidate.isCertain,
    sayWhy(candidate, definition, terms).join(end),
    candidate.flags.map(({ name }) => localText(name, terms.lang)).join(end),
    candidate.evidence.length,
    candidate.unused.length,
    ...candidate.clock.flatMap(clockCells),
    candidate.settle.map((item) => saySettle(item, candidate, terms)).join(terms.lang === "zh" ? "" : " "),
    terms.text(CANDIDATE_NOTICE),
  ];
}

/** A step that is not recorded leaves its cells empty. */
function clockCells(reading: ClockReading): readonly Cell[] {
  if (reading.kind === "notRecorded") return [undefined, undefined, undefined, undefined];
  const { first, sinceDelivery } = reading;
  return [first.low, first.high, sinceDelivery.days.least, sinceDelivery.days.most];
}

const LINE_COLUMNS = [
  "rank",
  "source_id",
  "lines",
  "stream",
  "stream_name",
  "kind",
  "system",
  "code",
  "display_of",
  "display",
  "value",
  "unit",
  "site",
  "date_low",
  "date_high",
  "days_least",
  "days_most",
  "months_least",
  "months_most",
  "relative_to_delivery",
  "certain",
  "not_used_because",
  "source_ref",
  "notice",
] as const;

/**
 * One row per coding of a record of evidence, under the numbers that the record's lines have in the reasons; then one per value
 * that was not used; candidate after candidate.
 */
export function evidenceTable(answer: Answer, definition: ResolvedDefinition, terms: Terms): CellTable {
  const rows = answer.candidates.flatMap((candidate) =>
    [...evidenceRecords(candidate.evidence).flatMap(codingRows), ...candidate.unused.map(unusedRow)].map(
      ({ number, line, streams, isCertain, why }): readonly Cell[] => [
        candidate.rank,
        candidate.sourceId,
        number,
        streams.join("; "),
        streams.map((stream) => sayStream(stream, definition, terms)).join("; "),
        line.kind,
        line.system,
        line.code,
        line.display?.of,
        line.display?.name,
        line.value === undefined ? undefined : sayValue(line.value, line.decimals).replace(MINUS, "-"),
        line.unit,
        line.site,
        line.when?.low,
        line.when?.high,
        line.sinceDelivery?.days.least,
        line.sinceDelivery?.days.most,
        line.sinceDelivery?.months.least,
        line.sinceDelivery?.months.most,
        line.when === undefined ? undefined : saySinceDelivery(candidate.delivery.when, line.when, terms),
        isCertain,
        why === undefined ? undefined : terms.text(UNUSED_WORDS[why]),
        line.sourceRef,
        terms.text(CANDIDATE_NOTICE),
      ],
    ),
  );
  return { header: LINE_COLUMNS, rows, printedNumbers: ["value"] };
}

type LineRow = {
  readonly number?: string;
  readonly line: EvidenceLine;
  readonly streams: readonly string[];
  readonly isCertain: boolean;
  readonly why?: UnusedValue["why"];
};

function codingRows(record: EvidenceRecord): readonly LineRow[] {
  const lines = [record.line, ...record.beside];
  const decimals = lines.find((line) => line.decimals !== undefined)?.decimals;
  return codingsOf(lines).map((coding) => {
    const own = lines.filter(({ system, code }) => system === coding.system && code === coding.code);
    return {
      number: sayLines(record),
      line: decimals === undefined ? coding : { ...coding, decimals },
      streams: [...new Set(own.map(({ stream }) => stream))],
      isCertain: own.some(({ isCertain }) => isCertain),
    };
  });
}

function unusedRow({ line, why }: UnusedValue): LineRow {
  return { line, streams: [line.stream], isCertain: line.isCertain, why };
}
