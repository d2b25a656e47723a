import type { ModelDescription } from "../description.ts";
import { describedParameters, wang2023Knowledge } from "./knowledge.ts";

/**
 * Zoledronate and lumbar-spine BMD of ten trials: the release of the drug raises the formation of BMD, whose drive decays
 * in time. Months from the first dose.
 *
 * @see Wang Y et al. 2023, Front Pharmacol 14:1089774
 */
export const wang2023: ModelDescription = {
  name: "wang2023",
  timeUnit: "month",
  parameters: describedParameters(wang2023Knowledge),
  inputs: [],
  depots: [{ name: "A", unit: "ng", rate: "KDE" }],
  constants: [],
  states: [
    {
      name: "R",
      unit: "g/cm2",
      initial: "R0",
      rate: "R0 * KD * (1 + release / (EDK50 + release)) * exp(0 - kTolerance * t) - KD * R",
    },
  ],
  quantities: [{ name: "release", unit: "ng/month", is: "KDE * A" }],
  switches: [],
  outputs: [
    { name: "BMD_LS_g_cm2", unit: "g/cm2", is: "R" },
    { name: "dBMD_LS_pct", unit: "%", is: "100[%] * (R / R0 - 1)" },
  ],
};
