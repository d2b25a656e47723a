import { type Analyte, analyteKnowledge, parseUnit } from "@materbone/clinical";
import { analyteNamed } from "./analyte-names.ts";
import type { Leftover } from "./scan-cells.ts";
import { bare, splitBlock } from "./split-block.ts";

/** One value of a pasted sheet. */
export type LaboratoryRow = {
  readonly analyte: Analyte;
  /** As printed, with its digits and limit. */
  readonly value: string;
  /** Absent where the sheet gives none: it has to be chosen before the row is taken. */
  readonly unit: string | undefined;
  readonly interval: { readonly low?: string; readonly high?: string } | undefined;
};

export type LaboratoryBlock = { readonly rows: readonly LaboratoryRow[]; readonly leftovers: readonly Leftover[] };

/**
 * Reads laboratory values copied from a report: one analyte a line, or analytes across with their values below. A name may be
 * a word of either language or an abbreviation; unit and interval may stand in cells of their own or with their neighbours.
 */
export function readLaboratoryBlock(text: string): LaboratoryBlock {
  const lines = splitBlock(text);
  const across = lines.findIndex((line) => line.filter((cell) => nameAndUnit(cell) !== undefined).length >= 2);
  return across >= 0 ? readAcross(lines, across) : readDown(lines);
}

function readDown(lines: readonly (readonly string[])[]): LaboratoryBlock {
  const rows: LaboratoryRow[] = [];
  const leftovers: Leftover[] = [];
  for (const [position, line] of lines.entries()) {
    const cells = line.length === 1 ? oneLine(line[0] ?? "") : line;
    const row = readLine(cells);
    if (row === undefined) {
      if (!isHeading(cells)) leftovers.push({ row: position, text: line.join(" ") });
      continue;
    }
    rows.push(row.found);
    for (const cell of row.rest) leftovers.push({ row: position, text: cell });
  }
  return { rows, leftovers };
}

/** A line without columns: the longest name in front, then what is parted by blanks. */
function oneLine(line: string): readonly string[] {
  const words = line.trim().split(/[\s:：]+/);
  for (let length = Math.min(words.length - 1, 6); length > 0; length--) {
    const name = words.slice(0, length).join(" ");
    if (nameAndUnit(name) !== undefined) return [name, ...words.slice(length)];
  }
  return words;
}

function readLine(
  cells: readonly string[],
): { readonly found: LaboratoryRow; readonly rest: readonly string[] } | undefined {
  const at = cells.findIndex((cell) => nameAndUnit(cell) !== undefined);
  const named = nameAndUnit(cells[at] ?? "");
  if (named === undefined) return undefined;
  let value: string | undefined;
  let { unit } = named;
  let interval: LaboratoryRow["interval"];
  const rest: string[] = cells.slice(0, at).filter((cell) => cell !== "" && !/^\d{1,3}$/.test(cell));
  for (const cell of cells.slice(at + 1)) {
    const plain = cell.trim();
    // A second name of the same analyte, and the arrow of the sheet: both are seen again in what is computed.
    if (plain === "" || analyteNamed(plain) === named.analyte) continue;
    const measured = value === undefined ? valueAndUnit(plain) : undefined;
    const limits = value === undefined ? undefined : intervalOf(plain);
    if (measured !== undefined) {
      value = measured.value;
      unit = measured.unit ?? unit;
    } else if (limits !== undefined && interval === undefined) {
      interval = limits.interval;
      unit ??= limits.unit;
    } else if (unit === undefined && isUnit(plain)) unit = plain;
    else if (!/^[↑↓HLNhl*]+$/.test(plain) && plain !== unit) rest.push(plain);
  }
  return value === undefined ? undefined : { found: { analyte: named.analyte, value, unit, interval }, rest };
}

