import type { Elimination, Pattern } from "./elimination.ts";
import type { Program, ReadArray, Step, Term } from "./program.ts";

export type EliminationPrograms = {
  readonly factor: Program;
  /** Finite exactly when every pivot is finite and not zero. */
  readonly check: Term;
  readonly solve: Program;
  readonly factorsLength: number;
};

/**
 * Straight-line programs that factor shift * I - J, with J given by its pattern, and solve with the factors.
 *
 * With D the pivots, q = 1/D and m = J_ik q_k, elimination adds m u to what is off the diagonal and takes it from D; solving
 * adds m z forward and multiplies z + u x by q backward. No entry changes its sign on the way. The factors are kept in the order
 * in which `solve` reads them: m by row, then u and q by row from the last pivot to the first.
 */
export function eliminationPrograms(pattern: Pattern, elimination: Elimination): EliminationPrograms {
  const { order, rowsBelow, columnsRight } = elimination;
  const steps: Step[] = [];
  const keep = (value: Term): Term => {
    const local = steps.filter(({ kind }) => kind === "local").length;
    steps.push({ kind: "local", local, value });
    return { kind: "local", local };
  };

  const entries = new Map<string, Term>();
  pattern.rows.forEach((row, k) => {
    entries.set(`${row} ${pattern.columns[k]}`, read("jacobian", k));
  });
  for (const i of order) {
    const own = entries.get(`${i} ${i}`);
    const shift = read("shift", 0);
    entries.set(`${i} ${i}`, own === undefined ? shift : minus(shift, own));
  }
  // What is read more than once stands in a local.
  const reciprocals: Term[] = [];
  const checked: Term[] = [];
  const multipliers = new Map<string, Term>();
  order.forEach((pivot, k) => {
    const diagonal = keep(entryOf(entries, pivot, pivot));
    const reciprocal = keep({ kind: "reciprocal", of: diagonal });
    reciprocals.push(reciprocal);
    checked.push(diagonal, reciprocal);
    const right = new Map<number, Term>();
    for (const column of columnsRight[k]) {
      const entry = keep(entryOf(entries, pivot, column));
      right.set(column, entry);
      entries.set(`${pivot} ${column}`, entry);
    }
    for (const row of rowsBelow[k]) {
      const multiplier = keep(times(entryOf(entries, row, pivot), reciprocal));
      multipliers.set(`${row} ${pivot}`, multiplier);
      for (const [column, entry] of right) {
        const before = entries.get(`${row} ${column}`);
        const change = times(multiplier, entry);
        if (row === column) entries.set(`${row} ${column}`, keep(minus(entryOf(entries, row, row), change)));
        else entries.set(`${row} ${column}`, keep(before === undefined ? change : plus(before, change)));
      }
    }
  });

  const solve = new Solve();
  let index = 0;
  const store = (value: Term): number => {
    steps.push({ kind: "store", array: "factors", index, value });
    return index++;
  };
  order.forEach((row, k) => {
    let sum = read("rightSide", row);
    order.slice(0, k).forEach((pivot) => {
      const multiplier = multipliers.get(`${row} ${pivot}`);
      if (multiplier !== undefined) sum = plus(sum, times(read("factors", store(multiplier)), solve.valueOf(pivot)));
    });
    solve.set(row, sum);
  });
  for (let k = order.length - 1; k >= 0; k--) {
    const row = order[k];
    let sum = solve.valueOf(row);
    for (const column of columnsRight[k]) {
      sum = plus(sum, times(read("factors", store(entryOf(entries, row, column))), solve.valueOf(column)));
    }
    solve.set(row, times(sum, read("factors", store(reciprocals[k]))));
    solve.store(row);
  }
  const check = checked.reduce(plus);
  return { factor: steps, check, solve: solve.steps, factorsLength: index };
}

/** The unknowns of a solution, each in a local that is replaced as it is worked out. */
class Solve {
  readonly steps: Step[] = [];
  readonly #locals = new Map<number, number>();
  #count = 0;

  valueOf(unknown: number): Term {
    return { kind: "local", local: this.#locals.get(unknown) ?? -1 };
  }

  set(unknown: number, value: Term): void {
    this.steps.push({ kind: "local", local: this.#count, value });
    this.#locals.set(unknown, this.#count++);
  }

  store(unknown: number): void {
    this.steps.push({ kind: "store", array: "rightSide", index: unknown, value: this.valueOf(unknown) });
  }
}

function entryOf(entries: ReadonlyMap<string, Term>, row: number, column: number): Term {
  const entry = entries.get(`${row} ${column}`);
  if (entry === undefined) throw new RangeError(`the pattern has no entry in row ${row}, column ${column}`);
  return entry;
}

function read(array: ReadArray, index: number): Term {
  return { kind: "read", array, index };
}

function plus(left: Term, right: Term): Term {
  return { kind: "sum", left, right };
}

function minus(left: Term, right: Term): Term {
  return { kind: "sum", left, right: { kind: "negative", of: right } };
}

function times(left: Term, right: Term): Term {
  return { kind: "product", left, right };
}
