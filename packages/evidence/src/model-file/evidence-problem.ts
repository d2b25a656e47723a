import type { Problem } from "@materbone/clinical";
import type { Exclusion } from "./exclusion.ts";

/**
 * What is wrong with the data or the model of a fit, as data; `evidence-problem-words.ts` says it. `row` is the row of the
 * file, 1 the header; `at` is a JSON Pointer into the model.
 */
export type EvidenceProblem = DataProblem | ModelProblem;

export type DataProblem = { readonly in: "data" } & (
  | { readonly kind: "noRows" }
  /** Cells of the first line are parted by `，` or `；` of a Chinese keyboard. */
  | { readonly kind: "fullWidthSeparator"; readonly row: number; readonly separator: string }
  | { readonly kind: "unclosedQuote"; readonly row: number }
  | { readonly kind: "rowLength"; readonly row: number; readonly expected: number; readonly found: number }
  | { readonly kind: "duplicateColumn"; readonly row: number; readonly column: string }
  | { readonly kind: "unnamedColumn"; readonly row: number; readonly position: number }
  | { readonly kind: "textInNumberColumn"; readonly row: number; readonly column: string; readonly value: string }
  /** A column of numbers and text stands where numbers or groups could be meant. */
  | { readonly kind: "mixedColumn"; readonly row: number; readonly column: string; readonly value: string }
  /** A number that cannot be: a variance of -0.1, a correlation of 2, half a woman. */
  | {
      readonly kind: "impossibleNumber";
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly must: NumberRule;
    }
  /** A transformation has no value there, as the logarithm of 0. */
  | {
      readonly kind: "noValue";
      readonly row: number;
      readonly column: string;
      readonly value: string;
      readonly of: string;
    }
  | { readonly kind: "noRowsLeft"; readonly read: number; readonly excluded: readonly Exclusion[] }
);

/** What a number must be. */
export type NumberRule =
  | "positive"
  | "notNegative"
  | "wholeAbove0"
  | "between-1And1"
  | "countWithinTotal"
  | "ordered"
  | "finite";

export type ModelProblem = { readonly in: "model"; readonly at: string } & (
  | { readonly kind: "schema"; readonly problem: Problem }
  /** A key that an analysis does not have; `known` are those it has, empty while the analysis itself is not known. */
  | {
      readonly kind: "unknownField";
      readonly key: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "unknownColumn";
      readonly column: string;
      readonly nearest: string | undefined;
      /** Columns of the data. */
      readonly known: readonly string[];
    }
  | { readonly kind: "emptyColumn"; readonly column: string }
  /** The formula cannot be read from this character on (counted from 1). */
  | {
      readonly kind: "formulaSyntax";
      readonly formula: string;
      readonly position: number;
      readonly found: string;
      readonly expected: string;
    }
  | {
      readonly kind: "formulaFunction";
      readonly name: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly kind: "formulaUse"; readonly text: string; readonly why: FormulaFault }
  | {
      readonly kind: "unknownLevel";
      readonly column: string;
      readonly level: string;
      readonly levels: readonly string[];
    }
  | { readonly kind: "oneLevel"; readonly term: string; readonly level: string }
  | { readonly kind: "missingInput"; readonly measure: string; readonly input: string }
  | { readonly kind: "collinear"; readonly coefficient: string; readonly others: readonly string[] }
  | { readonly kind: "tooManyCoefficients"; readonly p: number; readonly k: number }
  | {
      readonly kind: "unknownCoefficient";
      readonly name: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly kind: "matrixShape"; readonly expected: number; readonly found: string }
  | { readonly kind: "matrixNotPositive" }
  | { readonly kind: "predictionValue"; readonly column: string }
  | { readonly kind: "notTogether"; readonly first: string; readonly second: string }
  | { readonly kind: "needs"; readonly what: string; readonly needs: string }
  /** The data cannot tell this variance from others, or tell nothing of it. */
  | { readonly kind: "unidentified"; readonly component: string; readonly others: readonly string[] }
  | { readonly kind: "noConvergence"; readonly iterations: number }
  | { readonly kind: "engine"; readonly message: string }
  | { readonly kind: "notComputable" }
);

/** What an engine refused, as a problem at a place of the model. */
export function engineProblem({ message }: RangeError, at: string): EvidenceProblem {
  return /NaN|Infinity/.test(message)
    ? { in: "model", at, kind: "notComputable" }
    : { in: "model", at, kind: "engine", message };
}

export type FormulaFault =
  | "textWhereNumber"
  | "numberWhereName"
  | "argumentCount"
  | "argument"
  | "barOutsideMixed"
  | "noBar"
  | "response";
