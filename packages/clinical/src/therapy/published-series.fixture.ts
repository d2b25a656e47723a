import { CASE_SCHEMA, type CaseRecord, caseRecordSchema } from "../record/case-record.ts";
import { type CaseView, openCase } from "../record/case-view.ts";

/** Opens a record with only the parts a test needs. */
export function caseView(parts: Omit<CaseRecord, "schema" | "id">): CaseView {
  return openCase(caseRecordSchema.parse({ schema: CASE_SCHEMA, id: "test", ...parts }));
}

/** Times and treatments of the source paper: three-case series, Qingdao, l.93-126 and l.225-276. */
export function case1(): CaseView {
  return caseView({
    pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 15 } } }],
    symptoms: [{ symptom: "lowBackPain", onset: { months: 3 } }],
    fractures: [{ site: "L4", at: { months: 12 }, mechanism: "lowEnergy" }],
    events: [{ kind: "diagnosis", at: { months: 15 } }],
    scans: [
      { id: "baseline", at: { months: 15 }, sites: { lumbarSpine: { bmdGPerCm2: 0.678 } } },
      { id: "follow_up_1", at: { months: 22 }, sites: { lumbarSpine: { bmdGPerCm2: 0.763 } } },
    ],
    treatments: [
      {
        agent: "calcium",
        dose: { amount: 0.6, unit: "g", per: "day" },
        route: "oral",
        end: { months: 15 },
      },
      {
        agent: "zoledronicAcid",
        dose: { amount: 5, unit: "mg", per: "once" },
        route: "intravenousInfusion",
        start: { months: 15 },
      },
      {
        agent: "salmonCalcitonin",
        dose: { amount: 50, unit: "IU", per: "day" },
        route: "intramuscular",
        start: { months: 15 },
      },
      {
        agent: "calcitriol",
        dose: { amount: 1, unit: "ug", per: "day" },
        route: "oral",
        start: { months: 15 },
        end: { months: 22 },
      },
      {
        agent: "glucosamine",
        dose: { amount: 750, unit: "mg", per: "day" },
        route: "oral",
        start: { months: 15 },
        end: { months: 22 },
      },
      {
        agent: "alendronateVitaminD3",
        dose: { amount: 70, unit: "mg", per: "week" },
        route: "oral",
        start: { months: 27 },
      },
    ],
  });
}

export function case2(): CaseView {
  return caseView({
    pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 6 } } }],
    symptoms: [{ symptom: "backPain", onset: { months: 0 } }],
    fractures: [{ site: "T6", at: { months: [0, 6] } }],
    events: [{ kind: "diagnosis", at: { months: 6 } }],
    scans: [
      { id: "baseline", at: { months: 6 }, sites: { lumbarSpine: { bmdGPerCm2: 0.765 } } },
      { id: "follow_up_1", at: { months: 17 }, sites: { lumbarSpine: { bmdGPerCm2: 0.892 } } },
    ],
    treatments: [
      { agent: "bedRest" },
      {
        agent: "zoledronicAcid",
        dose: { amount: 5, unit: "mg", per: "once" },
        route: "intravenousInfusion",
        start: { months: 6 },
      },
    ],
  });
}

export function case3(): CaseView {
  return caseView({
    pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: [3, 9] } } }],
    symptoms: [{ symptom: "lowBackPain", onset: { months: 0 } }],
    fractures: [{ site: "T9", at: { months: 3 } }],
    events: [{ kind: "diagnosis", at: { months: 3 } }],
    scans: [{ id: "follow_up_1", at: { months: 15 }, sites: { lumbarSpine: { bmdGPerCm2: 0.716 } } }],
    treatments: [
      {
        agent: "menatetrenone",
        dose: { amount: 45, unit: "mg", per: "day" },
        route: "oral",
        start: { months: 3 },
        end: { months: 15 },
      },
      { agent: "bisphosphonateUnspecified", start: { months: 3 }, declined: { reason: "cost" } },
      {
        agent: "zoledronicAcid",
        dose: { amount: 5, unit: "mg", per: "once" },
        route: "intravenousInfusion",
        start: { months: 9 },
      },
    ],
  });
}
