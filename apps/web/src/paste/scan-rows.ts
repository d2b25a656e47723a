import { readWhen, SKELETAL_SITES, type SkeletalSite, type When } from "@materbone/clinical";
import { isBlankCell, type Leftover, type ScanBlock, type ScanCell, type ScanRow, whenOf } from "./scan-cells.ts";
import { isWhenHeading, quantityOf, type ScanQuantity, siteOf } from "./scan-headings.ts";
import { tableNumber } from "./split-block.ts";

type ScanColumn =
  | { readonly kind: "when" }
  | { readonly kind: "value"; readonly site: SkeletalSite; readonly quantity: ScanQuantity }
  | { readonly kind: "unknown"; readonly heading: string };

/** As Table 2 of the published series prints a scan: time, then BMD and Z-score of each site. */
const PRINTED_COLUMNS: readonly ScanColumn[] = [
  { kind: "when" },
  ...SKELETAL_SITES.flatMap((site): ScanColumn[] => [
    { kind: "value", site, quantity: "bmdGPerCm2" },
    { kind: "value", site, quantity: "zScore" },
  ]),
];

/**
 * Reads a block with a scan in each line.
 *
 * @param headings - one text for each column; `undefined` for the printed order
 * @param first - column of the printed order that the block starts in
 */
export function readScanRows(
  headings: readonly string[] | undefined,
  body: readonly (readonly string[])[],
  first: number,
): ScanBlock {
  const columns = headings === undefined ? printedColumns(body, first) : headedColumns(headings);
  const rows: ScanRow[] = [];
  const leftovers: Leftover[] = [];
  for (const [position, line] of body.entries()) {
    const row = readRow(line, columns);
    for (const text of row.leftovers) leftovers.push({ row: position, text });
    // A time alone is no scan: its line stays in view with the rest that was not understood.
    if (row.values.length > 0) rows.push({ when: row.when, values: row.values });
    else if (row.when !== undefined && row.leftovers.length === 0) {
      leftovers.push({ row: position, text: line.join(" ") });
    }
  }
  return { rows, leftovers };
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
    if (isBlankCell(cell)) continue;
    if (column?.kind === "when") {
      const read = whenOf(cell);
      if (read !== undefined) when = read;
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

function headedColumns(headings: readonly string[]): readonly ScanColumn[] {
  let site: SkeletalSite | undefined;
  return headings.map((heading) => {
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
