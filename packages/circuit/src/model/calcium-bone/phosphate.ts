import type { ModelPart } from "../part.ts";

/** Phosphate of the gut, the extracellular fluid and the cells. */
export const phosphate: ModelPart = {
  states: [
    { name: "PhosGut", unit: "mmol", initial: "0.839[mmol]", rate: "OralPhos * F12 - absorbedPhosphate" },
    {
      name: "ECCPhos",
      unit: "mmol",
      initial: "16.8[mmol]",
      rate: "phosphateFromBone - phosphateIntoBone - urinaryPhosphate + absorbedPhosphate - phosphateIntoCells + phosphateFromCells",
    },
    {
      name: "IntraPO",
      unit: "mmol",
      initial: "3226.0[mmol]",
      rate: "phosphateIntoCells - phosphateFromCells",
    },
  ],
  quantities: [
    { name: "absorbedPhosphate", unit: "mmol/h", is: "T52 * PhosGut" },
    { name: "phosphateIntoCells", unit: "mmol/h", is: "T49 * phosphateConcentration" },
    { name: "phosphateFromCells", unit: "mmol/h", is: "T55 * IntraPO" },
    {
      name: "urinaryPhosphate",
      unit: "mmol/h",
      is: "either(phosphateAboveThreshold, 0.88 * GFR * (phosphateConcentration - T46), 0[mmol/h])",
    },
  ],
  switches: [{ name: "phosphateAboveThreshold", is: "phosphateConcentration - T46", kind: "kink" }],
};
