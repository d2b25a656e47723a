import type { CheckedModel } from "./checked-model.ts";
import { type InfixLanguage, infix, infixLines } from "./infix.ts";
import { elementaryStatements } from "./inline-elementary.ts";
import type { KernelPrograms } from "./kernel-programs.ts";
import type { Program } from "./program.ts";

export const TYPESCRIPT: InfixLanguage = {
  local: (local, value) => `const v${local} = ${value};`,
  functionNames: { exp: "exp", log: "log", tanh: "tanh", sqrt: "Math.sqrt" },
  equal: "===",
  unequal: "!==",
  number: String,
};

/** For what runs at every step; the same bits, twice as fast as calls. */
const WRITTEN_OUT: InfixLanguage = { ...TYPESCRIPT, elementary: elementaryStatements };

export const ARRAY = "Float64Array";
/** Inputs of a kernel function, but for its results. */
export const KERNEL_FUNCTION = { t: "number", y: ARRAY, c: ARRAY, d: ARRAY, m: "Int8Array" };

/** The text of a TypeScript module that exports one `ModelKernel`. */
export function kernelModule(model: CheckedModel, programs: KernelPrograms): string {
  const { description } = model;
  const { elimination, pattern } = programs;
  const functions = [
    functionText("constants", { p: ARRAY, o: ARRAY }, programs.constants),
    functionText("initialState", { c: ARRAY, o: ARRAY }, programs.initialState),
    functionText("depotRates", { c: ARRAY, o: ARRAY }, programs.depotRates),
    functionText("derivative", { ...KERNEL_FUNCTION, o: ARRAY }, programs.derivative, WRITTEN_OUT),
    functionText("linearise", { ...KERNEL_FUNCTION, o: ARRAY, e: ARRAY }, programs.linearise, WRITTEN_OUT),
    functionText("evaluateSwitches", { ...KERNEL_FUNCTION, o: ARRAY }, programs.evaluateSwitches),
    functionText("evaluateOutputs", { ...KERNEL_FUNCTION, o: ARRAY }, programs.evaluateOutputs, WRITTEN_OUT),
    functionText("factor", { j: ARRAY, s: "number", f: ARRAY }, elimination.factor, TYPESCRIPT, [
      `const check = ${infix(elimination.check, 0, TYPESCRIPT)};`,
      "return check - check === 0;",
    ]),
    functionText("solve", { f: ARRAY, b: ARRAY }, elimination.solve),
  ];
  const quantity = ({ name, unit }: { readonly name: string; readonly unit: string }): object => ({ name, unit });
  const driven = ({ name, unit, value }: { name: string; unit: string; value: number }): object => ({
    name,
    unit,
    value,
  });
  const kernel = [
    field("name", description.name),
    field("timeUnit", description.timeUnit),
    listField("parameters", description.parameters.map(driven)),
    listField("inputs", description.inputs.map(driven)),
    listField("depots", description.depots.map(quantity)),
    listField(
      "states",
      description.states.map((state) => ({ ...quantity(state), accumulates: state.accumulates === true })),
    ),
    field(
      "switches",
      description.switches.map(({ name }) => name),
    ),
    field(
      "switchKinds",
      description.switches.map(({ kind }) => kind),
    ),
    listField("outputs", description.outputs.map(quantity)),
    field("constantCount", programs.constantCount),
    field("jacobianLength", pattern.rows.length),
    field("factorsLength", elimination.factorsLength),
    field("jacobianRows", pattern.rows),
    field("jacobianColumns", pattern.columns),
    ...functions.map(({ name }) => `  ${name},`),
  ];
  const body = functions.map(({ text }) => text).join("\n");
  return [
    header(description.name),
    importLine(body),
    'import type { ModelKernel } from "../model-kernel.ts";',
    "",
    body,
    `export const ${camelCase(description.name)}: ModelKernel = {`,
    ...kernel,
    "};",
    "",
  ].join("\n");
}

export function header(name: string): string {
  return `// Generated from the description of the model "${name}" by tools/compile-circuit.mjs; not written by hand.`;
}

/**
 * Imports those elementary functions, and their tables, that a text names, as constants of the module: V8 writes these into its
 * code, what is imported by name it fetches and checks at each use.
 */
export function importLine(body: string): string {
  const used = NAMES.filter((name) => new RegExp(`(?<![.\\w])${name}\\b`).test(body));
  if (used.length === 0) return "";
  return `import * as elementary from "../elementary.ts";\n\nconst { ${used.join(", ")} } = elementary;`;
}

const NAMES = ["DOUBLE", "EXP_TABLE", "exp", "HIGH_WORD", "LOG_TABLE", "log", "POWERS_OF_TWO", "tanh", "WORDS"];

export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A function of a program; inputs that it does not read are marked as such. */
export function functionText(
  name: string,
  inputs: Readonly<Record<string, string>>,
  program: Program,
  language: InfixLanguage = TYPESCRIPT,
  last: readonly string[] = [],
): { readonly name: string; readonly text: string } {
  const lines = [...infixLines(program, language), ...last];
  const body = lines.map((line) => `  ${line}\n`).join("");
  const listed = Object.entries(inputs).map(([input, type]) => {
    const isUsed = new RegExp(`\\b${input}\\b`).test(body);
    return `${isUsed ? input : `_${input}`}: ${type}`;
  });
  const result = last.length === 0 ? "void" : "boolean";
  return { name, text: `function ${name}(${listed.join(", ")}): ${result} {\n${body}}\n` };
}

function field(name: string, value: unknown): string {
  return `  ${name}: ${JSON.stringify(value)},`;
}

function listField(name: string, values: readonly object[]): string {
  const lines = values.map((value) => `    ${JSON.stringify(value)},\n`).join("");
  return `  ${name}: [\n${lines}  ],`;
}
