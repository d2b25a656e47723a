import { described } from "@materbone/clinical";
import * as z from "zod";

/** One warning of a course of the circuit. */
export const warningShape = z.strictObject({
  kind: z.enum([
    "hypocalcaemia",
    "calciumFall",
    "hypercalcaemia",
    "hypercalciuria",
    "secondaryHyperparathyroidism",
    "denosumabRebound",
    "bisphosphonateMayConceive",
    "extrapolation",
  ]),
  fromMonths: described(z.number(), {
    en: "Months of 730.5 h since the start of the course; of a woman of a series, since the birth.",
    zh: "自病程起点的月数（每月 730.5 h）；病例则自分娩起计。",
  }),
  toMonths: z.number(),
  value: described(z.number().nullable(), {
    en: "The farthest value beyond the threshold, in its unit; null where nothing is crossed.",
    zh: "超过界值最远的数值，单位同界值；未涉及界值时为 null。",
  }),
  threshold: z.number().nullable(),
  unit: z.string().nullable(),
  agent: z.string().nullable(),
  extrapolation: described(
    z
      .enum([
        "zoledronateBeyond24Months",
        "pregnancyOnDrug",
        "secondLactationOnDrug",
        "estradiolOfPregnancy",
        "calcitriol",
        "hip",
      ])
      .nullable(),
    {
      en: "Where the model is used beyond what its parameters rest on.",
      zh: "超出模型参数依据范围之处。",
    },
  ),
  text: z.string(),
  source: z.strictObject({ cite: z.string(), status: z.enum(["read", "recalled", "assumed"]) }),
});

export const warningsShape = described(z.array(warningShape), {
  en: "What the circuit's own states warn of, watched every day; another model has none.",
  zh: "由环路模型状态得出的提示，逐日检查；其他模型无此项。",
});
