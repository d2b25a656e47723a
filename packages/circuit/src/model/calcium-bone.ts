import { boneMineral } from "./calcium-bone/bone-mineral.ts";
import { calcitriol } from "./calcium-bone/calcitriol.ts";
import { concentrations } from "./calcium-bone/concentrations.ts";
import { drugs } from "./calcium-bone/drugs.ts";
import { estrogen } from "./calcium-bone/estrogen.ts";
import { growthFactor } from "./calcium-bone/growth-factor.ts";
import { kidneyGut } from "./calcium-bone/kidney-gut.ts";
import { calciumBoneParameters } from "./calcium-bone/knowledge.ts";
import { osteoblasts } from "./calcium-bone/osteoblasts.ts";
import { osteoclasts } from "./calcium-bone/osteoclasts.ts";
import { calciumBoneOutputs } from "./calcium-bone/outputs.ts";
import { parathyroid } from "./calcium-bone/parathyroid.ts";
import { phosphate } from "./calcium-bone/phosphate.ts";
import { publishedDensity } from "./calcium-bone/published-density.ts";
import { rankLigand } from "./calcium-bone/rank-ligand.ts";
import type { ModelDescription } from "./description.ts";
import { joinParts, type ModelPart } from "./part.ts";

/** The parts of the reference model, in the order in which their quantities are computed. */
export const calciumBoneParts: readonly ModelPart[] = [
  concentrations,
  drugs,
  estrogen,
  parathyroid,
  calcitriol,
  rankLigand,
  growthFactor,
  osteoblasts,
  osteoclasts,
  boneMineral,
  kidneyGut,
  phosphate,
  publishedDensity,
];

/**
 * The reference model: calcium, phosphate, PTH, calcitriol, RANKL and bone cells of Peterson and Riggs in the public release
 * of 2017, with its estrogen limb and denosumab, and an uncalibrated draft of lactation (PTHrP, milk, fetus) and
 * zoledronate. Hours. Names of parameters and states are those of the release.
 *
 * @see Peterson MC, Riggs MM 2010, Bone 46:49-63; Riggs MM et al. 2012, CPT Pharmacometrics Syst Pharmacol 1:e11
 */
export const calciumBone: ModelDescription = {
  name: "calcium-bone",
  timeUnit: "h",
  parameters: calciumBoneParameters.map(({ name, value, unit }) => ({ name, value, unit })),
  ...joinParts(calciumBoneParts),
  outputs: calciumBoneOutputs,
};
