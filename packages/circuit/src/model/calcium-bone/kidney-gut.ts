import type { ModelPart } from "../part.ts";

/** Calcium of the plasma between gut, kidney, breast and fetus. */
export const kidneyGut: ModelPart = {
  inputs: [
    { name: "MILK", unit: "mmol/h", value: 0 },
    { name: "FETAL", unit: "mmol/h", value: 0 },
    { name: "FABS", unit: "-", value: 0 },
  ],
  constants: [
    // The release takes T310 both as a fraction and, against T28, as a rate: 1/h bridges the two.
    { name: "T29", unit: "mmol", is: "T_0 * (T28 - T310 * 1[1/h]) / (T310 * 1[1/h])" },
    { name: "mtmEST", unit: "-", is: "(1 - maxTmESTkid) / 0.9" },
  ],
  states: [
    {
      name: "P",
      unit: "mmol",
      initial: "32.90[mmol]",
      rate: "calciumFromBone - calciumIntoBone - urinaryCalcium + absorbedCalcium - MILK - FETAL",
    },
    { name: "UCA", unit: "mmol", initial: "0[mmol]", rate: "urinaryCalcium", accumulates: true },
    { name: "T", unit: "mmol", initial: "1.58471[mmol]", rate: "availableCalcium - absorbedCalcium" },
    {
      name: "R",
      unit: "-",
      initial: "0.50",
      rate: "(T33 + calcitriolOnGut) * (1 - R) - (T34 - calcitriolOnGut) * R",
    },
    { name: "GFR", unit: "L/h", initial: "100.0[L/h] / 16.667", rate: "kGFR * (GFRinf - GFR)" },
  ],
  quantities: [
    { name: "calcitriolOnGut", unit: "1/h", is: "(T34 - T33) * hill(calcitriolConcentration, T35, CaPOgam)" },
    { name: "availableCalcium", unit: "mmol/h", is: "OralCa * (1 + FABS) * T77 * hill(R, T81, T80)" },
    // T28 T is an amount per hour through 1 mmol, and T81, a share of R above, is taken as mmol against T here.
    {
      name: "absorbedCalcium",
      unit: "mmol/h",
      is: "T28 * 1[mmol] * T / (T + T29) * T * 2 * R / (T + T81 * 1[mmol]) + T87 * T",
    },
    { name: "estradiolOnReabsorption", unit: "-", is: "1 - mtmEST + mtmEST * EST" },
    { name: "filteredCalcium", unit: "mmol/h", is: "0.3 * GFR * calciumConcentration" },
    // 0.149997 mmol/h: the part of the filtered load that the release leaves out of the PTH-sensitive reabsorption.
    {
      name: "reabsorbedCalcium",
      unit: "mmol/h",
      is: "estradiolOnReabsorption * (0.3 * GFR * CaConc0 - 0.149997[mmol/h]) * (Reabs50 + CaConc0) / CaConc0 * calciumConcentration / (Reabs50 + calciumConcentration) * T16 * pth1rDrive / (pth1rDrive + (T16 - 1) * PTHconc0)",
    },
    {
      name: "calciumLeftToUrine",
      unit: "mmol/h",
      is: "(2 - T7 * calcitriolConcentration / (calcitriolConcentration + T9)) * (filteredCalcium - reabsorbedCalcium)",
    },
    { name: "urinaryCalcium", unit: "mmol/h", is: "either(calciumReachesUrine, calciumLeftToUrine, 0[mmol/h])" },
  ],
  switches: [{ name: "calciumReachesUrine", is: "calciumLeftToUrine", kind: "kink" }],
};
