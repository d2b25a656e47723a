import type { ModelDescription } from "../description.ts";
import { companionParameters } from "./knowledge.ts";

/**
 * Zoledronate and BMD of the lumbar spine, as means of trial arms. Months since the first dose: formation wanes with time.
 *
 * @see Wang et al. 2023, Front Pharmacol 14:1089774
 */
export const wang2023: ModelDescription = {
  name: "wang2023",
  timeUnit: "month",
  parameters: companionParameters("wang2023"),
  inputs: [],
  depots: [{ name: "A", unit: "ng", rate: "KDE" }],
  constants: [],
  states: [
    {
      name: "BMD",
      unit: "g/cm2",
      initial: "R0",
      rate: "R0 * KD * (1 + release / (EDK50 + release)) * exp(-(tolerance * t)) - KD * BMD",
    },
  ],
  quantities: [{ name: "release", unit: "ng/month", is: "KDE * A" }],
  switches: [],
  outputs: [
    { name: "BMD_LS_g_cm2", unit: "g/cm2", is: "BMD" },
    { name: "dBMD_LS_pct", unit: "%", is: "100[%] * (BMD / R0 - 1)" },
  ],
};
