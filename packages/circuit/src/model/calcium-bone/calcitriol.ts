import type { ModelPart } from "../part.ts";

/** Calcitriol and the renal 1-alpha-hydroxylase that makes it, under PTH and phosphate. */
export const calcitriol: ModelPart = {
  constants: [
    {
      name: "T66",
      unit: "-",
      is: "1 / hill(PTHconc0, T67 * (PhosConc0 / 1.2[mM])^(PO4inhPTHgam / AlphOHgam), AlphOHgam)",
    },
    // Makes the effect of phosphate 1 at 1.2 mM.
    { name: "PhosEffMax", unit: "-", is: "(1 - 1 / PhosEff0) / hill(1.2[mM], PhosEff50, PhosEffGam)" },
  ],
  states: [
    {
      name: "AOH",
      unit: "pmol/h",
      initial: "126.0[pmol/h]",
      rate: "T65 * T66 * pthOnHydroxylase * phosphateOnHydroxylase - T64 * AOH",
    },
    // Doses of calcitriol add to B: exogenous calcitriol acts as endogenous.
    { name: "B", unit: "pmol", initial: "1260.0[pmol]", rate: "AOH - T69 * B" },
  ],
  quantities: [
    {
      name: "pthOnHydroxylase",
      unit: "-",
      is: "hill(hydroxylaseDrive, T67 * (phosphateConcentration / 1.2[mM])^(PO4inhPTHgam / AlphOHgam), AlphOHgam)",
    },
    {
      name: "phosphateOnHydroxylase",
      unit: "-",
      is: "either(phosphateRaised, PhosEff0 * (1 - PhosEffMax * hill(phosphateConcentration, PhosEff50, PhosEffGam)), 1)",
    },
  ],
  switches: [{ name: "phosphateRaised", is: "phosphateConcentration - 1.2[mM]", kind: "kink" }],
};
