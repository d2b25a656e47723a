import type { ContractTable } from "../contract.ts";
import type { Aggregate, ColumnType, Expression } from "./expression.ts";

export type OrderBy = { readonly of: Expression; readonly descending?: boolean; readonly nulls: "first" | "last" };

/** A table of rows, in no order. Names of columns are lower case letters, digits and underscores. */
export type Relation =
  /** A table of the flat contract. */
  | { readonly kind: "contract"; readonly table: ContractTable }
  /** A table of the source, for sites where the source itself is queried (OMOP CDM); lower case names. */
  | {
      readonly kind: "source";
      readonly table: string;
      readonly columns: Readonly<Record<string, ColumnType>>;
    }
  /** A step named before. */
  | { readonly kind: "step"; readonly name: string }
  | { readonly kind: "filter"; readonly from: Relation; readonly where: Expression }
  /** New columns, in this order; nothing else is kept. */
  | { readonly kind: "project"; readonly from: Relation; readonly columns: Readonly<Record<string, Expression>> }
  /**
   * Rows of `left` with rows of `right` where the pairs of columns are equal (NULL equals nothing) and `where` is true.
   * `inner` and `left` give the columns of both sides, whose names must all differ; `semi` and `anti` those of `left`.
   * A `left` row without a match has NULLs on the right.
   */
  | {
      readonly kind: "join";
      readonly how: "inner" | "left" | "semi" | "anti";
      readonly left: Relation;
      readonly right: Relation;
      readonly on: readonly (readonly [left: string, right: string])[];
      readonly where?: Expression;
    }
  /** One row per combination of `by` (NULLs are one group); without `by` exactly one row, also of no rows. */
  | {
      readonly kind: "group";
      readonly from: Relation;
      readonly by: readonly string[];
      readonly aggregates: Readonly<Record<string, Aggregate>>;
    }
  /** The parts one after another, duplicates kept; all have the same columns in the same order and types. */
  | { readonly kind: "union"; readonly of: readonly Relation[] }
  /** Rows that differ; NULL equals NULL. */
  | { readonly kind: "distinct"; readonly from: Relation }
  /**
   * The rows with one more column. The order must be total within a partition (the plan's duty), so that engines agree.
   * `rowNumber` counts from 1; `previous` is `of` in the row before, NULL in the first; `runningSum` the sum of `of`
   * (integer) from the first row to this one; `runningMin` the smallest `of` (number or date) so far, NULLs left out.
   */
  | {
      readonly kind: "window";
      readonly from: Relation;
      readonly as: string;
      readonly value:
        | { readonly kind: "rowNumber" }
        | { readonly kind: "previous"; readonly of: Expression }
        | { readonly kind: "runningSum" | "runningMin"; readonly of: Expression };
      readonly partitionBy: readonly string[];
      readonly orderBy: readonly OrderBy[];
    }
  /** Literal rows; every row has these columns. */
  | {
      readonly kind: "values";
      readonly columns: Readonly<Record<string, ColumnType>>;
      readonly rows: readonly (readonly Expression[])[];
    };

/** One statement: steps in order, each may use those before it, and the result. Printed as one SELECT with CTEs. */
export type Query = {
  readonly steps: readonly { readonly name: string; readonly relation: Relation }[];
  readonly result: Relation;
};

/** A cell: text, integer and double as JavaScript has them (no NaN), date as ISO text, NULL as null. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
