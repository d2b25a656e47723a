import { build } from "esbuild";
import type { ModelDescription } from "../model/description.ts";
import type { ModelKernel } from "../model-kernel.ts";
import { compileModel } from "./compile.ts";
import { camelCase } from "./typescript.ts";

/** A description with nothing in it but what is given. */
export function modelOf(parts: Partial<ModelDescription>): ModelDescription {
  return {
    name: "small",
    timeUnit: "h",
    parameters: [],
    inputs: [],
    depots: [],
    constants: [],
    states: [],
    quantities: [],
    switches: [],
    outputs: [],
    ...parts,
  };
}

/** Compiles a description and loads the module that comes of it. */
export async function kernelOf(description: ModelDescription): Promise<ModelKernel> {
  const [main] = compileModel(description);
  const exported = await loaded(main.text);
  return exported[camelCase(description.name)] as ModelKernel;
}

/** What a generated module exports. */
export async function loaded(text: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents: text, loader: "ts", resolveDir: "packages/circuit/src/generated" },
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["source"],
  });
  const encoded = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(/* @vite-ignore */ `data:text/javascript;base64,${encoded}`);
}

/** A kernel's numbers at one point, with the parameters as described unless given. */
export function evaluated(
  kernel: ModelKernel,
  at: {
    readonly time?: number;
    readonly state?: readonly number[];
    readonly drive?: readonly number[];
    readonly modes?: readonly number[];
    readonly parameters?: readonly number[];
  },
): {
  readonly initial: readonly number[];
  readonly depotRates: readonly number[];
  readonly derivative: readonly number[];
  readonly jacobian: readonly (readonly number[])[];
  readonly timeDerivative: readonly number[];
  readonly switches: readonly number[];
  readonly outputs: readonly number[];
} {
  const n = kernel.states.length;
  const constants = new Float64Array(kernel.constantCount);
  kernel.constants(Float64Array.from(at.parameters ?? kernel.parameters.map(({ value }) => value)), constants);
  const initial = new Float64Array(n);
  kernel.initialState(constants, initial);
  const depotRates = new Float64Array(kernel.depots.length);
  kernel.depotRates(constants, depotRates);
  const undriven = [
    0,
    ...kernel.inputs.map(({ value }) => value),
    ...kernel.inputs.map(() => 0),
    ...kernel.depots.map(() => 0),
  ];
  const drive = Float64Array.from(at.drive ?? undriven);
  const state = Float64Array.from(at.state ?? initial);
  const modes = Int8Array.from(at.modes ?? kernel.switches.map(() => 0));
  const time = at.time ?? 0;
  const derivative = new Float64Array(n);
  kernel.derivative(time, state, constants, drive, modes, derivative);
  const entries = new Float64Array(kernel.jacobianLength);
  const timeDerivative = new Float64Array(n);
  kernel.linearise(time, state, constants, drive, modes, entries, timeDerivative);
  const switches = new Float64Array(kernel.switches.length);
  kernel.evaluateSwitches(time, state, constants, drive, modes, switches);
  const outputs = new Float64Array(kernel.outputs.length);
  kernel.evaluateOutputs(time, state, constants, drive, modes, outputs);
  const jacobian = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  kernel.jacobianRows.forEach((row, k) => {
    jacobian[row][kernel.jacobianColumns[k]] = entries[k];
  });
  return {
    initial: [...initial],
    depotRates: [...depotRates],
    derivative: [...derivative],
    jacobian,
    timeDerivative: [...timeDerivative],
    switches: [...switches],
    outputs: [...outputs],
  };
}
