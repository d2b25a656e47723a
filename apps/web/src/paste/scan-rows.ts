import { readWhen, SKELETAL_SITES, type SkeletalSite, type Vertebra, type When } from "@materbone/clinical";
import { whenCodecs } from "../fields/codec.ts";
import { bare, splitBlock, tableNumber } from "./split-block.ts";

export type ScanQuantity = "bmdGPerCm2" | "zScore" | "tScore";

export type ScanColumn =
  | { readonly kind: "when" }
  | { readonly kind: "value"; readonly site: SkeletalSite; readonly quantity: ScanQuantity }
  | { readonly kind: "unknown"; readonly heading: string };

export type ScanCell = { readonly site: SkeletalSite; readonly quantity: ScanQuantity; readonly value: number };

/** One scan of a pasted block. */
export type ScanRow = { readonly when: When | undefined; readonly values: readonly ScanCell[] };

/** Text of the block that was not understood; it stays in view and is not taken over. */
export type Leftover = { readonly row: number; readonly text: string };

export type ScanBlock = {
  readonly columns: readonly ScanColumn[];
  readonly rows: readonly ScanRow[];
  /** Vertebrae that a heading names, such as L1-4. */
  readonly vertebrae: readonly Vertebra[] | undefined;
  readonly leftovers: readonly Leftover[];
};

/** As Table 2 of the published series prints a scan: time, then BMD and Z-score of each site. */
export const PRINTED_COLUMNS: readonly ScanColumn[] = [
  { kind: "when" },
  ...SKELETAL_SITES.flatMap((site): ScanColumn[] => [
    { kind: "value", site, quantity: "bmdGPerCm2" },
    { kind: "value", site, quantity: "zScore" },
  ]),
];

/**
 * Reads rows of scans copied from a spreadsheet or a document: columns by their headings in either language, in one heading
 * row or two, or without headings in the printed order.
 *
 * @param first - column of the printed order that the block starts in, where it has no headings
 */
export function readScanBlock(text: string, first = 0): ScanBlock {
  const lines = splitBlock(text);
  const start = Math.max(0, lines.findIndex(isHeadingLine));
  const end = lines.findIndex((line, row) => row >= start && !isHeadingLine(line));
  const headingLines = lines.slice(start, end < 0 ? lines.length : end);
  const count = start + headingLines.length;
  const body = lines.slice(count);
  const leftovers: Leftover[] = lines.slice(0, start).map((line, row) => ({ row, text: line.join(" ") }));
  const width = Math.max(0, ...body.map((line) => line.length));
  const columns = headingLines.length > 0 ? headedColumns(headingLines, width) : printedColumns(body, first);
  const vertebrae = headingLines
    .flat()
    .map(vertebraeOf)
    .find((levels) => levels !== undefined);
  const rows: ScanRow[] = [];
  for (const [position, line] of body.entries()) {
    const row = readRow(line, columns);
    for (const cell of row.leftovers) leftovers.push({ row: count + position, text: cell });
    // A time alone is no scan: its line stays in view with the rest that was not understood.
    if (row.values.length > 0) rows.push({ when: row.when, values: row.values });
    else if (row.when !== undefined && row.leftovers.length === 0) {
      leftovers.push({ row: count + position, text: line.join(" ") });
    }
  }
  return { columns, rows, vertebrae, leftovers };
}

function readRow(
  line: readonly string[],
  columns: readonly ScanColumn[],
): ScanRow & { readonly leftovers: readonly string[] } {
  let when: When | undefined;
  const values: ScanCell[] = [];
  const leftovers: string[] = [];
  for (const [position, cell] of line.entries()) {
    const column = columns[position];
    if (cell === "" || /^[-–—/]+$/.test(cell)) continue;
    if (column?.kind === "when") {
      const reading = whenCodecs.en.read(cell);
      if (reading.kind === "value") when = reading.value as When;
      else leftovers.push(cell);
      continue;
    }
    const numbers = column?.kind === "value" ? numbersOf(cell, column) : undefined;
    if (numbers === undefined) leftovers.push(column?.kind === "unknown" ? `${column.heading}: ${cell}` : cell);
    else values.push(...numbers);
  }
  return { when, values, leftovers };
}

