import type { EventStream, ResolvedDefinition } from "../definition/definition-schema.ts";
import { compareTexts } from "../ir/compare-texts.ts";
import type { EvidenceLine, UnusedValue } from "./answer.ts";
import { type DayRange, elapsed } from "./day-range.ts";
import { evidencePlaces, type LookedAt } from "./evidence-place.ts";
import { namingRules } from "./naming-rule.ts";
import { printedDecimals } from "./printed-decimals.ts";
import { filled, type ResultRow } from "./result-rows.ts";

/**
 * Lines of events beside a delivery: by day, then kind, source, value, stream and code, each once. Undated ones stand last.
 *
 * @returns `isLookedAt` tells for each line whether it may lie where the definition looks for it
 */
export function placedLines(
  rows: readonly ResultRow[],
  definition: ResolvedDefinition,
  delivery: DayRange,
  as: LookedAt = "evidence",
): readonly { readonly line: EvidenceLine; readonly isLookedAt: boolean }[] {
  const lineByKey = new Map<string, Omit<EvidenceLine, "isCertain">>();
  for (const row of rows) {
    const line = evidenceLine(row, definition, delivery);
    lineByKey.set(sortKey(line), line);
  }
  const lines = [...lineByKey].sort(([a], [b]) => compareTexts(a, b)).map(([, line]) => line);
  const placeOf = evidencePlaces(definition, delivery, lines, as);
  return lines.map(({ sourceRef, ...line }) => {
    const { possibly, certainly } = placeOf(line);
    // What has a day outside is certainly there; what has none is nowhere for certain.
    const isCertain = certainly || (!possibly && line.when !== undefined);
    return { line: { ...line, isCertain, sourceRef }, isLookedAt: possibly };
  });
}

/** Lines of one record of the source, in their order; `first` is the position of the first of them. */
export type EvidenceRecord = {
  readonly first: number;
  readonly line: EvidenceLine;
  /** Its further codings, and the same codings as events of other streams. */
  readonly beside: readonly EvidenceLine[];
};

/** The records behind lines of evidence; lines of a record stand together, as `placedLines` gives them. */
export function evidenceRecords(lines: readonly EvidenceLine[]): readonly EvidenceRecord[] {
  const records: { readonly first: number; readonly line: EvidenceLine; readonly beside: EvidenceLine[] }[] = [];
  lines.forEach((line, position) => {
    const last = records.at(-1);
    if (last !== undefined && recordKey(last.line) === recordKey(line)) last.beside.push(line);
    else records.push({ first: position, line, beside: [] });
  });
  return records;
}

/** The lines whose coding is new among them; a coding stands in a line for each stream that it is an event of. */
export function codingsOf(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  return lines.filter(
    ({ system, code }, index) => lines.findIndex((line) => line.system === system && line.code === code) === index,
  );
}

function recordKey({ when, kind, sourceRef, value, unit, site }: EvidenceLine): string {
  return JSON.stringify([when?.low, when?.high, kind, sourceRef, value, unit, site]);
}

/** Why a value that a stream asks for cannot be used: its unit is none of the stream's, or it is not plausible. */
export function whyUnused(line: EvidenceLine, definition: ResolvedDefinition): UnusedValue["why"] {
  const { units } = streamOf(line.stream, definition);
  const isListed = units?.some(({ unit, none }) => (none === true ? line.unit === undefined : unit === line.unit));
  return isListed === false ? "unit" : "implausible";
}

export function rangeOf(low: string | null, high: string | null): DayRange | undefined {
  return low === null || high === null ? undefined : { low, high };
}

function evidenceLine(
  row: ResultRow,
  definition: ResolvedDefinition,
  delivery: DayRange,
): Omit<EvidenceLine, "isCertain"> {
  const stream = filled(row, "item");
  const system = filled(row, "system");
  const code = filled(row, "code");
  const display = displayOf(streamOf(stream, definition), system, code, definition);
  const when = rangeOf(row.date_low, row.date_high);
  const unit = row.unit ?? undefined;
  const decimals =
    row.value === null
      ? undefined
      : printedDecimals({ stream, system, code, ...(unit === undefined ? {} : { unit }) }, definition);
  return {
    stream,
    kind: filled(row, "kind"),
    system,
    code,
    ...(display === undefined ? {} : { display }),
    ...(row.value === null ? {} : { value: row.value }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(unit === undefined ? {} : { unit }),
    ...(row.site === null ? {} : { site: row.site }),
    ...(when === undefined ? {} : { when, sinceDelivery: elapsed(delivery, when) }),
    sourceRef: filled(row, "source_ref"),
  };
}

function streamOf(name: string, definition: ResolvedDefinition): EventStream {
  const stream = definition.streams[name];
  if (stream === undefined) throw new TypeError(`the definition has no stream ${name}: its rows are of another one`);
  return stream;
}

/** The name of the code itself, else of the longest code that it begins with and a rule names. */
function displayOf(
  stream: EventStream,
  system: string,
  code: string,
  definition: ResolvedDefinition,
): EvidenceLine["display"] {
  const named = namingRules(stream.concepts, { system, code }, definition).filter(
    ({ rule }) => rule.display !== undefined,
  );
  const [best] = [...named].sort((a, b) => b.rule.code.length - a.rule.code.length);
  return best?.rule.display === undefined ? undefined : { of: best.rule.code, name: best.rule.display };
}

/** Texts never hold NUL, so that it parts the fields of the key. */
function sortKey(line: Omit<EvidenceLine, "isCertain">): string {
  return [
    line.when?.low ?? "\u{10ffff}",
    line.when?.high ?? "",
    line.kind,
    line.sourceRef,
    line.value === undefined ? "" : String(line.value),
    line.unit ?? "",
    line.site ?? "",
    line.stream,
    line.system,
    line.code,
  ].join("\u0000");
}
