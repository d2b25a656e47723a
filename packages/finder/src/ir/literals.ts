import { daysInMonth } from "@materbone/clinical";
import type { ColumnType } from "./expression.ts";
import type { Cell } from "./relation.ts";

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Names of columns and steps: lower case letters, digits and underscores, a letter first, at most 63 (PostgreSQL). */
export function isColumnName(name: string): boolean {
  return NAME.test(name);
}

/** A day of the proleptic Gregorian calendar, years 0001 to 9999, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  if (parts === null) {
    return false;
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Texts that every engine can hold: well-formed Unicode without NUL. */
export function isStorableText(text: string): boolean {
  return !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);
}

/** What is wrong with a cell of this type (a sentence without the value, which may be a person's), or `undefined`. */
export function cellProblem(value: Cell, type: ColumnType): string | undefined {
  switch (type) {
    case "text":
      return typeof value === "string" && isStorableText(value)
        ? undefined
        : "a text must be well-formed Unicode without NUL";
    case "integer":
      return typeof value === "number" && Number.isSafeInteger(value)
        ? undefined
        : "an integer must be within 2^53 - 1 of zero";
    case "double":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "a number must be finite";
    case "date":
      return typeof value === "string" && isIsoDate(value)
        ? undefined
        : "a date must be a day of the calendar, YYYY-MM-DD";
    case "boolean":
      return typeof value === "boolean" ? undefined : "a boolean must be true or false";
  }
}
