import type { ModelDescription } from "../description.ts";
import { describedParameters, mori2018Knowledge } from "./knowledge.ts";

/**
 * Zoledronate, TRACP-5b and lumbar-spine BMD of older Japanese patients: bone releases the drug, its release holds back
 * the marker, and BMD follows the marker. Days from the first dose.
 *
 * @see Mori Y et al. 2018, Osteoporos Int 29:1155-63
 */
export const mori2018: ModelDescription = {
  name: "mori2018",
  timeUnit: "d",
  parameters: describedParameters(mori2018Knowledge),
  inputs: [],
  depots: [{ name: "A", unit: "mg", rate: "KD" }],
  constants: [
    { name: "markerRatio", unit: "1", is: "marker0 / 400[mU/dL]" },
    { name: "halfRelease", unit: "mg/d", is: "EKD50 * markerRatio^powerEKD50" },
    { name: "ownSlope", unit: "1/d", is: "Slope * markerRatio^powerSlope" },
    { name: "ownT50", unit: "d", is: "T50 * markerRatio^powerT50" },
    { name: "ownScale", unit: "g dL/(cm2 mU)", is: "Scale * markerRatio^(powerScale * TREATED)" },
  ],
  states: [
    { name: "marker", unit: "mU/dL", initial: "marker0", rate: "Kout * (marker0 * (1 - inhibition) - marker)" },
    { name: "BMD", unit: "g/cm2", initial: "BMD0", rate: "Ke0 * (ownScale * (marker - marker0) - (BMD - BMD0))" },
  ],
  quantities: [
    { name: "release", unit: "mg/d", is: "KD * A" },
    { name: "inhibition", unit: "1", is: "hill(release, halfRelease, Gamma)" },
  ],
  switches: [],
  outputs: [
    { name: "A_mg", unit: "mg", is: "A" },
    { name: "marker_state_mU_dL", unit: "mU/dL", is: "marker" },
    { name: "TRACP5b_observed_mU_dL", unit: "mU/dL", is: "marker * (1 + ownSlope * t + Emax * t / (ownT50 + t))" },
    { name: "BMD_LS_g_cm2", unit: "g/cm2", is: "BMD" },
    { name: "dBMD_LS_pct", unit: "%", is: "100[%] * (BMD / BMD0 - 1)" },
  ],
};
