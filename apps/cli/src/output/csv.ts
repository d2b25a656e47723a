import { visible } from "../terminal.ts";

const NEEDS_QUOTES = /[",\r\n]/;
/** Spreadsheets run a cell that begins so as a formula; a number may begin with a minus, and a minus alone is none. */
const FORMULA = /^[\s\p{Cf}]*(?:[=+@]|-(?!(?:\d+(?:\.\d+)?)?$))|^[\t\r]/u;

/** What a quoted cell may hold. */
const LINES = "\n\r\t";

/** One CSV record by RFC 4180; text that a spreadsheet would run gets an apostrophe in front. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return "";
  const shown = typeof cell === "string" ? visible(cell, LINES) : String(cell);
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${shown}` : shown;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
