import { type CaseView, openCase, openSeries, type Series, type SeriesView, seriesSchema } from "@materbone/clinical";
import case1 from "../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };

/** The published series, read afresh. */
export function published(): SeriesView {
  return openSeries(seriesSchema.parse({ ...head, cases: [case1, case2, case3] }));
}

/** A record with nothing in it. */
export function emptyWoman(): CaseView {
  return openCase({ schema: "materbone/case/1", id: "empty" });
}

/** T-scores only: nothing that a Z-score figure may draw. */
export function womanWithTScores(): CaseView {
  const scan = { id: "a", at: { months: 2 }, sites: { lumbarSpine: { tScore: -3.1 } } };
  return openCase({ schema: "materbone/case/1", id: "t-scores", scans: [scan] });
}

/** Invented: everything that strains a drawing, with markup in every free text. */
export function crowdedSeries(): SeriesView {
  return openSeries({
    schema: "materbone/series/1",
    id: "crowded",
    title: "crowded",
    cases: [crowded(), { schema: "materbone/case/1", id: "empty" }],
  });
}

function crowded(): Series["cases"][number] {
  return {
    schema: "materbone/case/1",
    id: "crowded",
    origin: "synthetic",
    label: {
      en: '<script>alert("1")</script> & a name of many words that must wrap',
      zh: "<b>合成病例</b>&很长的名字用于检验换行",
    },
    person: { ageYears: 33 },
    pregnancies: [
      { index: true, lactation: { breastfed: "yes", stillBreastfeeding: true } },
      { deliveredAt: { months: 30 }, lactation: { breastfed: "yes", weaned: { months: [34, 40] } } },
    ],
    symptoms: [{ symptom: "backPain", onset: { months: [null, 2] } }],
    fractures: [
      { site: "T5", genantGrade: 0 },
      { site: "T6", at: { months: 1 }, genantGrade: 1, deformity: "wedge" },
      { site: "T7", at: { months: 2 }, genantGrade: 2, deformity: "biconcave" },
      { site: "T8", at: { months: 2 }, genantGrade: 3, deformity: "crush" },
      { site: "T9", at: { months: [2, 9] }, heightLossPercent: 30 },
      { site: "L1", modality: "mri" },
      { site: "L2", heights: { anteriorMm: 15, middleMm: 20, posteriorMm: 25 } },
      { site: "hip", at: { months: 4 } },
    ],
    events: [{ kind: "diagnosis", at: { months: [3, 5] } }],
    scans: Array.from({ length: 9 }, (_, index) => ({
      id: `scan-${index}`,
      ...(index === 4 ? {} : { at: { months: index === 8 ? ([70, null] as [number, null]) : index * 8 - 12 } }),
      device: index < 5 ? "a" : "b",
      sites: {
        lumbarSpine: {
          bmdGPerCm2: 0.7 + index * 0.02,
          zScore: -3 + index * 0.3,
          vertebrae: index < 3 ? (["L2", "L3"] as const).slice() : (["L1", "L2", "L3", "L4"] as const).slice(),
        },
        femoralNeck: { bmdGPerCm2: 0.7 + index * 0.021, zScore: -2.9 + index * 0.3 },
        totalHip: { bmdGPerCm2: 0.7 + index * 0.019, zScore: -2.95 + index * 0.3 },
      },
    })),
    laboratory: [
      {
        at: { months: 3 },
        results: [
          { analyte: "alp", value: "<5", unit: "U/L", interval: { low: "35", high: "100" } },
          { analyte: "calcium", value: "9.9", unit: "mmol/L", interval: { low: "2.11", high: "2.52" } },
          { analyte: "tsh", value: "1.2", unit: "mIU/L" },
          { analyte: "vitaminD25oh", value: "12", unit: "ng/mL", interval: { low: "20" } },
          { analyte: "crp", value: "<10", unit: "mg/L", interval: { high: "5" } },
        ],
      },
      { results: [{ analyte: "alp", value: "112", unit: "U/L" }] },
    ],
    treatments: [
      { agent: "other", name: "<i>A remedy of many words & signs</i>", start: { months: [null, 5] }, ongoing: true },
      {
        agent: "denosumab",
        dose: { amount: 60, unit: "mg", per: "6 months" },
        start: { months: [4, 6] },
        end: { months: [20, 26] },
      },
      { agent: "zoledronicAcid", dose: { amount: 5, unit: "mg", per: "once" }, route: "intravenousInfusion" },
      { agent: "zoledronicAcid", dose: { amount: 5, unit: "mg", per: "once" }, start: { months: [60, null] } },
      { agent: "teriparatide", declined: { reason: "fearOfHarm" } },
      { agent: "teriparatide", dose: { amount: 20, unit: "ug", per: "day" }, start: { months: 2 }, ongoing: true },
      { agent: "raloxifene" },
      { agent: "calcium", end: { months: 3 } },
    ],
  };
}
