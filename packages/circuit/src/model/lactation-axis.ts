import type { ModelAddition } from "./compose.ts";
import { lactationAxisParameters } from "./lactation-axis-knowledge.ts";

/**
 * The brain axis of lactation, the drivers of pregnancy and what is given by mouth, on top of the calcium-bone model.
 *
 * Nursing raises prolactin and the suckling reflex; both hold back GnRH, and gonadotropins, the ovary and estradiol follow,
 * each at its own rate. Prolactin keeps the breast lactating; breast, suckling, prolactin and low estradiol make PTHrP.
 * With `NURSING` 1, one infant and time for the rates, the drivers are those of the draft of lactation of the reference
 * model: estradiol 0.3, PTHrP 1 pM, 210 mg of calcium a day in milk. All states are over their level without nursing, so
 * that nothing changes where nobody nurses.
 *
 * The drivers ETGT, PRPT, MILK, FETAL and FABS of the reference model stay as inputs and add to the axis.
 */
export const lactationAxis: ModelAddition = {
  parameters: lactationAxisParameters.map(({ name, value, unit }) => ({ name, value, unit })),
  part: {
    inputs: [
      { name: "NURSING", unit: "1", value: 0 },
      { name: "INFANTS", unit: "1", value: 1 },
      { name: "POSTPARTUM", unit: "d", value: 0 },
      { name: "GESTATION", unit: "d", value: 0 },
      { name: "CASUP", unit: "mmol/h", value: 0 },
      { name: "CTRIOL", unit: "pmol/h", value: 0 },
    ],
    depots: [{ name: "AALN", unit: "mg", rate: "kAlendronate" }],
    constants: [{ name: "fullDrive", unit: "1", is: "1 / (1 + gnrhHalfDrive^4)" }],
    states: [
      {
        name: "prolactin",
        unit: "1",
        initial: "1",
        rate: "kProlactin * (1 + (prolactinFull - 1) * NURSING - prolactin)",
      },
      { name: "gnrh", unit: "1", initial: "1", rate: "kGnrh * (gnrhTarget - gnrh)" },
      { name: "gonadotropins", unit: "1", initial: "1", rate: "kGonadotropins * (gnrh - gonadotropins)" },
      { name: "ovary", unit: "1", initial: "1", rate: "kOvary * (gonadotropins - ovary)" },
      { name: "breast", unit: "1", initial: "0", rate: "kBreast * (breastTarget - breast)" },
    ],
    quantities: [
      { name: "suckling", unit: "1", is: "NURSING" },
      { name: "prolactinRise", unit: "1", is: "(prolactin - 1) / (prolactinFull - 1)" },
      { name: "nursingDrive", unit: "1", is: "sucklingShare * suckling + (1 - sucklingShare) * prolactinRise" },
      // The fourth power stands for the threshold that reviews describe: half of full nursing takes about half of the effect.
      {
        name: "gnrhTarget",
        unit: "1",
        is: "1 - gnrhSuppression * nursingDrive^4 / (nursingDrive^4 + gnrhHalfDrive^4) / fullDrive",
      },
      { name: "estradiolOffset", unit: "1", is: "ETGT + (ovary - 1) * (1 + ETGT)" },
      { name: "breastTarget", unit: "1", is: "prolactinRise * (1 + breastHalf) / (prolactinRise + breastHalf)" },
      {
        name: "pthrpTarget",
        unit: "pM",
        is: "PRPT + pthrpFull * breast * (pthrpOfBreast + pthrpOfSuckling * suckling + pthrpOfProlactin * prolactinRise + pthrpOfEstradiol * (1 - EST) / gnrhSuppression)",
      },
      { name: "milkAge", unit: "1", is: "(POSTPARTUM / milkChange)^12" },
      { name: "milkOfInfant", unit: "mmol/h", is: "milkFirst + (milkLater - milkFirst) * milkAge / (1 + milkAge)" },
      { name: "milkCalcium", unit: "mmol/h", is: "MILK + milkOfInfant * INFANTS * NURSING * breast" },
      { name: "fetalAge", unit: "1", is: "(GESTATION / fetalHalf)^7" },
      { name: "fetalCalcium", unit: "mmol/h", is: "FETAL + fetalMost * fetalAge / (1 + fetalAge)" },
      { name: "pregnancyAge", unit: "1", is: "(GESTATION / pregnancyHalf)^4" },
      { name: "pregnancy", unit: "1", is: "pregnancyAge / (1 + pregnancyAge)" },
      { name: "absorptionRise", unit: "1", is: "FABS + pregnancyAbsorption * pregnancy" },
      { name: "filtration", unit: "L/h", is: "GFR * (1 + pregnancyGfr * pregnancy)" },
      { name: "oralCalcium", unit: "mmol/h", is: "OralCa + CASUP" },
      // Taken every day and spread over it: single doses of months would stop the integration at each.
      { name: "calcitriolSupply", unit: "pmol/h", is: "AOH + CTRIOL" },
      { name: "alendronateRelease", unit: "mg/h", is: "kAlendronate * AALN" },
      // In milligrams of zoledronate.
      {
        name: "bisphosphonateRelease",
        unit: "mg/h",
        is: "KDbp * ABP + alendronatePotency * alendronateRelease",
      },
    ],
  },
  substitutions: [
    { name: "ETGT", by: "estradiolOffset" },
    { name: "PRPT", by: "pthrpTarget" },
    { name: "MILK", by: "milkCalcium" },
    { name: "FETAL", by: "fetalCalcium" },
    { name: "FABS", by: "absorptionRise" },
    { name: "GFR", by: "filtration", unless: ["GFR"] },
    { name: "OralCa", by: "oralCalcium" },
    { name: "AOH", by: "calcitriolSupply", unless: ["AOH"] },
    { name: "zoledronateRelease", by: "bisphosphonateRelease" },
  ],
  outputs: [
    { name: "prolactin", unit: "1", is: "prolactin" },
    { name: "suckling", unit: "1", is: "suckling" },
    { name: "gnrh", unit: "1", is: "gnrh" },
    { name: "gonadotropins", unit: "1", is: "gonadotropins" },
    { name: "ovary", unit: "1", is: "ovary" },
    { name: "breast", unit: "1", is: "breast" },
    { name: "NURSING", unit: "1", is: "NURSING" },
    { name: "GESTATION", unit: "d", is: "GESTATION" },
    { name: "CASUP", unit: "mmol/h", is: "CASUP" },
    { name: "CTRIOL", unit: "pmol/h", is: "CTRIOL" },
    { name: "AALN", unit: "mg", is: "AALN" },
    { name: "estradiolTarget", unit: "1", is: "1 + estradiolOffset" },
    { name: "pthrpTarget_pM", unit: "pM", is: "pthrpTarget" },
    { name: "milkCa_mmol_per_d", unit: "mmol/d", is: "milkCalcium * 24[h/d]" },
    { name: "fetalCa_mmol_per_d", unit: "mmol/d", is: "fetalCalcium * 24[h/d]" },
    { name: "GFR_L_per_h", unit: "L/h", is: "filtration" },
    { name: "bisphosphonateInhibition", unit: "1", is: "zoledronateInhibition" },
    { name: "osteoclastActivity", unit: "1", is: "(M / OC / MOCratio0)^MOCratioGam" },
    { name: "netResorption_mmol_per_d", unit: "mmol/d", is: "(calciumFromBone - calciumIntoBone) * 24[h/d]" },
  ],
};
