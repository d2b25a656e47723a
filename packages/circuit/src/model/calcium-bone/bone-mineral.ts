import type { ModelPart } from "../part.ts";

/**
 * Calcium between plasma, exchangeable bone (Q) and deep bone (Qbone); phosphate follows it. No rate of another state reads Q
 * or Qbone, and nothing holds Q above 0: late after menopause the published model takes it below.
 */
export const boneMineral: ModelPart = {
  constants: [
    { name: "T13", unit: "1/h", is: "CaDay / 24[h/d] / Q_0" },
    { name: "T15", unit: "1/h", is: "CaDay / 24[h/d] / P_0" },
    { name: "J14OC50", unit: "-", is: "OC_0 * (J14OCmax / T13 - 1)^(1 / J14OCgam)" },
    { name: "MOCratio0", unit: "pmol", is: "M_0 / OC_0" },
    { name: "k15a", unit: "1/h", is: "k14a * Qbone_0 / Q_0" },
  ],
  states: [
    // Nothing depends on how much calcium bone holds, so that the two only add up what goes in and out.
    {
      name: "Q",
      unit: "mmol",
      initial: "100.0[mmol]",
      rate: "calciumIntoBone - calciumFromBone + calciumFromDeepBone - calciumIntoDeepBone",
      accumulates: true,
    },
    {
      name: "Qbone",
      unit: "mmol",
      initial: "24900.0[mmol]",
      rate: "calciumIntoDeepBone - calciumFromDeepBone",
      accumulates: true,
    },
    { name: "HAp", unit: "-", initial: "1.0", rate: "(osteoblastRatio - HAp) / HApMRT" },
  ],
  quantities: [
    {
      name: "calciumFromBone",
      unit: "mmol/h",
      is: "T13 * Q_0 * (1 - FracJ14) + Q_0 * FracJ14 * J14OCmax * hill(OC, J14OC50, J14OCgam) * (M / OC / MOCratio0)^MOCratioGam",
    },
    { name: "calciumIntoBone", unit: "mmol/h", is: "T15 * P * (1 - FracJ15 + FracJ15 * HAp)" },
    { name: "calciumFromDeepBone", unit: "mmol/h", is: "k14a * Qbone" },
    { name: "calciumIntoDeepBone", unit: "mmol/h", is: "k15a * Q" },
    // Moles of phosphate per mole of calcium in bone mineral, as in the release.
    { name: "phosphateFromBone", unit: "mmol/h", is: "0.464 * calciumFromBone" },
    { name: "phosphateIntoBone", unit: "mmol/h", is: "0.464 * calciumIntoBone" },
  ],
};
