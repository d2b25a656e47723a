import type { ScanBlock, ScanRow } from "./scan-cells.ts";
import { isSiteHeading, isWhenHeading, quantityOf, sideOf, siteOf, vertebraeOf } from "./scan-headings.ts";
import { readSiteLines, siteColumn } from "./scan-lines.ts";
import { readScanRows } from "./scan-rows.ts";
import { splitBlock, tableNumber } from "./split-block.ts";

/**
 * Reads scans copied from a spreadsheet or a document: a scan in each line, columns by their headings in either language, in one
 * heading row or two, or without headings in the printed order; or a site in each line, as densitometers print them.
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
  const above = lines.slice(0, start).map((line, row) => ({ row, text: line.join(" ") }));
  const headings = headingTexts(headingLines, body);
  const sites = siteColumn(headings, body);
  const { rows, leftovers } =
    sites === undefined
      ? readScanRows(headingLines.length > 0 ? headings : undefined, body, first)
      : readSiteLines(headings, body, sites);
  const vertebrae = headings.map(vertebraeOf).find((levels) => levels !== undefined);
  const sides = headedSides(headings);
  return {
    rows: rows.map((row) => ({
      ...(vertebrae === undefined ? {} : { vertebrae }),
      ...(Object.keys(sides).length === 0 ? {} : { sides }),
      ...row,
    })),
    leftovers: [...above, ...leftovers.map((leftover) => ({ ...leftover, row: count + leftover.row }))],
  };
}

/** A heading over several columns stands over the first of them; two heading rows are read as one. */
function headingTexts(lines: readonly (readonly string[])[], body: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(0, ...[...lines, ...body].map((line) => line.length));
  return Array.from({ length: width }, (_, position) =>
    lines
      .map((line) => line[position] ?? "")
      .filter((cell) => cell !== "")
      .join(" "),
  );
}

/** Sides that headings name for the site they stand over. */
function headedSides(headings: readonly string[]): NonNullable<ScanRow["sides"]> {
  return Object.fromEntries(
    headings.flatMap((heading) => {
      const [site, side] = [siteOf(heading), sideOf(heading)];
      return site === undefined || site === "lumbarSpine" || side === undefined ? [] : [[site, side]];
    }),
  );
}

function isHeadingLine(line: readonly string[]): boolean {
  if (line.some(isNumberCell)) return false;
  return line.some(
    (cell) =>
      siteOf(cell) !== undefined || isWhenHeading(cell) || quantityOf(cell) !== undefined || isSiteHeading(cell),
  );
}

function isNumberCell(cell: string): boolean {
  return tableNumber(cell) !== undefined || /^\d?\.?\d+\s*[(（/]\s*[-−–]?\d/.test(cell);
}
