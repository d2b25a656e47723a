import type { CheckedModel } from "./checked-model.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { type InfixLanguage, infixLines } from "./infix.ts";
import type { KernelPrograms } from "./kernel-programs.ts";
import type { Program } from "./program.ts";
import { header } from "./typescript.ts";

const C: InfixLanguage = {
  local: (local, value) => `const double v${local} = ${value};`,
  functionNames: { exp: "exp", log: "logarithm", tanh: "tanh", sqrt: "sqrt" },
  equal: "==",
  unequal: "!=",
  number: (value) => (Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value)),
};

const INPUTS = "double t, const double *y, const double *c, const double *d, const signed char *m";

/**
 * The same kernel in C99, for the benchmark against CVODE: right-hand side, Jacobian compressed by column (CSC, as KLU
 * takes it), constants, initial state, depot rates, switches and outputs. Each name begins with that of the model.
 */
export function kernelInC(model: CheckedModel, programs: KernelPrograms): readonly GeneratedFile[] {
  const { description } = model;
  const name = description.name.replaceAll("-", "_");
  const { pattern } = programs;
  const csc = byColumn(programs);
  const declarations = [
    `void ${name}_constants(const double *p, double *o)`,
    `void ${name}_initial_state(const double *c, double *o)`,
    `void ${name}_depot_rates(const double *c, double *o)`,
    `void ${name}_derivative(${INPUTS}, double *o)`,
    `void ${name}_linearise(${INPUTS}, double *o, double *e)`,
    `void ${name}_switches(${INPUTS}, double *o)`,
    `void ${name}_outputs(${INPUTS}, double *o)`,
  ];
  const bodies = [
    programs.constants,
    programs.initialState,
    programs.depotRates,
    programs.derivative,
    csc.linearise,
    programs.evaluateSwitches,
    programs.evaluateOutputs,
  ];
  const sizes = {
    STATES: description.states.length,
    PARAMETERS: description.parameters.length,
    CONSTANTS: programs.constantCount,
    INPUTS: description.inputs.length,
    DEPOTS: description.depots.length,
    SWITCHES: description.switches.length,
    OUTPUTS: description.outputs.length,
    NONZEROS: pattern.rows.length,
  };
  const upper = name.toUpperCase();
  const guard = `${upper}_H`;
  const table = (type: string, of: string, values: readonly (number | string)[]): string =>
    `const ${type} ${name}_${of}[] = {${values.join(", ")}};`;
  const extern = (type: string, of: string): string => `extern const ${type} ${name}_${of}[];`;
  const head = [
    header(description.name),
    `#ifndef ${guard}`,
    `#define ${guard}`,
    ...Object.entries(sizes).map(([of, size]) => `#define ${upper}_${of} ${size}`),
    "/* Entries of the Jacobian in the order of `linearise`: by column, then by row. */",
    extern("long", "column_starts"),
    extern("long", "rows"),
    extern("double", "parameter_values"),
    extern("double", "input_values"),
    ...declarations.map((declaration) => `${declaration};`),
    "#endif",
    "",
  ];
  const source = [
    header(description.name),
    "#include <math.h>",
    `#include "${description.name}.h"`,
    "",
    "static double logarithm(double x) { return x == 0 ? -1e300 : log(x); }",
    "",
    table("long", "column_starts", csc.columnStarts),
    table("long", "rows", csc.rows),
    table(
      "double",
      "parameter_values",
      description.parameters.map(({ value }) => C.number(value)),
    ),
    table("double", "input_values", [...description.inputs.map(({ value }) => C.number(value)), "0"]),
    "",
    ...declarations.map((declaration, i) => {
      const lines = infixLines(bodies[i], C).map((line) => `  ${line}\n`);
      return `${declaration} {\n${lines.join("")}}\n`;
    }),
  ];
  return [
    { name: `${description.name}.h`, text: head.join("\n") },
    { name: `${description.name}.c`, text: source.join("\n") },
  ];
}

/** The entries of the Jacobian by column, then by row. */
function byColumn({ linearise, pattern }: KernelPrograms): {
  readonly linearise: Program;
  readonly columnStarts: readonly number[];
  readonly rows: readonly number[];
} {
  const { rows, columns, size } = pattern;
  const order = [...rows.keys()].sort((a, b) => columns[a] - columns[b] || rows[a] - rows[b]);
  const place = new Map(order.map((entry, k) => [entry, k]));
  return {
    linearise: linearise.map((step) =>
      step.kind === "store" && step.array === "out" ? { ...step, index: place.get(step.index) ?? -1 } : step,
    ),
    columnStarts: Array.from({ length: size + 1 }, (_, column) => columns.filter((other) => other < column).length),
    rows: order.map((entry) => rows[entry]),
  };
}
