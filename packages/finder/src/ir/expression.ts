/** Types of columns. `integer` is a 64-bit integer within 2^53; `date` a calendar day; `double` IEEE 754. */
export type ColumnType = "integer" | "double" | "text" | "date" | "boolean";

/**
 * A value of one row. Three-valued logic as in SQL: a comparison with NULL is NULL, `and`, `or`, `not` follow Kleene, and a
 * filter keeps a row only where its condition is true. There are no user functions: this set is closed, and every
 * dialect and the evaluator give the same value for each member (docs/explanation/finder-semantics.md).
 */
export type Expression =
  /** A column of the relation below; a join gives the columns of both sides, whose names never coincide. */
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "text"; readonly value: string }
  /** |value| at most 2^53 - 1. */
  | { readonly kind: "integer"; readonly value: number }
  /** Finite. */
  | { readonly kind: "double"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** ISO date, years 0001 to 9999. */
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "null"; readonly type: ColumnType }
  /** Texts compare by code point (UTF-8 bytes), without a collation. Both sides have one type. */
  | {
      readonly kind: "compare";
      readonly op: "=" | "<>" | "<" | "<=" | ">" | ">=";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "and" | "or"; readonly of: readonly Expression[] }
  | { readonly kind: "not" | "isNull"; readonly of: Expression }
  /** `of` is one of the literals; never NULL inside. An empty list is false for a value that is not NULL. */
  | { readonly kind: "isIn"; readonly of: Expression; readonly values: readonly (string | number)[] }
  /** The text begins with `prefix`, code point by code point; an empty prefix is a mistake. */
  | { readonly kind: "startsWith"; readonly of: Expression; readonly prefix: string }
  /** At most `length` code points of the text from number `start` on, which counts from 1; what lies beyond its end is not there. */
  | { readonly kind: "part"; readonly of: Expression; readonly start: number; readonly length: number }
  /** The text without blanks at both ends: the space separators of Unicode (`BLANKS`), not tabs or ends of lines. */
  | { readonly kind: "trimmed"; readonly of: Expression }
  /** `months` whole months later (negative: earlier); a day that the month lacks becomes its last day. */
  | { readonly kind: "addMonths"; readonly date: Expression; readonly months: number }
  | { readonly kind: "addDays"; readonly date: Expression; readonly days: number }
  /** The day of three integers; NULL where one is, or where the calendar has no such day. Years 1 to 9999. */
  | { readonly kind: "makeDate"; readonly year: Expression; readonly month: Expression; readonly day: Expression }
  /** Days from `from` to `to`, negative when `to` is earlier. Integer. */
  | { readonly kind: "daysBetween"; readonly from: Expression; readonly to: Expression }
  /**
   * The largest whole number n of months (years) with `from` + n months (12 n months) not after `to`; negative when `to` is
   * earlier. Completed years, never calendar-year crossings. Integer.
   */
  | { readonly kind: "completedMonths" | "completedYears"; readonly from: Expression; readonly to: Expression }
  | { readonly kind: "add" | "subtract" | "multiply"; readonly left: Expression; readonly right: Expression }
  /**
   * The number as printed with `decimals` places, halves away from zero, times 10^decimals: -1.95 with one decimal is -20.
   * Computed as sign(x) floor(|x| 10^decimals + 0.5) in IEEE doubles, so that every engine agrees. Integer.
   */
  | { readonly kind: "printed"; readonly of: Expression; readonly decimals: 0 | 1 | 2 | 3 }
  /** The first true condition's value; NULL without `otherwise`. All values have one type. */
  | {
      readonly kind: "case";
      readonly when: readonly { readonly if: Expression; readonly then: Expression }[];
      readonly otherwise?: Expression;
    }
  /** The first that is not NULL. */
  | { readonly kind: "coalesce"; readonly of: readonly Expression[] }
  /** The smallest (largest) of those that are not NULL; NULL when all are. */
  | { readonly kind: "least" | "greatest"; readonly of: readonly Expression[] }
  /** Text of an integer (decimal digits), or of a date (ISO). */
  | { readonly kind: "asText"; readonly of: Expression }
  /** Texts one after another; NULL where one is. */
  | { readonly kind: "concat"; readonly of: readonly Expression[] }
  /** Integer as double. */
  | { readonly kind: "asDouble"; readonly of: Expression }
  /** 1, 0 or NULL of a boolean, for sums. */
  | { readonly kind: "asInteger"; readonly of: Expression };

/** A value of several rows; NULLs are left out. Of no rows (or NULLs only): `count` and `countDistinct` 0, others NULL. */
export type Aggregate =
  /** Number of rows. */
  | { readonly kind: "countRows" }
  | { readonly kind: "countDistinct"; readonly of: Expression }
  /** Texts and booleans too: false < true, texts by code point. */
  | { readonly kind: "min" | "max"; readonly of: Expression }
  /** Of integers. */
  | { readonly kind: "sum"; readonly of: Expression };
