import type { When } from "@materbone/clinical";
import { isBlankCell, type ScanBlock, whenOf } from "./scan-cells.ts";
import { isSiteHeading, isWhenHeading, quantityOf, siteOf } from "./scan-headings.ts";
import { readSiteLines, siteColumn } from "./scan-lines.ts";
import { regionOf } from "./scan-regions.ts";
import { readScanRows } from "./scan-rows.ts";
import { splitBlock, splitCsv, tableNumber } from "./split-block.ts";

/**
 * Reads scans copied from a spreadsheet or a document: a scan in each line, columns by their headings in either language, in one
 * heading row or two, or without headings in the printed order; or a site in each line, as densitometers print them. What is
 * not understood for sure is left in view.
 *
 * @param first - column of the printed order that the block starts in, where it has no headings
 */
export function readScanBlock(text: string, first = 0): ScanBlock {
  const lines = splitSpaced(splitCsv(splitBlock(text)));
  const width = Math.max(0, ...lines.map((line) => line.length));
  const isHeading = (line: readonly string[]): boolean => isHeadingLine(line, width);
  const start = Math.max(0, lines.findIndex(isHeading));
  const end = lines.findIndex((line, row) => row >= start && !isHeading(line));
  const headingLines = lines.slice(start, end < 0 ? lines.length : end);
  const count = start + headingLines.length;
  const body = lines.slice(count);
  const titles = lines.slice(0, start).map((line, row) => ({ row, text: line.join(" ").trim() }));
  const dated = titles.flatMap((title) => {
    const when = titleDate(title.text);
    return when === undefined ? [] : [{ title, when }];
  });
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
  // A date above the table is that of a table that has no times itself.
  const above = dated.length === 1 && rows.every(({ when }) => when === undefined) ? dated[0] : undefined;
  return {
    rows: above === undefined ? rows : rows.map((row) => ({ ...row, when: above.when })),
    leftovers: [
      ...titles.filter((title) => title !== above?.title),
      ...leftovers.map((leftover) => ({ ...leftover, row: count + leftover.row })),
    ],
  };
}

/** The date of a title such as "Scan date: 2018-03-05" or 检查日期：2018-03-05. */
function titleDate(title: string): When | undefined {
  const match = /^(.*?(?:date|日期))\s*[:：]?\s*(\S.*)$/i.exec(title);
  return match === null || !isWhenHeading(match[1] ?? "") ? undefined : whenOf(match[2] ?? "");
}

/** Lines of plain text with a site and its numbers: a date where one is given, the name, then the numbers. */
function splitSpaced(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (lines.some((line) => line.length > 1)) return lines;
  const parts = lines.map(([text = ""]) => SPACED.exec(text));
  const isList = parts.some((part) => part !== null && regionOf(part[2] ?? "") !== undefined);
  if (!isList) return lines;
  return lines.map((line, row) => {
    const [, date = "", name = "", numbers = ""] = parts[row] ?? [];
    return name === "" ? line : [date, name, ...numbers.trim().split(/\s+/)];
  });
}

const SPACED = /^\s*(?:(\d{4}[-/.年]\S+)\s+)?([^\d\s].*?)((?:\s+[-−–+]?\d*\.?\d+)+)\s*$/;

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
