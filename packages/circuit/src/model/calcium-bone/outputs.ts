import type { NamedExpression } from "../description.ts";
import { calciumBoneStates } from "./knowledge.ts";

/** Every state, depot and input under its own name, then concentrations, markers, density and fluxes. */
export const calciumBoneOutputs: readonly NamedExpression[] = [
  ...calciumBoneStates.map(({ name, unit }) => ({ name, unit, is: name })),
  { name: "PTH_pM", unit: "pM", is: "pthConcentration" },
  { name: "Ca_mM", unit: "mM", is: "calciumConcentration" },
  { name: "calcitriol_pM", unit: "pM", is: "calcitriolConcentration" },
  { name: "PO4_mM", unit: "mM", is: "phosphateConcentration" },
  // Proxies of the markers: serum CTX follows osteoclasts, bone-specific alkaline phosphatase osteoblasts.
  { name: "OC_pct", unit: "%", is: "100[%] * osteoclastRatio" },
  { name: "OB_pct", unit: "%", is: "100[%] * osteoblastRatio" },
  { name: "DEN_ng_per_mL", unit: "ng/mL", is: "denosumabConcentration" },
  { name: "dBMDls_pct", unit: "%", is: "100[%] * (BMDls - 1)" },
  { name: "dBMDlsDEN_pct", unit: "%", is: "100[%] * (BMDlsDEN - 1)" },
  { name: "dBMDfn_pct", unit: "%", is: "100[%] * (BMDfn - 1)" },
  { name: "resorption_mmol_per_d", unit: "mmol/d", is: "calciumFromBone * 24[h/d]" },
  { name: "formation_mmol_per_d", unit: "mmol/d", is: "calciumIntoBone * 24[h/d]" },
  { name: "absorbedCa_mmol_per_d", unit: "mmol/d", is: "absorbedCalcium * 24[h/d]" },
  { name: "availableCa_mmol_per_d", unit: "mmol/d", is: "availableCalcium * 24[h/d]" },
  { name: "urinaryCa_mmol_per_d", unit: "mmol/d", is: "urinaryCalcium * 24[h/d]" },
  { name: "urinaryPO4_mmol_per_d", unit: "mmol/d", is: "urinaryPhosphate * 24[h/d]" },
  { name: "absorbedPO4_mmol_per_d", unit: "mmol/d", is: "absorbedPhosphate * 24[h/d]" },
  { name: "zoledronateInhibition_pct", unit: "%", is: "100[%] * zoledronateInhibition" },
];
