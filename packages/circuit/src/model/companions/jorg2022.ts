import type { ModelDescription } from "../description.ts";
import { companionParameters } from "./knowledge.ts";

/**
 * Cells, sclerostin and density of the hip over a life, with alendronate and denosumab. Time is age in days; a year has 365.
 * Cells count in arbitrary units. Starts at the rest of all cells with full estrogen.
 *
 * @see Jörg et al. 2022, eLife 11:e76228
 */
export const jorg2022: ModelDescription = {
  name: "jorg2022",
  timeUnit: "d",
  parameters: companionParameters("jorg2022"),
  inputs: [],
  depots: [
    { name: "alendronate", unit: "mg", rate: "log(2) / T_alendronate" },
    { name: "denosumab", unit: "mg", rate: "log(2) / T_denosumab" },
  ],
  constants: [
    // OC at rest solves (1 + deathAtRest) x^2 + (r_C - 1/eta_C) x - r_C/eta_C = 0.
    { name: "deathAtRest", unit: "-", is: "nu_C / (e_C + 1)" },
    { name: "linearTerm", unit: "-", is: "r_C - 1[1/d] / eta_C" },
    {
      name: "osteoclastsAtRest",
      unit: "-",
      is: "(sqrt(linearTerm^2 + 4 * (1 + deathAtRest) * r_C * 1[1/d] / eta_C) - linearTerm) / (2 * (1 + deathAtRest))",
    },
  ],
  states: [
    {
      name: "OB",
      unit: "-",
      initial: "1[1/d] / (eta_B + omega_B)",
      rate: "osteoblastFormation - (eta_B + omega_B) * OB",
    },
    { name: "Ocy", unit: "-", initial: "omega_B * OB_0 / eta_Y", rate: "omega_B * OB - eta_Y * Ocy" },
    {
      name: "Scl",
      unit: "-",
      initial: "Ocy_0 / (1 + 1 / e_s) * 1[1/d] / kappa_s",
      rate: "Ocy / (1 + estrogen / e_s) * 1[1/d] - kappa_s * Scl",
    },
    {
      name: "preOB",
      unit: "-",
      initial: "1[1/d] / omega_pB * (1 + Scl_0 / s_pB)",
      rate: "1[1/d] - osteoblastFormation",
    },
    {
      name: "preOC",
      unit: "-",
      initial: "1[1/d] / omega_pC * (1 + 1 / e_pC) * (s_pC + Scl_0) / Scl_0",
      rate: "1[1/d] - osteoclastFormation",
    },
    {
      name: "OC",
      unit: "-",
      initial: "osteoclastsAtRest",
      rate: "osteoclastFormation - (eta_C * (1 + nu_C * estrogen / (e_C + estrogen) * OC / (r_C + OC)) + eta_C_bp * alendronateEffect / (1 + alendronateEffect)) * OC",
    },
    {
      name: "rho",
      unit: "-",
      initial: "1",
      rate: "lambda_B / (1 + Scl / s_Omega) * (1 + nu_Omega * OC / (r_Omega + OC)) * OB - lambda_C * OC",
    },
    {
      name: "mineral",
      unit: "-",
      initial: "c_0",
      rate: "gamma * (c_0 + beta_b_rAb * denosumabShare - mineral)",
    },
  ],
  quantities: [
    { name: "yearsSinceMenopause", unit: "-", is: "t / 365[d] - a_e" },
    { name: "estrogen", unit: "-", is: "1 / (1 + either(pastMenopause, yearsSinceMenopause, 0) / tau_e)" },
    { name: "alendronateEffect", unit: "-", is: "E_alendronate * alendronate" },
    { name: "denosumabShare", unit: "-", is: "E_denosumab * denosumab / (1 + E_denosumab * denosumab)" },
    { name: "osteoblastFormation", unit: "1/d", is: "omega_pB / (1 + Scl / s_pB) * preOB" },
    {
      name: "osteoclastFormation",
      unit: "1/d",
      is: "omega_pC / (1 + estrogen / e_pC) * Scl / (s_pC + Scl) * (1 - beta_pC_rAb * denosumabShare) * preOC",
    },
  ],
  switches: [{ name: "pastMenopause", is: "yearsSinceMenopause", kind: "kink" }],
  outputs: [
    ...["preOB", "OB", "Ocy", "preOC", "OC", "Scl", "rho"].map((name) => ({ name, unit: "-", is: name })),
    { name: "c", unit: "-", is: "mineral" },
    { name: "BMD", unit: "-", is: "rho * mineral" },
  ],
};