function readAcross(lines: readonly (readonly string[])[], at: number): LaboratoryBlock {
  const names = (lines[at] ?? []).map(nameAndUnit);
  const leftovers: Leftover[] = lines.slice(0, at).map((line, row) => ({ row, text: line.join(" ") }));
  for (const [column, named] of names.entries()) {
    const cell = lines[at]?.[column] ?? "";
    if (named === undefined && cell !== "" && column > 0) leftovers.push({ row: at, text: cell });
  }
  const units = new Map<number, string>();
  const intervals = new Map<number, LaboratoryRow["interval"]>();
  const values = new Map<number, string>();
  for (const [position, line] of lines.entries()) {
    if (position <= at) continue;
    const isReference = /参考|reference|interval|range/i.test(line[0] ?? "");
    const isTaken = values.size > 0 && !isReference;
    for (const [column, cell] of line.entries()) {
      if (cell === "" || (column === 0 && names[0] === undefined)) continue;
      const measured = valueAndUnit(cell);
      const limits = intervalOf(cell);
      const plainUnit = cell.replace(/^[（(](.*)[)）]$/, "$1");
      if (names[column] === undefined) leftovers.push({ row: position, text: cell });
      else if (limits !== undefined) intervals.set(column, limits.interval);
      else if (isUnit(plainUnit)) units.set(column, plainUnit);
      else if (measured !== undefined && !isTaken && !values.has(column)) values.set(column, measured.value);
      else leftovers.push({ row: position, text: cell });
    }
  }
  const rows = names.flatMap((named, column): readonly LaboratoryRow[] => {
    const value = values.get(column);
    if (named === undefined || value === undefined) return [];
    return [{ analyte: named.analyte, value, unit: named.unit ?? units.get(column), interval: intervals.get(column) }];
  });
  return { rows, leftovers };
}

/** An analyte, with the unit that may stand in brackets or behind a slash: `β-CTX (ng/mL)`, `PTH，pg/mL`. */
function nameAndUnit(cell: string): { readonly analyte: Analyte; readonly unit: string | undefined } | undefined {
  const match = BRACKETED.exec(cell.trim());
  const unit = match?.[2] ?? match?.[3];
  const named = match === null ? undefined : analyteNamed(match[1] ?? "");
  if (named !== undefined && unit !== undefined && isUnit(unit)) return { analyte: named, unit };
  const whole = analyteNamed(cell);
  return whole === undefined ? undefined : { analyte: whole, unit: undefined };
}

const BRACKETED = /^(.+?)\s*(?:[（([]([^()（）]*(?:\([^()]*\))?[^()（）]*)[)）\]]|[,，]\s*(.+))$/;

const VALUE = String.raw`[<>≤≥]?\s*\d+(?:\.\d+)?`;

function valueAndUnit(cell: string): { readonly value: string; readonly unit: string | undefined } | undefined {
  const plain = cell.normalize("NFKC").trim();
  const match = new RegExp(`^(${VALUE})\\s*[↑↓HL*]?\\s*([^\\d\\s].*)?$`).exec(plain);
  if (match === null) return undefined;
  const unit = match[2]?.trim();
  if (unit !== undefined && !isUnit(unit)) return undefined;
  return { value: (match[1] ?? "").replace(/\s/g, ""), unit };
}

/** `0.299-0.573`, `15~65 pg/mL`, `<60`, `(2.11-2.52)`. */
function intervalOf(
  cell: string,
):
  | { readonly interval: { readonly low?: string; readonly high?: string }; readonly unit: string | undefined }
  | undefined {
  const plain = cell
    .normalize("NFKC")
    .replace(/^[([]|[)\]]$/g, "")
    .trim();
  const range = /^(\d+(?:\.\d+)?)\s*(?:[-–—~～]|--|至|to)\s*(\d+(?:\.\d+)?)\s*(\S.*)?$/.exec(plain);
  const unit = (range?.[3] ?? /^[<>≤≥]=?\s*\d+(?:\.\d+)?\s*(\S.*)?$/.exec(plain)?.[1])?.trim();
  if (unit !== undefined && !isUnit(unit)) return undefined;
  if (range !== null) return { interval: { low: range[1] ?? "", high: range[2] ?? "" }, unit };
  const open = /^([<>≤≥])=?\s*(\d+(?:\.\d+)?)/.exec(plain);
  if (open === null) return undefined;
  const limit = open[2] ?? "";
  return { interval: open[1] === "<" || open[1] === "≤" ? { high: limit } : { low: limit }, unit };
}

function isUnit(text: string): boolean {
  return text.length <= 24 && parseUnit(text).kind === "unit";
}

function isHeading(cells: readonly string[]): boolean {
  return cells.some((cell) =>
    /^(?:项目|检测项目|检验项目|结果|单位|参考值|参考区间|analyte|test|result|value|unit)/.test(bare(cell)),
  );
}

/** Units that laboratories report an analyte in, the usual first. */
export function usualUnits(analyte: Analyte): readonly string[] {
  const { canonicalUnit, conventionalUnits } = analyteKnowledge(analyte);
  return [...new Set([...conventionalUnits, canonicalUnit])];
}
