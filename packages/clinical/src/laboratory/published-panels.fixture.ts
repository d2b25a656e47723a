import type { SeriesContext } from "../record/case-view.ts";
import type { LaboratoryPanel, LaboratoryResult, ReferenceInterval } from "../record/laboratory.ts";

/** Table 1 of the source paper (l.168-215): the three-case series, Qingdao. */
export function publishedContext(): SeriesContext {
  const intervals: ReferenceInterval[] = [
    { analyte: "nMidOsteocalcin", low: "4.11", high: "21.87", unit: "ng/mL" },
    { analyte: "betaCtx", low: "0.068", high: "0.680", unit: "ng/mL" },
    { analyte: "totalP1np", low: "8.53", high: "64.32", unit: "ng/mL" },
    { analyte: "osteocalcin", low: "3", high: "65", unit: "pg/mL" },
    { analyte: "pth", low: "15", high: "65", unit: "pg/mL" },
    { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
    { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
    { analyte: "calcium", low: "2.11", high: "2.52", unit: "mmol/L" },
    { analyte: "phosphate", low: "0.85", high: "1.51", unit: "mmol/L" },
    { analyte: "alp", low: "35", high: "100", unit: "U/L" },
    { analyte: "urineCalcium24h", low: "0.1", high: "0.3", unit: "g/24h" },
    { analyte: "urinePhosphate24h", low: "0.7", high: "1.5", unit: "g/24h" },
  ];
  return { laboratory: { intervals } };
}

/** The panel of published case 1, 2 or 3; "–" cells are absent. */
export function publishedPanel(woman: 1 | 2 | 3): LaboratoryPanel {
  return { results: RESULTS[woman].map((result) => ({ ...result })) };
}

const RESULTS: Readonly<Record<1 | 2 | 3, readonly LaboratoryResult[]>> = {
  1: [
    { analyte: "betaCtx", value: "0.30", unit: "ng/mL" },
    { analyte: "totalP1np", value: "4.74", unit: "ng/mL" },
    { analyte: "osteocalcin", value: "31.55", unit: "pg/mL" },
    { analyte: "pth", value: "48.92", unit: "pg/mL" },
    { analyte: "vitaminD25oh", value: "43.70", unit: "ng/mL" },
    { analyte: "calcium", value: "2.17", unit: "mmol/L" },
    { analyte: "phosphate", value: "1.19", unit: "mmol/L" },
    { analyte: "alp", value: "112", unit: "U/L" },
    { analyte: "urineCalcium24h", value: "0.15", unit: "g/24h" },
    { analyte: "urinePhosphate24h", value: "0.84", unit: "g/24h" },
  ],
  2: [
    { analyte: "nMidOsteocalcin", value: "22.85", unit: "ng/mL" },
    { analyte: "betaCtx", value: "0.69", unit: "ng/mL" },
    { analyte: "totalP1np", value: "77.83", unit: "ng/mL" },
    { analyte: "osteocalcin", value: "29.36", unit: "pg/mL" },
    { analyte: "pth", value: "17.57", unit: "pg/mL" },
    { analyte: "vitaminD25oh", value: "24.30", unit: "ng/mL" },
    { analyte: "calcium", value: "2.23", unit: "mmol/L" },
    { analyte: "phosphate", value: "1.32", unit: "mmol/L" },
    { analyte: "alp", value: "73", unit: "U/L" },
    { analyte: "urineCalcium24h", value: "0.12", unit: "g/24h" },
  ],
  3: [
    { analyte: "nMidOsteocalcin", value: "19.44", unit: "ng/mL" },
    { analyte: "betaCtx", value: "0.69", unit: "ng/mL" },
    { analyte: "totalP1np", value: "61.19", unit: "ng/mL" },
    { analyte: "osteocalcin", value: "12.86", unit: "pg/mL" },
    { analyte: "pth", value: "16.91", unit: "pg/mL" },
    { analyte: "vitaminD25oh", value: "13.70", unit: "ng/mL" },
    { analyte: "calcium", value: "2.28", unit: "mmol/L" },
    { analyte: "phosphate", value: "1.32", unit: "mmol/L" },
    { analyte: "alp", value: "69", unit: "U/L" },
    { analyte: "urineCalcium24h", value: "0.185", unit: "g/24h" },
    { analyte: "urinePhosphate24h", value: "0.21", unit: "g/24h" },
  ],
};
