import type { ModelPart } from "../part.ts";

/** The parathyroid gland: secretion under calcium, its pool and its capacity under calcitriol. */
export const parathyroid: ModelPart = {
  constants: [
    // Secretion at the calcium of rest is 385 pmol/h, the clearance of 3.85 pM at 100 L/h.
    { name: "T60", unit: "mM", is: "CaConc0 * ((385[pmol/h] - T61) / (T58 - 385[pmol/h]))^(1 / T59)" },
    { name: "Ctriol50", unit: "pM", is: "Calcitriol0 * ((1 - CtriolMin) / (CtriolMax - 1))^(1 / CtriolPTgam)" },
  ],
  states: [
    {
      name: "PTH",
      unit: "pmol",
      initial: "53.90[pmol]",
      rate: "pthSecretion - kout * PTH + teriparatideRelease + IPTHinf",
    },
    {
      name: "S",
      unit: "-",
      initial: "0.5",
      rate: "(1 - S) * T70 * (0.85 * (1 - glandSwitch) + 0.15) - S * T70 * (0.85 * (1 + glandSwitch) + 0.15)",
    },
    {
      name: "PTmax",
      unit: "-",
      initial: "1.0",
      rate: "PTout * (CtriolMax - (CtriolMax - CtriolMin) * hill(calcitriolConcentration, Ctriol50, CtriolPTgam) - PTmax)",
    },
  ],
  quantities: [
    {
      name: "pthSecretion",
      unit: "pmol/h",
      is: "2 * S * PTmax * (T58 - (T58 - T61) * hill(calciumConcentration + casr, T60, T59))",
    },
    {
      name: "glandSwitch",
      unit: "-",
      is: "tanh(T71 * (calcitriolConcentration - 90[pM] * (CaConc0 / calciumConcentration)^ScaEffGam))",
    },
  ],
};
