import { type ContrastMatrix, contrastMatrix, indicatorMatrix } from "./contrasts.ts";
import type { DataTable } from "./data-table.ts";
import { evaluate, type FactorSetting, type Memory, type Values } from "./evaluate.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { type ModelTerms, type Term, termText } from "./formula-terms.ts";
import { type Frame, frameOfValues } from "./frame.ts";

/** A design matrix with what is needed to lay out new rows for predictions. */
export type BuiltDesign = {
  /** Names of the p columns, as R prints them. */
  readonly names: readonly string[];
  /** k x p, row-major. */
  readonly x: Float64Array;
  /** The columns of each term of the formula; the intercept is none. */
  readonly terms: readonly { readonly name: string; readonly columns: readonly number[] }[];
  /**
   * Rows for other values of the columns.
   *
   * @returns m x p, row-major
   * @throws EvaluationFault when a value is missing or a level unknown
   */
  readonly rowsFor: (asked: readonly Readonly<Record<string, string | number>>[]) => Float64Array;
};

/**
 * Lays out the design matrix of a formula over the records of a frame. Factors without an intercept, or in an interaction
 * without their margin, have one column per level (Chambers and Hastie 1992, section 2.4).
 *
 * @param interceptName - `intrcpt` in a meta-analysis, `(Intercept)` in a mixed model
 * @throws EvaluationFault with the problems of data or model
 */
export function buildDesign(
  terms: ModelTerms,
  frame: Frame,
  table: DataTable,
  settings: Readonly<Record<string, FactorSetting>>,
  interceptName: string,
): BuiltDesign {
  const memory: Memory = new Map();
  const valuesOn = (on: Frame): readonly Values[] =>
    terms.variables.map(({ expression }) => evaluate(expression, on, settings, memory));
  const values = valuesOn(frame);
  for (const [place, value] of values.entries()) {
    if (value.kind === "factor" && value.levels.length < 2) {
      throw new EvaluationFault({
        in: "model",
        at: "",
        kind: "oneLevel",
        term: terms.variables[place].text,
        level: value.levels[0] ?? "",
      });
    }
  }
  const coding = codings(terms, values);
  const layout = (
    of: readonly Values[],
    count: number,
  ): { readonly names: string[]; readonly columns: number[][]; readonly spans: (readonly number[])[] } => {
    const names: string[] = terms.hasIntercept ? [interceptName] : [];
    const columns: number[][] = terms.hasIntercept ? [Array.from({ length: count }, () => 1)] : [];
    const spans = terms.terms.map((term, place) => {
      const made = termColumns(term, terms, of, coding[place], count);
      const first = columns.length;
      for (const { name, values: column } of made) {
        names.push(name);
        columns.push(column);
      }
      return made.map((_, offset) => first + offset);
    });
    return { names, columns, spans };
  };
  const { names, columns, spans } = layout(values, frame.rows.length);
  return {
    names,
    x: rowMajor(columns, frame.rows.length),
    terms: terms.terms.map((term, place) => ({ name: termText(term, terms.variables), columns: spans[place] })),
    rowsFor: (asked) => rowMajor(layout(valuesOn(frameOfValues(table, asked)), asked.length).columns, asked.length),
  };
}

type Coding = "contrasts" | "indicators";

/** For each term, how each of its factors is coded. */
function codings(terms: ModelTerms, values: readonly Values[]): readonly (readonly Coding[])[] {
  const result = terms.terms.map((term, place) =>
    term.map((variable): Coding => {
      const margin = term.filter((other) => other !== variable);
      if (margin.length === 0) return "contrasts";
      const isThere = terms.terms.slice(0, place).some((before) => margin.every((other) => before.includes(other)));
      return isThere ? "contrasts" : "indicators";
    }),
  );
  if (terms.hasIntercept) return result;
  // Without an intercept the first factor takes its place.
  for (const [place, term] of terms.terms.entries()) {
    const at = term.findIndex((variable) => values[variable].kind === "factor");
    if (at < 0) continue;
    result[place][at] = "indicators";
    break;
  }
  return result;
}

type NamedColumn = { readonly name: string; readonly values: number[] };

/** The columns of a term: products of the columns of its variables, the first variable changing fastest. */
function termColumns(
  term: Term,
  terms: ModelTerms,
  values: readonly Values[],
  coding: readonly Coding[],
  count: number,
): readonly NamedColumn[] {
  return term.reduce<readonly NamedColumn[]>((before, variable, at) => {
    const own = variableColumns(terms.variables[variable].text, values[variable], coding[at], count);
    if (at === 0) return own;
    return own.flatMap((column) =>
      before.map((left) => ({
        name: `${left.name}:${column.name}`,
        values: left.values.map((value, record) => value * column.values[record]),
      })),
    );
  }, []);
}

function variableColumns(name: string, values: Values, coding: Coding, count: number): readonly NamedColumn[] {
  if (values.kind === "numeric") return [{ name, values: [...values.values] }];
  if (values.kind === "matrix") {
    return values.columns.map((column, at) => ({ name: `${name}${at + 1}`, values: [...column] }));
  }
  const { levels, codes, contrast, reference } = values;
  const matrix: ContrastMatrix =
    coding === "indicators" ? indicatorMatrix(levels) : contrastMatrix(levels, contrast, reference);
  return matrix.suffixes.map((suffix, column) => ({
    name: `${name}${suffix}`,
    values: Array.from({ length: count }, (_, record) => matrix.rows[codes[record]][column]),
  }));
}

function rowMajor(columns: readonly (readonly number[])[], count: number): Float64Array {
  const width = columns.length;
  const x = new Float64Array(count * width);
  for (let column = 0; column < width; column++) {
    for (let record = 0; record < count; record++) x[record * width + column] = columns[column][record];
  }
  return x;
}
