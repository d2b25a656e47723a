import { csvField } from "@materbone/report";
import type { RanCourse } from "./simulate-course.ts";

/** Digits of a value, those that the command prints. */
const DIGITS = 15;

/**
 * A course as CSV after RFC 4180, as `materbone simulate --scenario FILE --format csv` writes it: months, then every
 * value of the model, then those of the course without drugs where drugs are given.
 */
export function courseCsv({ months, values }: RanCourse, untreated?: RanCourse): string {
  const columns = [...values.values(), ...(untreated?.values.values() ?? [])];
  const names = [...values.keys()];
  const without = untreated === undefined ? [] : names.map((name) => `${name}_untreated`);
  const rows = Array.from(months, (month, row) => [month, ...columns.map((column) => column[row] ?? Number.NaN)]);
  return [["time_month", ...names, ...without], ...rows.map((row) => row.map(digits))]
    .map((row) => `${row.map(csvField).join(",")}\r\n`)
    .join("");
}

function digits(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
