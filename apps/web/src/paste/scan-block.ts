import { isBlankCell, type ScanBlock } from "./scan-cells.ts";
import { isSiteHeading, isWhenHeading, quantityOf, siteOf } from "./scan-headings.ts";
import { readSiteLines, siteColumn } from "./scan-lines.ts";
import { readScanRows } from "./scan-rows.ts";
import { splitBlock, tableNumber } from "./split-block.ts";

/**
 * Reads scans copied from a spreadsheet or a document: a scan in each line, columns by their headings in either language, in one
 * heading row or two, or without headings in the printed order; or a site in each line, as densitometers print them. What is
 * not understood for sure is left in view.
 *
 * @param first - column of the printed order that the block starts in, where it has no headings
 */
export function readScanBlock(text: string, first = 0): ScanBlock {
  const lines = splitBlock(text);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const isHeading = (line: readonly string[]): boolean => isHeadingLine(line, width);
  const start = Math.max(0, lines.findIndex(isHeading));
  const end = lines.findIndex((line, row) => row >= start && !isHeading(line));
  const headingLines = lines.slice(start, end < 0 ? lines.length : end);
  const count = start + headingLines.length;
  const body = lines.slice(count);
  const above = lines.slice(0, start).map((line, row) => ({ row, text: line.join(" ").trim() }));
  // A heading over several columns stands over the first of them; two heading rows are read as one.
  const headings = Array.from({ length: width }, (_, position) =>
    headingLines.map((line) => line[position] ?? "").filter((cell) => cell !== ""),
  );
  const sites = siteColumn(headings, body);
  const texts = headings.map((cells) => cells.join(" "));
  const { rows, leftovers } =
    sites === undefined
      ? readScanRows(headingLines.length > 0 ? texts : undefined, body, first)
      : readSiteLines(texts, body, sites);
  return { rows, leftovers: [...above, ...leftovers.map((leftover) => ({ ...leftover, row: count + leftover.row }))] };
}

function isHeadingLine(line: readonly string[], width: number): boolean {
  if (line.some(isNumberCell)) return false;
  const filled = line.filter((cell) => !isBlankCell(cell));
  // A text alone at the left of a wider block is its title.
  if (width > 1 && filled.length === 1 && !isBlankCell(line[0] ?? "")) return false;
  return filled.some(
    (cell) =>
      siteOf(cell) !== undefined || isWhenHeading(cell) || quantityOf(cell) !== undefined || isSiteHeading(cell),
  );
}

function isNumberCell(cell: string): boolean {
  return tableNumber(cell) !== undefined || /^\d?\.?\d+\s*[(（/]\s*[-−–]?\d/.test(cell);
}
