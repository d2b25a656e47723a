import type { CellTable } from "@materbone/finder";
import { csvField } from "../tables/render-csv.ts";

/** Begins a file for spreadsheets: without it, those of Chinese systems read it as GBK. */
export const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table of the worklist as CSV after RFC 4180, without a byte order mark. Texts that a spreadsheet would run are guarded. One
 * that it would take for a number or a day and change ends with a tab, which keeps it a text: an identifier that loses its
 * leading zeros, or its digits after the fifteenth, is another woman's.
 */
export function worklistCsv({ header, rows }: CellTable): string {
  return [header, ...rows].map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
}

function field(cell: CellTable["rows"][number][number]): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  return isChanged(cell) ? `"${cell}\t"` : csvField(cell);
}

/** Digits that a spreadsheet does not keep as they are written; a whole ISO date is meant as a day. */
function isChanged(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return /^0\d+$|^\d{16,}$|^\d+(?:\.\d+)?e[+-]?\d+$|^\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?$/i.test(text);
}
