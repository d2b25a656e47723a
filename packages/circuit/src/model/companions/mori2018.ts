import type { ModelDescription } from "../description.ts";
import { companionParameters } from "./knowledge.ts";

/**
 * Zoledronate, the bone resorption marker TRACP-5b and BMD of the lumbar spine in Japanese patients. Days since the first
 * dose: the observed marker has a trend in time of its own.
 *
 * @see Mori et al. 2018, Osteoporos Int 29:1155-63
 */
export const mori2018: ModelDescription = {
  name: "mori2018",
  timeUnit: "d",
  parameters: companionParameters("mori2018"),
  inputs: [],
  depots: [{ name: "A", unit: "mg", rate: "KD" }],
  constants: [
    { name: "markerRatio", unit: "-", is: "marker0 / markerReference" },
    { name: "ownEKD50", unit: "mg/d", is: "EKD50 * markerRatio^EKD50Power" },
    { name: "ownSlope", unit: "1/d", is: "Slope * markerRatio^SlopePower" },
    { name: "ownT50", unit: "d", is: "T50 * markerRatio^T50Power" },
    { name: "ownScale", unit: "(g/cm2)/(mU/dL)", is: "Scale * markerRatio^ScalePower" },
  ],
  states: [
    { name: "marker", unit: "mU/dL", initial: "marker0", rate: "Kout * (marker0 * (1 - inhibition) - marker)" },
    { name: "BMD", unit: "g/cm2", initial: "bmd0", rate: "Ke0 * (ownScale * (marker - marker0) - (BMD - bmd0))" },
  ],
  quantities: [{ name: "inhibition", unit: "-", is: "hill(KD * A, ownEKD50, Gamma)" }],
  switches: [],
  outputs: [
    { name: "A_mg", unit: "mg", is: "A" },
    { name: "marker_state_mU_dL", unit: "mU/dL", is: "marker" },
    { name: "TRACP5b_observed_mU_dL", unit: "mU/dL", is: "marker * (1 + ownSlope * t + Emax * t / (ownT50 + t))" },
    { name: "BMD_LS_g_cm2", unit: "g/cm2", is: "BMD" },
    { name: "dBMD_LS_pct", unit: "%", is: "100[%] * (BMD / bmd0 - 1)" },
  ],
};
