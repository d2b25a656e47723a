import { csvField } from "@materbone/report";
import type { RanCourse } from "./simulate-course.ts";

/** A course as CSV after RFC 4180, every digit of it: months, then each value of the model with its unit in the heading. */
export function courseCsv({ months, values, units }: RanCourse): string {
  const names = [...values.keys()];
  const head = ["month", ...names.map((name) => `${name} [${units.get(name) ?? ""}]`)];
  const rows = Array.from(months, (month, row) => [
    month,
    ...names.map((name) => values.get(name)?.[row] ?? Number.NaN),
  ]);
  return [head, ...rows.map((row) => row.map(String))].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}
