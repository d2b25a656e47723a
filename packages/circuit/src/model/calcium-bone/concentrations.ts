import type { ModelPart } from "../part.ts";

/** Concentrations of the extracellular fluid, cell numbers over their start, and what drives the receptor PTH1R. */
export const concentrations: ModelPart = {
  inputs: [{ name: "PRPT", unit: "pM", value: 0 }],
  constants: [
    { name: "PTHconc0", unit: "pM", is: "PTH_0 / V1" },
    { name: "CaConc0", unit: "mM", is: "P_0 / V1" },
    { name: "PhosConc0", unit: "mM", is: "ECCPhos_0 / V1" },
    { name: "Calcitriol0", unit: "pM", is: "B_0 / V1" },
    { name: "OB0", unit: "-", is: "OBtot0" },
  ],
  states: [{ name: "PRP", unit: "pM", initial: "0[pM]", rate: "kPRP * (PRPT - PRP)" }],
  quantities: [
    { name: "pthConcentration", unit: "pM", is: "PTH / V1" },
    { name: "calciumConcentration", unit: "mM", is: "P / V1" },
    { name: "phosphateConcentration", unit: "mM", is: "ECCPhos / V1" },
    { name: "calcitriolConcentration", unit: "pM", is: "B / V1" },
    { name: "osteoblastRatio", unit: "-", is: "(OBfast + OBslow) / OB0" },
    { name: "osteoclastRatio", unit: "-", is: "OC / OC_0" },
    // PTHrP adds to PTH in bone and in renal calcium, by its own potency on the 1-alpha-hydroxylase.
    { name: "pth1rDrive", unit: "pM", is: "pthConcentration + epsP * PRP" },
    { name: "hydroxylaseDrive", unit: "pM", is: "pthConcentration + epsA * PRP" },
  ],
};