/** One number, or BMD with its Z-score behind it: `0.765 (-2.9)`, `0.765/-2.9`. */
function numbersOf(cell: string, column: Extract<ScanColumn, { kind: "value" }>): readonly ScanCell[] | undefined {
  const { site, quantity } = column;
  const value = tableNumber(cell.replace(/\s*g\/cm[²2]$/i, ""));
  if (value !== undefined) return [{ site, quantity, value }];
  const pair = /^([^(（/]+)[(（/]([^)）]+)[)）]?$/.exec(cell);
  const bmd = tableNumber(pair?.[1] ?? "");
  const zScore = tableNumber((pair?.[2] ?? "").replace(/^z[=:：]?/i, ""));
  if (quantity !== "bmdGPerCm2" || bmd === undefined || zScore === undefined) return undefined;
  return [
    { site, quantity, value: bmd },
    { site, quantity: "zScore", value: zScore },
  ];
}

function isHeadingLine(line: readonly string[]): boolean {
  if (line.some(isNumberCell)) return false;
  return line.some((cell) => columnOf(cell, undefined) !== undefined || quantityOf(cell) !== undefined);
}

function isNumberCell(cell: string): boolean {
  return tableNumber(cell) !== undefined || /^\d?\.?\d+\s*[(（/]\s*[-−–]?\d/.test(cell);
}

function headedColumns(lines: readonly (readonly string[])[], width: number): readonly ScanColumn[] {
  let site: SkeletalSite | undefined;
  return Array.from({ length: Math.max(width, ...lines.map((line) => line.length)) }, (_, position) => {
    // A heading over several columns stands over the first of them.
    const heading = lines
      .map((line) => line[position] ?? "")
      .filter((cell) => cell !== "")
      .join(" ");
    const own = siteOf(heading);
    if (own !== undefined) site = own;
    else if (isWhenHeading(heading)) site = undefined;
    return columnOf(heading, site) ?? { kind: "unknown", heading };
  });
}

function printedColumns(body: readonly (readonly string[])[], first: number): readonly ScanColumn[] {
  if (first > 0) return PRINTED_COLUMNS.slice(first);
  // Without a time the block starts with a BMD, which is below 2.5 and has decimals; months and dates are not.
  const starts = body.map((line) => line[0] ?? "").filter((cell) => cell !== "");
  const isDensity = starts.length > 0 && starts.every((cell) => /^[01]\.\d{2,}/.test(cell.normalize("NFKC")));
  const isTime = starts.every((cell) => readWhen(cell).kind === "read");
  return isDensity || !isTime ? PRINTED_COLUMNS.slice(1) : PRINTED_COLUMNS;
}

function columnOf(heading: string, site: SkeletalSite | undefined): ScanColumn | undefined {
  const here = siteOf(heading) ?? site;
  const quantity = quantityOf(heading);
  if (here !== undefined && (quantity !== undefined || siteOf(heading) !== undefined)) {
    return { kind: "value", site: here, quantity: quantity ?? "bmdGPerCm2" };
  }
  return isWhenHeading(heading) ? { kind: "when" } : undefined;
}

function isWhenHeading(heading: string): boolean {
  return /时间|日期|月|产后|^(?:time|date|months?|when|visit)/.test(bare(heading));
}

function siteOf(heading: string): SkeletalSite | undefined {
  const name = bare(heading);
  if (/股骨颈|femoralneck|neck|^fn/.test(name)) return "femoralNeck";
  if (/全髋|髋|totalhip|hip|^th(?!e)/.test(name)) return "totalHip";
  return /腰椎|lumbar|spine|l1l?4|l2l?4|^ls/.test(name) ? "lumbarSpine" : undefined;
}

function quantityOf(heading: string): ScanQuantity | undefined {
  const name = heading.normalize("NFKC").toLowerCase();
  if (/(^|[^a-z])z([^a-z]|$)|z值|z-?score/.test(name)) return "zScore";
  if (/(^|[^a-z])t([^a-z]|$)|t值|t-?score/.test(name)) return "tScore";
  return /bmd|骨密度|g\/cm/.test(name) ? "bmdGPerCm2" : undefined;
}

const LUMBAR: readonly Vertebra[] = ["L1", "L2", "L3", "L4", "L5"];

function vertebraeOf(heading: string): readonly Vertebra[] | undefined {
  const match = /l([1-4])\s*[-–~～至]\s*l?([2-5])/i.exec(heading.normalize("NFKC"));
  if (match === null) return undefined;
  const levels = LUMBAR.slice(Number(match[1]) - 1, Number(match[2]));
  return levels.length > 1 ? levels : undefined;
}
