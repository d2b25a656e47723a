import type { ModelDescription } from "../description.ts";
import { describedParameters, jorg2022Knowledge } from "./knowledge.ts";

/**
 * Bone cells, sclerostin and total-hip BMD over a life, with estrogen falling from menopause on and drugs by their level
 * in effect. Days; years of 365 d. It starts at rest before menopause.
 *
 * @see Jörg DJ et al. 2022, eLife 11:e76228
 */
export const jorg2022: ModelDescription = {
  name: "jorg2022",
  timeUnit: "d",
  parameters: describedParameters(jorg2022Knowledge),
  inputs: [
    { name: "ROMO", unit: "1", value: 0 },
    { name: "TPTD", unit: "1", value: 0 },
  ],
  depots: [
    { name: "ALN", unit: "mg", rate: "log(2) / T_alendronate" },
    { name: "DMAB", unit: "mg", rate: "log(2) / T_denosumab" },
  ],
  constants: [
    { name: "estrogenOnDeath", unit: "1", is: "nu_C / (1 + e_C)" },
    { name: "linearDeath", unit: "1/d", is: "eta_C * r_C - 1[1/d]" },
    { name: "squareDeath", unit: "1/d", is: "eta_C * (1 + estrogenOnDeath)" },
  ],
  states: [
    {
      name: "OB",
      unit: "1",
      initial: "1[1/d] / (eta_B + omega_B)",
      rate: "newOsteoblasts - eta_B * (1 - beta_B_pth * TPTD / (1 + TPTD)) * OB - omega_B * OB",
    },
    { name: "Ocy", unit: "1", initial: "omega_B * OB_0 / eta_Y", rate: "omega_B * OB - eta_Y * Ocy" },
    {
      name: "Scl",
      unit: "1",
      initial: "1[1/d] * Ocy_0 / (1 + 1 / e_s) / kappa_s",
      rate: "1[1/d] * Ocy / (1 + estrogen / e_s) - kappa_s * Scl * (1 + ROMO) + delta_s * SclAb",
    },
    { name: "SclAb", unit: "1", initial: "0", rate: "kappa_s * ROMO * Scl - (delta_s + kappa_s) * SclAb" },
    {
      name: "preOB",
      unit: "1",
      initial: "1[1/d] * (1 + Scl_0 / s_pB) / omega_pB",
      rate: "1[1/d] - newOsteoblasts",
    },
    {
      name: "preOC",
      unit: "1",
      initial: "1[1/d] * (1 + 1 / e_pC) * (s_pC + Scl_0) / Scl_0 / omega_pC",
      rate: "1[1/d] - newOsteoclasts",
    },
    {
      // What enters, one a day, leaves: a quadratic equation, because more osteoclasts die faster under estrogen.
      name: "OC",
      unit: "1",
      initial: "((linearDeath^2 + 4[1/d] * squareDeath * r_C)^0.5 - linearDeath) / (2 * squareDeath)",
      rate: "newOsteoclasts - eta_C * (1 + nu_C * estrogen / (e_C + estrogen) * OC / (r_C + OC)) * OC - eta_C_bp * bisphosphonate / (1 + bisphosphonate) * OC",
    },
    {
      name: "rho",
      unit: "1",
      initial: "1",
      rate: "lambda_B / (1 + Scl / s_Omega) * (1 + nu_Omega * OC / (r_Omega + OC)) * OB - lambda_C * OC",
      accumulates: true,
    },
    { name: "c", unit: "1", initial: "c_rest", rate: "gamma * (c_rest + beta_b_rAb * antibody / (1 + antibody) - c)" },
  ],
  quantities: [
    { name: "age", unit: "d", is: "ageENTER + t" },
    { name: "estrogen", unit: "1", is: "either(menopause, 1 / (1 + (age - a_e) / tau_e), 1)" },
    { name: "bisphosphonate", unit: "1", is: "E_alendronate * ALN" },
    { name: "antibody", unit: "1", is: "E_denosumab * DMAB" },
    { name: "newOsteoblasts", unit: "1/d", is: "omega_pB / (1 + Scl / s_pB) * preOB" },
    {
      name: "newOsteoclasts",
      unit: "1/d",
      is: "omega_pC / (1 + estrogen / e_pC) * Scl / (s_pC + Scl) * (1 - beta_pC_rAb * antibody / (1 + antibody)) * (1 + beta_pC_pth * TPTD / (1 + TPTD)) * preOC",
    },
  ],
  switches: [{ name: "menopause", is: "age - a_e", kind: "kink" }],
  outputs: [
    ...["preOB", "OB", "Ocy", "preOC", "OC", "Scl", "SclAb", "rho", "c", "ROMO", "TPTD"].map((name) => ({
      name,
      unit: "1",
      is: name,
    })),
    { name: "ALN", unit: "mg", is: "ALN" },
    { name: "DMAB", unit: "mg", is: "DMAB" },
    { name: "estrogen", unit: "1", is: "estrogen" },
    { name: "BMD", unit: "1", is: "rho * c" },
  ],
};
