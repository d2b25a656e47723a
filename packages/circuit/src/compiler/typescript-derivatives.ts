import type { CheckedModel } from "./checked-model.ts";
import type { ParameterPrograms } from "./derivative-programs.ts";
import type { Program } from "./program.ts";
import { ARRAY, camelCase, functionText, header, importLine, KERNEL_FUNCTION } from "./typescript.ts";

/**
 * The text of a TypeScript module that exports the `ParameterDerivatives` of a model, `NAMEByParameter`. The kernel does not
 * import it, so that only what fits loads it.
 */
export function derivativesModule({ description }: CheckedModel, programs: readonly ParameterPrograms[]): string {
  const { t, y, c, d, m } = KERNEL_FUNCTION;
  const changing = { t, y, p: ARRAY, c, d, m, o: ARRAY };
  const fixed = { p: ARRAY, c, o: ARRAY };
  const tables = [
    tableOf(
      "rates",
      changing,
      programs.map(({ rates }) => rates),
    ),
    tableOf(
      "initialState",
      fixed,
      programs.map(({ initialState }) => initialState),
    ),
    tableOf(
      "outputs",
      changing,
      programs.map(({ outputs }) => outputs),
    ),
  ];
  const body = tables.join("\n");
  const types =
    "number, time: number, y: Float64Array, p: Float64Array, c: Float64Array, d: Float64Array, m: Int8Array, o: Float64Array";
  return [
    header(description.name),
    importLine(body),
    'import type { ParameterDerivatives } from "../model-kernel.ts";',
    "",
    body,
    `export const ${camelCase(description.name)}ByParameter: ParameterDerivatives = {`,
    `  rates(parameter: ${types}): void {`,
    "    o.fill(0);",
    "    rates[parameter](time, y, p, c, d, m, o);",
    "  },",
    "  initialState(parameter: number, p: Float64Array, c: Float64Array, o: Float64Array): void {",
    "    o.fill(0);",
    "    initialState[parameter](p, c, o);",
    "  },",
    `  outputs(parameter: ${types}): void {`,
    "    o.fill(0);",
    "    outputs[parameter](time, y, p, c, d, m, o);",
    "  },",
    "};",
    "",
  ].join("\n");
}

/** A function per parameter in an array; parameters that change nothing share one that does nothing. */
function tableOf(name: string, inputs: Readonly<Record<string, string>>, programs: readonly Program[]): string {
  const functions = programs.map((program, i) => functionText(`${name}${i}`, inputs, program));
  const written = functions.filter((_, i) => programs[i].length > 0).map(({ text }) => text);
  const names = functions.map((made, i) => (programs[i].length > 0 ? made.name : `${name}None`));
  const needsNone = programs.some((program) => program.length === 0);
  const none = needsNone ? [functionText(`${name}None`, inputs, []).text] : [];
  const type = Object.entries(inputs)
    .map(([input, of]) => `${input}: ${of}`)
    .join(", ");
  const table = `const ${name}: readonly ((${type}) => void)[] = [${names.join(", ")}];\n`;
  return [...written, ...none, table].join("\n");
}
