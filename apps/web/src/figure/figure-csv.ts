import { csvField, type Figure } from "@materbone/report";

/** The data of a figure as CSV after RFC 4180, guarded against being read as formulas. */
export function figureCsv({ header, rows }: Pick<Figure, "header" | "rows">): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}
