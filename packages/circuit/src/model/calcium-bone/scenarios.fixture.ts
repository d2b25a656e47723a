import p01 from "../../../golden/p01-baseline-hold-10y.json" with { type: "json" };
import p02 from "../../../golden/p02-ckd-gfr-decline-10y.json" with { type: "json" };
import p03 from "../../../golden/p03-denosumab-60mg-q6m-x4-withdrawal-48mo.json" with { type: "json" };
import p04 from "../../../golden/p04-teriparatide-20ug-daily-10d-hourly.json" with { type: "json" };
import p05 from "../../../golden/p05-teriparatide-20ug-daily-24mo.json" with { type: "json" };
import p06 from "../../../golden/p06-menopause-age41-to-61.json" with { type: "json" };
import p07 from "../../../golden/p07-casr-setpoint-shift-phpt-5y.json" with { type: "json" };
import p08 from "../../../golden/p08-continuous-pth-385pmolph-90d.json" with { type: "json" };
import p09 from "../../../golden/p09-estradiol-20pct-6mo-recovery.json" with { type: "json" };
import p10 from "../../../golden/p10-ckd-calcitriol-1p25ug-qod-from-8p5y.json" with { type: "json" };
import p11 from "../../../golden/p11-l0-lactation-6mo-recovery-24mo.json" with { type: "json" };
import p12 from "../../../golden/p12-l0-zoledronate-5mg-yearly-x3-48mo.json" with { type: "json" };
import { calciumBone } from "../../generated/calcium-bone.ts";
import { HOURS_PER_MONTH } from "../../scenario/time-unit.ts";
import { type Course, type CourseRow, courseOf } from "../course.fixture.ts";

/** What acts on the woman in one of the reference scenarios; the times are those of the reference table. */
export type Scenario = {
  readonly id: string;
  readonly reference: { readonly columns: readonly string[]; readonly rows: readonly (readonly number[])[] };
  readonly forcing: Omit<Course, "times">;
};

export const HOURS_PER_YEAR = 8766;
const KIDNEY_DISEASE = { kGFR: 0.27 / HOURS_PER_YEAR, GFRinf: 10 / 16.667, gamOB: 0.0739 };
const atMonths = (months: readonly number[], into: string, amount: number) =>
  months.map((month) => ({ time: month * HOURS_PER_MONTH, into, amount }));
const every = (hours: number, from: number, count: number, into: string, amount: number) =>
  Array.from({ length: count }, (_, i) => ({ time: from + i * hours, into, amount }));
const DENOSUMAB_60_MG = 60 * 0.729 * 1e6;
const TERIPARATIDE_20_UG = 20e6 / 4117.8;
const CALCITRIOL_1_25_UG = 1.25e6 / 416.646;

export const scenarios: readonly Scenario[] = [
  { id: "P01 rest for ten years", reference: p01, forcing: {} },
  { id: "P02 chronic kidney disease", reference: p02, forcing: { parameters: KIDNEY_DISEASE } },
  {
    id: "P03 denosumab and its end",
    reference: p03,
    forcing: { doses: atMonths([0, 6, 12, 18], "DENSC", DENOSUMAB_60_MG) },
  },
  {
    id: "P04 teriparatide for ten days",
    reference: p04,
    forcing: { doses: every(24, 0, 10, "TERISC", TERIPARATIDE_20_UG) },
  },
  {
    id: "P05 teriparatide for two years",
    reference: p05,
    forcing: { doses: every(24, 0, 729, "TERISC", TERIPARATIDE_20_UG), tolerance: 1e-7 },
  },
  { id: "P06 menopause", reference: p06, forcing: { parameters: { ESTON: 1 } } },
  { id: "P07 shift of the set point of calcium", reference: p07, forcing: { parameters: { casr: -0.15 } } },
  { id: "P08 continuous PTH", reference: p08, forcing: { parameters: { IPTHinf: 385 } } },
  {
    id: "P09 low estradiol for six months",
    reference: p09,
    forcing: {
      inputs: [
        { time: 0, values: { ETGT: -0.8 } },
        { time: 6 * HOURS_PER_MONTH, values: { ETGT: 0 } },
      ],
    },
  },
  {
    id: "P10 kidney disease, then calcitriol",
    reference: p10,
    forcing: {
      parameters: KIDNEY_DISEASE,
      doses: every(48, 8.5 * HOURS_PER_YEAR, 274, "B", CALCITRIOL_1_25_UG),
    },
  },
  {
    id: "P11 lactation and weaning",
    reference: p11,
    forcing: {
      inputs: [
        { time: 0, values: { ETGT: -0.7, PRPT: 1, MILK: 5.25 / 24 } },
        { time: 6 * HOURS_PER_MONTH, values: { ETGT: 0, PRPT: 0, MILK: 0 } },
      ],
    },
  },
  { id: "P12 zoledronate every year", reference: p12, forcing: { doses: atMonths([0, 12, 24], "ABP", 5) } },
];

export function scenarioNamed(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id.startsWith(id));
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

/** The course at the times of the reference table, or at others. */
export function rowsOf(
  { reference, forcing }: Scenario,
  times = reference.rows.map(([time]) => time),
): readonly CourseRow[] {
  return courseOf(calciumBone, { ...forcing, times });
}
