import type { ModelPart } from "../part.ts";

/**
 * Estradiol over its premenopausal mean. With ESTON = 1 it falls with age, faster from the onset of the menopausal
 * transition; with ESTON = 0 it goes to the forced 1 + ETGT.
 */
export const estrogen: ModelPart = {
  inputs: [{ name: "ETGT", unit: "-", value: 0 }],
  constants: [{ name: "ageONSET", unit: "h", is: "ageDONE - menoDUR" }],
  states: [
    {
      name: "EST",
      unit: "-",
      initial: "1.0",
      rate: "koutEST * (ESTON * estradiolOfAge + (1 - ESTON) * (1 + ETGT) - EST)",
    },
  ],
  quantities: [
    { name: "sinceOnset", unit: "h", is: "ageENTER + t - ageONSET" },
    {
      name: "estradiolOfAge",
      unit: "-",
      is: "((ageENTER + t) / ageENTER)^ageGAM * (1 - either(transitionBegun, age50 * sinceOnset^2 / ((menoDUR / 2)^2 + sinceOnset^2), 0))",
    },
  ],
  // Without ageing the switch stays at 0, so that no step is cut there.
  switches: [{ name: "transitionBegun", is: "ESTON * sinceOnset", kind: "kink" }],
};
