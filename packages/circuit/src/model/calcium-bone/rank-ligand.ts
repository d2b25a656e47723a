import type { ModelPart } from "../part.ts";

/** RANKL, its receptor RANK and its decoy OPG, with their complexes M (RANK-RANKL) and N (OPG-RANKL). */
export const rankLigand: ModelPart = {
  constants: [
    { name: "kinRNK", unit: "pmol/h", is: "koutRNK * RNK_0 / Pic0^kinRNKgam" },
    { name: "PTH50", unit: "pM", is: "(EmaxLpth - 1) * PTHconc0" },
  ],
  states: [
    {
      name: "L",
      unit: "pmol",
      initial: "0.4[pmol]",
      rate: "ligandProduction - koutL * L - decoyBinding - rankBinding - kdenosl * denosumabMolar * L",
    },
    {
      name: "RNK",
      unit: "pmol",
      initial: "10.0[pmol]",
      rate: "kinRNK * TGFBact^kinRNKgam - koutRNK * RNK - rankBinding",
    },
    { name: "M", unit: "pmol", initial: "k3 * RNK_0 * L_0 / k4", rate: "rankBinding" },
    { name: "O", unit: "pmol", initial: "4.0[pmol]", rate: "decoyProduction - decoyBinding - kO * O" },
    { name: "N", unit: "pmol", initial: "k1 * O_0 * L_0 / k2", rate: "decoyBinding" },
  ],
  quantities: [
    { name: "rankBinding", unit: "pmol/h", is: "k3 * RNK * L - k4 * M" },
    { name: "decoyBinding", unit: "pmol/h", is: "k1 * O * L - k2 * N" },
    { name: "osteoblastOnLigand", unit: "-", is: "osteoblastRatio^OsteoEffectGam" },
    {
      name: "ligandProduction",
      unit: "pmol/h",
      is: "koutL * L_0 * osteoblastOnLigand * EmaxLpth * pth1rDrive / (PTH50 * osteoblastOnLigand + pth1rDrive)",
    },
    { name: "responderRatio", unit: "-", is: "ROB1 / ROB1_0" },
    {
      name: "decoyProduction",
      unit: "pmol/h",
      is: "kO * O_0 * responderRatio * (pth1rDrive + opgPTH50 * responderRatio) / (2 * pth1rDrive)",
    },
  ],
};
