import type { ModelPart } from "../part.ts";

/**
 * Denosumab (two compartments after a depot under the skin), teriparatide (a depot that empties into PTH) and zoledronate
 * (its release from bone holds back the making of osteoclasts).
 */
export const drugs: ModelPart = {
  // Closed form also because v^gamBP has an infinite slope at v = 0.
  depots: [
    { name: "ABP", unit: "mg", rate: "KDbp" },
    { name: "TERISC", unit: "pmol", rate: "TERICL / TERIVC" },
    { name: "DENSC", unit: "ng", rate: "DENKA" },
  ],
  states: [
    {
      name: "DENCENT",
      unit: "ng",
      initial: "0[ng]",
      rate: "DENKA * DENSC + DENQ * (DENPER / DENVP - denosumabConcentration) - (DENCL + DENVMAX / (DENKM + denosumabConcentration)) * denosumabConcentration",
    },
    { name: "DENPER", unit: "ng", initial: "0[ng]", rate: "DENQ * (denosumabConcentration - DENPER / DENVP)" },
  ],
  quantities: [
    { name: "denosumabConcentration", unit: "ng/mL", is: "DENCENT / DENVC" },
    // 150 kDa, as in the release: 150 ng per pmol.
    { name: "denosumabMolar", unit: "pM", is: "denosumabConcentration * 1000[mL/L] / 150[ng/pmol]" },
    { name: "zoledronateRelease", unit: "mg/h", is: "KDbp * ABP" },
    { name: "zoledronateInhibition", unit: "-", is: "EmaxBP * hill(zoledronateRelease, EKD50, gamBP)" },
    { name: "teriparatideRelease", unit: "pmol/h", is: "TERICL / TERIVC * TERISC" },
  ],
};
