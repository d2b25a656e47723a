import type { ModelPart } from "../part.ts";

/** Responding osteoblasts and the two pools of osteoblasts, with RUNX2, CREB and BCL-2 between PTH and their death. */
export const osteoblasts: ModelPart = {
  constants: [
    { name: "bigDb", unit: "1/h", is: "kb * OB0 * Pic0 / ROB1_0" },
    { name: "E0RUNX2kbEff", unit: "1/h", is: "E0RUNX2kbEffFACT * kb" },
    { name: "RUNkbMax", unit: "1/h", is: "E0RUNX2kbEff * RUNkbMaxFact" },
    { name: "RUNkb50", unit: "-", is: "RUNX20 * (RUNkbMax / (E0RUNX2kbEff - kb) - 1)^(1 / RUNkbGAM)" },
    { name: "EC50PTHRX2x", unit: "pM", is: "PTHconc0 * (EmaxPTHRX2x / (RX2Kout0 - E0rx2Kout) - 1)" },
    { name: "EC50PTHcreb", unit: "pM", is: "PTHconc0 * (EmaxPTHcreb / (1 - E0crebKin) - 1)" },
  ],
  states: [
    {
      name: "ROB1",
      unit: "-",
      initial: "0.00104122",
      rate: "kb * OB0 / Pic0 * growthFactorOnResponders / EST^robGAM - responderDifferentiation",
    },
    {
      name: "OBfast",
      unit: "-",
      initial: "OBtot0 * FracOBfast",
      rate: "responderDifferentiation * FracOBfast * fastApoptosis / osteoblastApoptosis - fastApoptosis * OBfast",
    },
    {
      name: "OBslow",
      unit: "-",
      initial: "OBtot0 * (1 - FracOBfast)",
      rate: "responderDifferentiation * (1 - FracOBfast) * Frackb - slowApoptosis * OBslow",
    },
    {
      name: "RX2",
      unit: "-",
      initial: "10",
      rate: "RX2Kout0 * RX2_0 - RX2 * (E0rx2Kout + EmaxPTHRX2x * pth1rDrive / (pth1rDrive + EC50PTHRX2x))",
    },
    {
      name: "CREB",
      unit: "-",
      initial: "10",
      rate: "crebKout * CREB_0 * (E0crebKin + EmaxPTHcreb * pth1rDrive / (pth1rDrive + EC50PTHcreb)) - crebKout * CREB",
    },
    { name: "BCL2", unit: "-", initial: "100", rate: "bcl2Kout * (CREB * RX2 - BCL2)" },
  ],
  quantities: [
    { name: "responderDifferentiation", unit: "1/h", is: "bigDb / growthFactorOnOsteoblasts * ROB1" },
    { name: "runx2Signal", unit: "-", is: "either(bcl2Raised, BCL2 - 90, 10)" },
    {
      name: "osteoblastApoptosis",
      unit: "1/h",
      is: "E0RUNX2kbEff * growthFactorOnApoptosis / EST^E2scalePicB1 - RUNkbMax * hill(runx2Signal, RUNkb50, RUNkbGAM)",
    },
    { name: "slowApoptosis", unit: "1/h", is: "Frackb * osteoblastApoptosis" },
    { name: "fastApoptosis", unit: "1/h", is: "(kb * OB0 - slowApoptosis * (OB0 - OBfast_0)) / OBfast_0" },
  ],
  switches: [{ name: "bcl2Raised", is: "BCL2 - 105", kind: "jump" }],
};
