import type { ModelPart } from "../part.ts";

/**
 * BMD as published, over its start: gained with osteoblasts, lost with osteoclasts. The two sets for the lumbar spine (of the
 * estrogen limb and of denosumab) disagree about fourfold, and both get teriparatide wrong; they are kept for comparison.
 */
export const publishedDensity: ModelPart = {
  states: [
    {
      name: "BMDls",
      unit: "-",
      initial: "1.0",
      rate: "koutBMDls * (osteoblastOnDensity - osteoclastRatio^gamOCls * BMDls)",
    },
    {
      name: "BMDlsDEN",
      unit: "-",
      initial: "1.0",
      rate: "koutBMDlsDEN * (osteoblastOnDensity - osteoclastRatio^gamOClsDEN * BMDlsDEN)",
    },
    {
      name: "BMDfn",
      unit: "-",
      initial: "1.0",
      rate: "koutBMDfn * (osteoblastOnDensity - osteoclastRatio^gamOCfn * BMDfn)",
    },
  ],
  quantities: [{ name: "osteoblastOnDensity", unit: "-", is: "osteoblastRatio^gamOB" }],
};
