import type { Tau2Method } from "./methods.ts";

/** A row of the input that no model can use: which one, which field, and what stood there. */
export class EffectRowError extends RangeError {
  override readonly name: string = "EffectRowError";
  /** Zero-based index of the row. */
  readonly row: number;
  readonly field: "yi" | "vi" | "x";
  readonly value: number;

  constructor(row: number, field: "yi" | "vi" | "x", value: number) {
    super(`row ${row}: ${field} ${field === "vi" ? "must be finite and above 0" : "must be finite"}, got ${value}`);
    this.row = row;
    this.field = field;
    this.value = value;
  }
}

/** Columns of a design that say the same as others, so that their coefficients cannot be told apart. */
export class CollinearError extends RangeError {
  override readonly name: string = "CollinearError";
  /** The superfluous column first, then those that it is a combination of. */
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super(`column ${columns[0]} is a combination of ${columns.slice(1).join(", ") || "nothing: it is zero"}`);
    this.columns = columns;
  }
}

/** Fewer studies than coefficients. */
export class TooFewRowsError extends RangeError {
  override readonly name: string = "TooFewRowsError";
  readonly k: number;
  readonly p: number;

  constructor(k: number, p: number) {
    super(`${k} studies cannot carry ${p} coefficients`);
    this.k = k;
    this.p = p;
  }
}

/** An iterative estimate of tau² that did not settle. */
export class ConvergenceError extends Error {
  override readonly name: string = "ConvergenceError";
  readonly method: Tau2Method;
  readonly iterations: number;

  constructor(method: Tau2Method, iterations: number) {
    super(`tau² by ${method} did not converge in ${iterations} iterations`);
    this.method = method;
    this.iterations = iterations;
  }
}
