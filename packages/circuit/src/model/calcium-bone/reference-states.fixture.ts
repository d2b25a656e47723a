import file from "../../../golden/calcium-bone-rates.json" with { type: "json" };
import { calciumBone } from "../../generated/calcium-bone.ts";

/** One reference state with the rates that belong to it, laid out as the kernel wants it. */
export type ReferenceState = {
  readonly time: number;
  readonly constants: Float64Array;
  readonly state: Float64Array;
  /** Starts at `time`; inputs without slope. */
  readonly drive: Float64Array;
  readonly modes: Int8Array;
  readonly rateByName: ReadonlyMap<string, number>;
};

/** The 24 states, each made afresh. */
export function referenceStates(): readonly ReferenceState[] {
  return file.cases.map((one) => {
    const valueByName = new Map<string, number>(Object.entries(one.state));
    const overrides = new Map<string, number>(Object.entries(one.parameter_overrides));
    const named = (name: string): number => valueByName.get(name) ?? Number.NaN;
    const parameters = Float64Array.from(calciumBone.parameters, ({ name, value }) => overrides.get(name) ?? value);
    const constants = new Float64Array(calciumBone.constantCount);
    calciumBone.constants(parameters, constants);
    const state = Float64Array.from(calciumBone.states, ({ name }) => named(name));
    const drive = Float64Array.from([
      one.t_h,
      ...calciumBone.inputs.map(({ name }) => named(name)),
      ...calciumBone.inputs.map(() => 0),
      ...calciumBone.depots.map(({ name }) => named(name)),
    ]);
    const modes = new Int8Array(calciumBone.switches.length);
    const signs = new Float64Array(modes.length);
    calciumBone.evaluateSwitches(one.t_h, state, constants, drive, modes, signs);
    modes.set(signs.map((sign) => (sign > 0 ? 1 : 0)));
    return {
      time: one.t_h,
      constants,
      state,
      drive,
      modes,
      rateByName: new Map<string, number>(Object.entries(one.derivative)),
    };
  });
}
