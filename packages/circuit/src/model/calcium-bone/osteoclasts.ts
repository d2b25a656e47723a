import type { ModelPart } from "../part.ts";

/** Osteoclasts: made under RANK-RANKL, kept alive by it, killed by TGF-beta; zoledronate holds back their making. */
export const osteoclasts: ModelPart = {
  constants: [
    { name: "EC50MeffOC", unit: "pmol", is: "M_0 * (EmaxMeffOC / (1 - E0Meff) - 1)^(1 / kinOCgam)" },
    { name: "PiL0", unit: "-", is: "k3 / k4 * L_0" },
    { name: "EC50surv", unit: "-", is: "PiL0 * ((1 - EmaxL) / (E0RANKL - 1))^(1 / LsurvOCgam)" },
  ],
  states: [
    {
      name: "OC",
      unit: "-",
      initial: "0.00115398",
      rate: "osteoclastFormation - Da * growthFactorOnOsteoclasts * rankOnSurvival * OC",
    },
  ],
  quantities: [
    { name: "rankOnFormation", unit: "-", is: "E0Meff + EmaxMeffOC * hill(M, EC50MeffOC, kinOCgam)" },
    // M over 10 pmol, the RANK at rest: the released model writes M/10 for the occupied share of RANK.
    {
      name: "rankOnSurvival",
      unit: "-",
      is: "E0RANKL - (E0RANKL - EmaxL) * hill(M / 10[pmol], EC50surv, LsurvOCgam)",
    },
    {
      name: "osteoclastFormation",
      unit: "1/h",
      is: "Da * Pic0 * OC_0 * rankOnFormation * (1 - zoledronateInhibition)",
    },
  ],
};
