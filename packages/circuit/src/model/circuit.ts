import { calciumBone } from "./calcium-bone.ts";
import { composed } from "./compose.ts";
import type { ModelDescription } from "./description.ts";
import { lactationAxis } from "./lactation-axis.ts";
import { siteDensity } from "./site-density.ts";
import { recalibratedParameters } from "./site-density-knowledge.ts";

/**
 * The circuit: the calcium-bone model under the brain axis of lactation, pregnancy, alendronate and calcium by mouth, with
 * bone density by site on top.
 */
export const circuit: ModelDescription = recalibrated(
  composed("circuit", calciumBone, [lactationAxis, siteDensity]),
  recalibratedParameters,
);

/** @throws TypeError when the model has no parameter of a name */
function recalibrated(
  model: ModelDescription,
  values: readonly { readonly name: string; readonly value: number }[],
): ModelDescription {
  const unknown = values.find(({ name }) => !model.parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) throw new TypeError(`${model.name} has no parameter ${unknown.name}`);
  const parameters = model.parameters.map((parameter) => ({
    ...parameter,
    value: values.find(({ name }) => name === parameter.name)?.value ?? parameter.value,
  }));
  return { ...model, parameters };
}
