import type { Text } from "@materbone/clinical";
import type { SmallPanel, SmallPanelsData } from "@materbone/report";
import { simulationFrame } from "../course/course-data.ts";
import { type CourseInputs, isTreated } from "../course-inputs.ts";
import type { RanCourse } from "../simulate-course.ts";

/** A hormone or marker of the circuit, in the unit that a laboratory prints. */
type Marker = {
  readonly output: string;
  readonly name: Text;
  readonly unit: Text;
  readonly decimals: number;
  /** What a value of the model is multiplied by. */
  readonly factor?: number;
};

const same = (unit: string): Text => ({ en: unit, zh: unit });
const overRest: Text = { en: "% of rest", zh: "稳态值的%" };

const MARKERS: readonly Marker[] = [
  { output: "PTH_pM", name: { en: "PTH", zh: "甲状旁腺激素" }, unit: same("pmol/L"), decimals: 1 },
  { output: "Ca_mM", name: { en: "plasma calcium", zh: "血钙" }, unit: same("mmol/L"), decimals: 2 },
  { output: "calcitriol_pM", name: { en: "calcitriol", zh: "骨化三醇" }, unit: same("pmol/L"), decimals: 0 },
  { output: "PO4_mM", name: { en: "plasma phosphate", zh: "血磷" }, unit: same("mmol/L"), decimals: 2 },
  { output: "EST", name: { en: "estradiol", zh: "雌二醇" }, unit: overRest, decimals: 0, factor: 100 },
  { output: "PRP", name: { en: "PTHrP", zh: "甲状旁腺激素相关肽" }, unit: same("pmol/L"), decimals: 2 },
  { output: "prolactin", name: { en: "prolactin", zh: "泌乳素" }, unit: overRest, decimals: 0, factor: 100 },
  {
    output: "OC_pct",
    name: { en: "osteoclasts, for serum CTX", zh: "破骨细胞（替代血清CTX）" },
    unit: overRest,
    decimals: 0,
  },
  {
    output: "OB_pct",
    name: { en: "osteoblasts, for BSAP", zh: "成骨细胞（替代BSAP）" },
    unit: overRest,
    decimals: 0,
  },
  {
    output: "urinaryCa_mmol_per_d",
    name: { en: "urinary calcium", zh: "尿钙" },
    unit: { en: "mmol/day", zh: "mmol/日" },
    decimals: 1,
  },
];

/** Hormones and markers of a course and of the same without drugs. */
export function markerPanels(
  inputs: CourseInputs,
  courses: { readonly treated: RanCourse; readonly untreated: RanCourse },
): SmallPanelsData {
  const hasDrugs = isTreated(inputs);
  return {
    ...simulationFrame(inputs, courses.treated),
    panels: MARKERS.map(({ output, name, unit, decimals, factor = 1 }): SmallPanel => {
      const untreated = scaled(courses.untreated, output, factor);
      const rest = untreated.values[0];
      return {
        id: output,
        name,
        unit,
        decimals,
        ...(rest === undefined ? {} : { atRest: rest }),
        ...(hasDrugs ? { treated: scaled(courses.treated, output, factor) } : {}),
        untreated,
      };
    }),
  };
}

function scaled(
  { months, values }: RanCourse,
  output: string,
  factor: number,
): { readonly months: Float64Array; readonly values: Float64Array } {
  const own = values.get(output) ?? new Float64Array(months.length);
  return { months, values: own.map((value) => value * factor) };
}
