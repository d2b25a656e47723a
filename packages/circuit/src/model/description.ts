/**
 * A model of rates, written down once as data. From it the build makes the right-hand side, the sparse Jacobian, its LU in
 * a fixed order, the parameter derivatives and the outputs, after checking the unit of every term.
 *
 * Expressions are text: numbers with an optional unit (`0.149997[mmol/h]`; without one a number is dimensionless), names of
 * parameters, inputs, depots, constants, states and of quantities above, `t` (time), `X_0` (the initial value of state X),
 * `+ - * / ^` and brackets, and the functions
 *
 * - `exp(x)`, `log(x)`, `tanh(x)`, `sqrt(x)`: of dimensionless x;
 * - `hill(x, half, g)` = x^g / (x^g + half^g): x and half of one unit, written so that no power underflows;
 * - `either(name, above, below)`: `above` where the switch `name` is positive, `below` where not.
 *
 * `^` takes a dimensionless base, or a whole or half number as exponent. Terms of a sum have one unit, scale included:
 * pmol and mmol do not add.
 *
 * A power whose exponent is not a whole or half number is exp(a log x): 0, 1 or infinite at x = 0 by the sign of a, NaN below
 * 0. Its logarithm is taken apart along products, so each factor of such a base, and of x and half in `hill`, has to be
 * positive by itself. The derivative of a power or a root at 0 is taken as 0, also where it is infinite.
 */
export type ModelDescription = {
  readonly name: string;
  readonly timeUnit: "h" | "d" | "month";
  readonly parameters: readonly ParameterDescription[];
  /** Driven from outside: constant or linear in time between two changes. */
  readonly inputs: readonly InputDescription[];
  /** Amounts that doses fill and that leave at first order; known in closed form, so not integrated. */
  readonly depots: readonly DepotDescription[];
  /** From parameters, initial values and constants above; computed anew for every woman. */
  readonly constants: readonly NamedExpression[];
  readonly states: readonly StateDescription[];
  /** From anything but derivatives, in the order in which they are computed. */
  readonly quantities: readonly NamedExpression[];
  readonly switches: readonly SwitchDescription[];
  readonly outputs: readonly NamedExpression[];
};

export type ParameterDescription = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
};

export type InputDescription = {
  readonly name: string;
  readonly unit: string;
  /** Value before the first change. */
  readonly value: number;
};

export type DepotDescription = {
  readonly name: string;
  readonly unit: string;
  /** First-order rate of loss, an expression of parameters and constants, 1/time. */
  readonly rate: string;
};

export type NamedExpression = {
  readonly name: string;
  readonly unit: string;
  readonly is: string;
};

export type StateDescription = {
  readonly name: string;
  readonly unit: string;
  /** An expression of parameters and of constants and initial values above. */
  readonly initial: string;
  /** dX/dt. */
  readonly rate: string;
  /** Only adds up what flows, so is left out of the search for rest: cumulative urinary calcium, the calcium of bone. */
  readonly accumulates?: true;
};

export type SwitchDescription = {
  readonly name: string;
  /** Its sign is the switch. */
  readonly is: string;
  /** What changes there: the value, or only the slope. */
  readonly kind: "jump" | "kink";
};
