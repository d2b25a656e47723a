import type { ModelKernel } from "../model-kernel.ts";
import { placeOf } from "../place-of.ts";
import { type ComparedAnchor, comparedAnchors } from "./anchors.ts";

/** Parameters that are fitted together, and the anchors that they are fitted to. */
export type CalibrationStage = {
  readonly name: "spine" | "totalHip" | "femoralNeck";
  readonly anchors: readonly ComparedAnchor[];
  readonly variables: readonly CalibrationVariable[];
};

/** A positive number, sought by its logarithm. */
export type CalibrationVariable = {
  readonly name: string;
  /** Parameters that it sets: itself, or itself times another parameter. */
  readonly sets: readonly { readonly parameter: string; readonly times?: string }[];
  readonly most?: number;
};

/**
 * In the order in which they are fitted: each takes the parameters of those before as they are. The spine comes with the
 * drugs and with what hips share. A hip has too few rows for more than a factor on the spine's two terms and its own gain
 * under teriparatide.
 */
export const calibrationStages: readonly CalibrationStage[] = [
  {
    name: "spine",
    anchors: calibratedOn((site) => site !== "TH" && site !== "FN"),
    variables: [
      itself("remodellingSpaceLS"),
      itself("mineralisationLS"),
      itself("tissueTurnover"),
      itself("anabolicLS"),
      itself("pregnancyDepletionLS"),
      itself("depletionRecovery"),
      itself("EmaxBP", 1),
      itself("alendronatePotency"),
    ],
  },
  hipStage("totalHip", "TH"),
  hipStage("femoralNeck", "FN"),
];

/** Where the variables stand under `parameters`, as logarithms. */
export function variablesOf(kernel: ModelKernel, stage: CalibrationStage, parameters: Float64Array): Float64Array {
  return Float64Array.from(stage.variables, ({ sets: [first] }) => {
    const value = parameters[placeOf(kernel.parameters, first.parameter)];
    return Math.log(first.times === undefined ? value : value / parameters[placeOf(kernel.parameters, first.times)]);
  });
}

/** A copy of `parameters` with the variables of a stage put in. */
export function withVariables(
  kernel: ModelKernel,
  stage: CalibrationStage,
  parameters: Float64Array,
  logarithms: Float64Array,
): Float64Array {
  const copy = Float64Array.from(parameters);
  for (const [j, { sets }] of stage.variables.entries()) {
    for (const { parameter, times } of sets) {
      copy[placeOf(kernel.parameters, parameter)] =
        Math.exp(logarithms[j]) * (times === undefined ? 1 : parameters[placeOf(kernel.parameters, times)]);
    }
  }
  return copy;
}

function hipStage(name: CalibrationStage["name"], site: "TH" | "FN"): CalibrationStage {
  return {
    name,
    anchors: calibratedOn((other) => other === site),
    variables: [
      {
        name: `factor${site}`,
        sets: [
          { parameter: `remodellingSpace${site}`, times: "remodellingSpaceLS" },
          { parameter: `mineralisation${site}`, times: "mineralisationLS" },
        ],
      },
      itself(`anabolic${site}`),
    ],
  };
}

function calibratedOn(isSite: (site: string) => boolean): readonly ComparedAnchor[] {
  return comparedAnchors.filter(({ use, site }) => use === "calibrate" && isSite(site));
}

function itself(name: string, most?: number): CalibrationVariable {
  return { name, sets: [{ parameter: name }], ...(most === undefined ? {} : { most }) };
}
