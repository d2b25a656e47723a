import { csvField } from "@materbone/report";
import type { RanCourse } from "./simulate-course.ts";

/** Digits of a value, those that the command prints. */
const DIGITS = 15;

/** A course as CSV after RFC 4180, as `materbone simulate --scenario FILE --format csv` writes it: months, then every value of the model. */
export function courseCsv({ months, values }: RanCourse): string {
  const columns = [...values.values()];
  const rows = Array.from(months, (month, row) => [month, ...columns.map((column) => column[row] ?? Number.NaN)]);
  return [["time_month", ...values.keys()], ...rows.map((row) => row.map(digits))]
    .map((row) => `${row.map(csvField).join(",")}\r\n`)
    .join("");
}

function digits(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
