import { SCENARIO_SCHEMA, type ScenarioFile } from "@materbone/circuit";
import { type CourseInputs, isOnBone } from "../course-inputs.ts";

/** Models of other groups that know zoledronate and give a change of the lumbar spine. */
export const COMPANIONS = ["mori2018", "wang2023"] as const;
export type Companion = (typeof COMPANIONS)[number];

/** Output of every companion: percent change of lumbar-spine BMD. */
export const COMPANION_OUTPUT = "dBMD_LS_pct";

/** Month of the first zoledronate where no other drug on bone is given: the companions know of no other. */
export function firstZoledronate(inputs: CourseInputs): number | undefined {
  const drugs = drugsOf(inputs);
  if (drugs.length === 0 || drugs.some(({ agent }) => agent !== "zoledronicAcid")) return undefined;
  return Math.min(...drugs.map(({ startMonth }) => startMonth));
}

/** The doses of zoledronate as a scenario of a companion, from the first dose on; its patients never nursed. */
export function companionScenario(model: Companion, inputs: CourseInputs): ScenarioFile | undefined {
  const first = firstZoledronate(inputs);
  if (first === undefined) return undefined;
  const end = inputs.months - first;
  return {
    schema: SCENARIO_SCHEMA,
    model,
    doses: drugsOf(inputs).map(({ amountMg, startMonth, everyDays, untilMonth = inputs.months }) => ({
      agent: "zoledronicAcid",
      amount: `${amountMg} mg`,
      at: `${startMonth - first} month`,
      ...(everyDays === undefined
        ? { count: 1 }
        : { every: `${everyDays} d`, until: `${Math.min(untilMonth - first, end)} month` }),
    })),
    outputs: {
      times: [{ from: 0, to: `${end} month`, every: "0.25 month" }],
      timeUnit: "month",
      names: [COMPANION_OUTPUT],
    },
  };
}

function drugsOf({ given, months }: CourseInputs): CourseInputs["given"] {
  return given.filter((course) => isOnBone(course) && course.startMonth < months);
}
