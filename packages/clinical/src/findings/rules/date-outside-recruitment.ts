import type { CaseView } from "../../record/case-view.ts";
import type { When } from "../../time/when.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type RecruitmentFacts = { readonly from: number; readonly to: number; readonly dates: readonly string[] };

/** A date of the woman decidedly before or after the years the series says it recruited in. Follow-up may be meant: it asks. */
export const dateOutsideRecruitment = caseRule<RecruitmentFacts>({
  id: "date-outside-recruitment",
  severity: "info",
  reads: [
    "series.recruitmentYears",
    "pregnancies[].deliveredAt",
    "events[].at",
    "fractures[].at",
    "scans[].at",
    "laboratory[].at",
    "treatments[].start",
  ],
  source: sourcePaper("l.91", "recruited 2016 to 2019"),
  title: {
    en: "Does a calendar date lie outside the recruitment years of the series?",
    zh: "是否有日期在病例收集年份之外？",
  },
  message: {
    en: ({ from, to, dates }, t) => `Outside the recruitment years ${from}–${to}: ${t.series(dates)}.`,
    zh: ({ from, to, dates }, t) => `在病例收集年份（${from}—${to} 年）之外：${t.series(dates)}。`,
  },
  find: (view) => {
    const years = view.context.recruitmentYears;
    if (years === undefined) return [];
    const dates: string[] = [];
    const places: string[] = [];
    eachTime(view, (when, at) => {
      const date = dateOutside(when, years);
      if (date === undefined) return;
      dates.push(date);
      places.push(at);
    });
    return dates.length === 0 ? [] : [{ at: commonPlace(places), facts: { from: years[0], to: years[1], dates } }];
  },
});

/** The date, or the end of a range of dates that is nearest to the years, when it is decidedly outside. */
function dateOutside({ date }: When, [from, to]: readonly [number, number]): string | undefined {
  if (date === undefined) return undefined;
  const [earliest, latest] = typeof date === "string" ? [date, date] : date;
  if (latest !== null && yearOf(latest) < from) return latest;
  return earliest !== null && yearOf(earliest) > to ? earliest : undefined;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

const PARTS = ["events", "fractures", "scans", "laboratory"] as const;

function eachTime({ record, index, indexAt }: CaseView, visit: (when: When, at: string) => void): void {
  if (index?.deliveredAt !== undefined) visit(index.deliveredAt, `${indexAt}/deliveredAt`);
  for (const part of PARTS) {
    record[part]?.forEach(({ at }, position) => {
      if (at?.date !== undefined) visit(at, `/${part}/${position}/at`);
    });
  }
  record.treatments?.forEach(({ start }, position) => {
    if (start?.date !== undefined) visit(start, `/treatments/${position}/start`);
  });
}
