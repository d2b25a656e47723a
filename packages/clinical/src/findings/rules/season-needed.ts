import type { AppliedInterval, Flag, LabReading } from "../../laboratory/reading.ts";
import type { Season } from "../../laboratory/vocabulary.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type LabValueFact, labValueFact, sayLabValue } from "./lab-value.ts";
import { commonPlace } from "./place.ts";

type SeasonFlag = { readonly season: Season; readonly flag: Flag };
type SeasonalValue = LabValueFact & { readonly bySeason: readonly SeasonFlag[] };
type SeasonNeededFacts = { readonly values: readonly SeasonalValue[] };

/** Without a sampling date the seasonal intervals are all tried; they disagree here. */
export const seasonNeeded = caseRule<SeasonNeededFacts>({
  id: "season-needed",
  severity: "major",
  reads: [
    "laboratory[].season",
    "laboratory[].samplingMonth",
    "laboratory[].at",
    "series.laboratory.intervals[].season",
  ],
  source: sourcePaper("l.194-201", "summer and winter intervals of 25(OH)D; no sampling date"),
  title: {
    en: "Does the reading of a value depend on a sampling season that is not recorded?",
    zh: "检验结果的判读是否取决于未记录的采样季节？",
  },
  message: {
    en: ({ values }, t) =>
      `The sampling season decides the reading and is not recorded, or lies between the seasons of the intervals: ${t.series(values.map((value) => `${sayLabValue(value, t)}, ${value.bySeason.map(({ season, flag }) => `${t.word("labFlag", flag)} in ${t.season(season)}`).join(", ")}`))}.`,
    zh: ({ values }, t) =>
      `判读取决于采样季节，而季节未记录或介于所列季节区间之间：${values.map((value) => `${sayLabValue(value, t)}，${value.bySeason.map(({ season, flag }) => `按${t.season(season)}区间${t.word("labFlag", flag)}`).join("，")}`).join("；")}。`,
  },
  find: (view) => {
    const values: SeasonalValue[] = [];
    const places: string[] = [];
    for (const reading of view.laboratory) {
      // A known spring or autumn selects neither a summer nor a winter interval, and leaves the reading as open.
      if (reading.flag !== "undetermined") continue;
      const bySeason = seasonFlags(reading);
      if (bySeason.length === 0) continue;
      values.push({ ...labValueFact(reading), bySeason });
      places.push(reading.at);
    }
    return values.length === 0 ? [] : [{ at: commonPlace(places), facts: { values } }];
  },
});

/** Flags of the seasonal intervals when two seasons disagree within one physiological state, else none. */
function seasonFlags(reading: LabReading): readonly SeasonFlag[] {
  const isSeasonal = reading.applied.some((a) => reading.applied.some((b) => disagree(a, b)));
  if (!isSeasonal) return [];
  return reading.applied.flatMap(({ interval: { season }, flag }) =>
    season === undefined || flag === "undetermined" ? [] : [{ season, flag }],
  );
}

function disagree(a: AppliedInterval, b: AppliedInterval): boolean {
  return (
    a.interval.season !== b.interval.season &&
    a.interval.state === b.interval.state &&
    a.interval.laboratory === b.interval.laboratory &&
    a.flag !== b.flag &&
    a.flag !== "undetermined" &&
    b.flag !== "undetermined"
  );
}
