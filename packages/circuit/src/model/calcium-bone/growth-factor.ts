import type { ModelPart } from "../part.ts";

/**
 * TGF-beta: laid down latent by osteoblasts, made active by osteoclasts; it couples formation to resorption.
 * Each rising Hill is solved to give Pic0 at rest: U(Tb) = Frac Pic0 + Emax H(Tb).
 */
export const growthFactor: ModelPart = {
  constants: [
    { name: "EC50PicROB", unit: "-", is: "Pic0 * (EmaxPicROB / (Pic0 * (1 - FracPicROB)) - 1)^(1 / PicROBgam)" },
    { name: "EC50PicOB", unit: "-", is: "Pic0 * (EmaxPicOB / (Pic0 * (1 - FracPicOB)) - 1)^(1 / PicOBgam)" },
    { name: "EC50PicOC", unit: "-", is: "Pic0 * (EmaxPicOC / (Pic0 * (1 - FracPicOC)) - 1)^(1 / PicOCgam)" },
    { name: "EC50PicOBkb", unit: "-", is: "Pic0 * ((1 - FracPic0kb) / (MultPicOBkb - 1))^(1 / PicOBgamkb)" },
  ],
  states: [
    {
      name: "TGFB",
      unit: "-",
      initial: "1000 * Pic0",
      rate: "koutTGF0 * TGFB_0 * osteoblastRatio^OBtgfGAM / EST^tgfbGAM - growthFactorActivation",
    },
    // The release clears the active form a thousand times as fast as it activates the latent one.
    { name: "TGFBact", unit: "-", initial: "Pic0", rate: "growthFactorActivation - 1000 * koutTGF0 * TGFBact" },
  ],
  quantities: [
    {
      name: "growthFactorActivation",
      unit: "1/h",
      is: "koutTGF0 * (TGFB / TGFB_0)^koutTGFGam * TGFB * osteoclastRatio^OCtgfGAM * EST^tgfbactGAM",
    },
    {
      name: "growthFactorOnResponders",
      unit: "-",
      is: "FracPicROB * Pic0 + EmaxPicROB * hill(TGFBact, EC50PicROB, PicROBgam)",
    },
    {
      name: "growthFactorOnOsteoblasts",
      unit: "-",
      is: "FracPicOB * Pic0 + EmaxPicOB * hill(TGFBact, EC50PicOB, PicOBgam)",
    },
    {
      name: "growthFactorOnOsteoclasts",
      unit: "-",
      is: "FracPicOC * Pic0 + EmaxPicOC * hill(TGFBact, EC50PicOC, PicOCgam)",
    },
    // Over Pic0: 1 at rest, falling with TGF-beta.
    {
      name: "growthFactorOnApoptosis",
      unit: "-",
      is: "MultPicOBkb - (MultPicOBkb - FracPic0kb) * hill(TGFBact, EC50PicOBkb, PicOBgamkb)",
    },
  ],
};
