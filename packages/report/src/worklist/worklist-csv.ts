import type { CellTable } from "@materbone/finder";
import { csvField } from "../tables/render-csv.ts";

/** Begins a file for spreadsheets: without it, those of Chinese systems read it as GBK. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table of the worklist as CSV after RFC 4180, without a byte order mark. Texts that a spreadsheet would run are guarded. One
 * that it would take for a number or a day and change ends with a tab, which keeps it a text: an identifier that loses its
 * leading zeros, or its digits after the fifteenth, is another woman's. Printed numbers stay numbers.
 */
export function worklistCsv({ header, rows, printedNumbers = [] }: CellTable): string {
  const mayBeNumber = header.map((name) => printedNumbers.includes(name));
  const line = (cells: CellTable["rows"][number]): string =>
    `${cells.map((cell, column) => field(cell, mayBeNumber[column] ?? false)).join(",")}\r\n`;
  return [header, ...rows].map(line).join("");
}

function field(cell: CellTable["rows"][number][number], mayBeNumber: boolean): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  return !mayBeNumber && isChanged(cell) ? `"${cell}\t"` : csvField(cell);
}

const CHANGED: readonly RegExp[] = [
  /^0\d+(?:\.\d*)?$/,
  // 733.10 and 733.1 are two codes of ICD-9-CM.
  /^\d+\.(?:\d*0)?$/,
  /^(?=(?:\.?\d){16})\d+(?:\.\d+)?$/,
  /^\d+(?:\.\d*)?e[+-]?\d+$/i,
  /^\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?$/,
];

/** Digits that a spreadsheet does not keep as they are written; a whole ISO date is meant as a day. */
function isChanged(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return CHANGED.some((form) => form.test(text));
}
