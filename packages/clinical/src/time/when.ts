import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { isPartialDate } from "./calendar.ts";

/**
 * How a time is known: `stated` in the source, `derived` by arithmetic on stated facts with one reading,
 * `ambiguous` with more than one reading, `unknown`.
 */
export const timeBasisSchema = z.enum(["stated", "derived", "ambiguous", "unknown"]);
export type TimeBasis = z.infer<typeof timeBasisSchema>;

const months = z.number().min(-120).max(720);
const monthBounds = z.tuple([months.nullable(), months.nullable()]);
const partialDate = z.string().refine(isPartialDate, { message: "partialDate" });
const dateBounds = z.tuple([partialDate.nullable(), partialDate.nullable()]);
const weeks = z.number().min(0).max(45);

/**
 * A time in a record, always an interval: months from the index delivery (0 = delivery, negative before it), or
 * calendar dates of year, month or day precision, or weeks of gestation of the index pregnancy.
 * One number or date is a point (a year is the whole year); a pair is `[earliest, latest]`, `null` = open.
 * Without any of the three the time is unknown. `readings` lists the separate readings of an ambiguous time, in months.
 */
export const whenSchema = z
  .strictObject({
    months: z.union([months, monthBounds]).optional(),
    date: z.union([partialDate, dateBounds]).optional(),
    gestationalWeeks: z.union([weeks, z.tuple([weeks, weeks])]).optional(),
    readings: z.array(months).min(2).optional(),
    basis: timeBasisSchema.optional(),
    note: localTextSchema.optional(),
    source: z.string().optional(),
  })
  .refine((when) => [when.months, when.date, when.gestationalWeeks].filter((part) => part !== undefined).length <= 1, {
    message: "oneTime",
  })
  .refine((when) => isOrdered(when.months) && isOrdered(when.gestationalWeeks) && isOrderedDates(when.date), {
    message: "timeOrder",
  });
export type When = z.infer<typeof whenSchema>;

function isOrdered(bounds: number | readonly (number | null)[] | undefined): boolean {
  if (bounds === undefined || typeof bounds === "number") return true;
  const [earliest, latest] = bounds;
  return earliest == null || latest == null || earliest <= latest;
}

function isOrderedDates(bounds: string | readonly (string | null)[] | undefined): boolean {
  if (bounds === undefined || typeof bounds === "string") return true;
  const [earliest, latest] = bounds;
  // ISO dates of unlike precision compare by their common prefix: 2018 and 2018-05 overlap.
  if (earliest == null || latest == null) return true;
  const shared = Math.min(earliest.length, latest.length);
  return earliest.slice(0, shared) <= latest.slice(0, shared);
}
