import { readWhen, SKELETAL_SITES, type SkeletalSite, type When } from "@materbone/clinical";
import {
  isBlankCell,
  type Leftover,
  measuredNumber,
  type ScanBlock,
  type ScanCell,
  type ScanRow,
  scanRow,
  whenOf,
} from "./scan-cells.ts";
import {
  isWhenHeading,
  quantityOf,
  type ScanQuantity,
  type ScanSide,
  sideOf,
  siteOf,
  vertebraeOf,
} from "./scan-headings.ts";
import { regionOf } from "./scan-regions.ts";
import { tableNumber } from "./split-block.ts";

type ValueColumn = {
  readonly kind: "value";
  readonly site: SkeletalSite;
  readonly quantity: ScanQuantity;
  readonly side: ScanSide | undefined;
};
type ScanColumn = { readonly kind: "when" } | ValueColumn | { readonly kind: "unknown"; readonly heading: string };

/** As Table 2 of the published series prints a scan: time, then BMD and Z-score of each site. */
const PRINTED_COLUMNS: readonly ScanColumn[] = [
  { kind: "when" },
  ...SKELETAL_SITES.flatMap((site): ScanColumn[] => [
    { kind: "value", site, quantity: "bmdGPerCm2", side: undefined },
    { kind: "value", site, quantity: "zScore", side: undefined },
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
  const vertebrae = headings?.map(vertebraeOf).find((levels) => levels !== undefined);
  const rows: ScanRow[] = [];
  const leftovers: Leftover[] = [];
  for (const [position, line] of body.entries()) {
    const row = readRow(line, columns);
    for (const text of row.leftovers) leftovers.push({ row: position, text });
    // A time alone is no scan: its line stays in view with the rest that was not understood.
    if (row.sides.length === 0 && row.when !== undefined && row.leftovers.length === 0) {
      leftovers.push({ row: position, text: line.join(" ") });
    }
    for (const [order, { side, values }] of row.sides.entries()) {
      const sides = Object.fromEntries(
        values.flatMap((cell) => (cell.side === undefined || side === undefined ? [] : [[cell.site, side]])),
      );
      rows.push(
        scanRow({
          when: row.when,
          values: values.map(({ site, quantity, value }) => ({ site, quantity, value })),
          vertebrae: order === 0 ? vertebrae : undefined,
          sides,
        }),
      );
    }
  }
  return { rows, leftovers };
}

type SidedCell = ScanCell & { readonly side: ScanSide | undefined };

/** The scans of a line: one, or one for each side where both hips stand in it. */
type ReadRow = {
  readonly when: When | undefined;
  readonly sides: readonly { readonly side: ScanSide | undefined; readonly values: readonly SidedCell[] }[];
  readonly leftovers: readonly string[];
};

function readRow(line: readonly string[], columns: readonly ScanColumn[]): ReadRow {
  let when: When | undefined;
  const values: SidedCell[] = [];
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
    // A second value of the same place would take the first one's: the first stands, the second stays in view.
    const isFree = numbers?.every((next) => values.every((known) => !isSameCell(known, next))) ?? false;
    if (numbers !== undefined && isFree) values.push(...numbers);
    else leftovers.push(column?.kind === "unknown" ? `${column.heading}: ${cell}` : cell);
  }
  const named = [...new Set(values.flatMap(({ side }) => side ?? []))];
  const first = named[0];
  const sides = [first, ...named.slice(1)]
    .map((side, order) => ({
      side,
      values: values.filter((cell) => cell.side === side || (order === 0 && cell.side === undefined)),
    }))
    .filter((group) => group.values.length > 0);
  return { when, sides, leftovers };
}

function isSameCell(a: SidedCell, b: SidedCell): boolean {
  return a.site === b.site && a.quantity === b.quantity && a.side === b.side;
}

/** One number, or BMD with its Z-score behind it: `0.765 (-2.9)`, `0.765/-2.9`. */
function numbersOf(cell: string, { site, quantity, side }: ValueColumn): readonly SidedCell[] | undefined {
  const value = measuredNumber(cell);
  if (value !== undefined) return [{ site, quantity, side, value }];
  const pair = /^([^(（/]+)[(（/]([^)）]+)[)）]?$/.exec(cell);
  const bmd = tableNumber(pair?.[1] ?? "");
  const zScore = tableNumber((pair?.[2] ?? "").replace(/^z[=:：]?/i, ""));
  if (quantity !== "bmdGPerCm2" || bmd === undefined || zScore === undefined) return undefined;
  return [
    { site, quantity, side, value: bmd },
    { site, quantity: "zScore", side, value: zScore },
  ];
}

function headedColumns(headings: readonly string[]): readonly ScanColumn[] {
  let site: SkeletalSite | undefined;
  let side: ScanSide | undefined;
  return headings.map((heading): ScanColumn => {
    const own = siteOf(heading);
    const quantity = quantityOf(heading);
    if (own !== undefined) {
      site = own;
      side = own === "lumbarSpine" ? undefined : sideOf(heading);
    } else if (isWhenHeading(heading)) {
      site = undefined;
    }
    // A site and nothing else heads its BMD; fractures or changes of a site are something else.
    const isPlain = regionOf(heading)?.kind === "site";
    if (site !== undefined && (quantity !== undefined || isPlain)) {
      return { kind: "value", site, quantity: quantity ?? "bmdGPerCm2", side };
    }
    return isWhenHeading(heading) ? { kind: "when" } : { kind: "unknown", heading };
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
