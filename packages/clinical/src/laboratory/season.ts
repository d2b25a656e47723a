import data from "../../knowledge/seasons.json" with { type: "json" };
import type { LaboratoryPanel } from "../record/laboratory.ts";
import type { Source } from "../source.ts";
import { addMonths, calendarMonth } from "../time/calendar.ts";
import { datesOf, type TimeFrame } from "../time/time-frame.ts";
import { SEASONS, type Season } from "./vocabulary.ts";

type SeasonKnowledge = {
  readonly seasons: readonly { readonly season: Season; readonly months: readonly number[] }[];
  readonly source: Source;
};

export const seasonKnowledge: SeasonKnowledge = data as SeasonKnowledge;

const seasonByMonth: ReadonlyMap<number, Season> = new Map(
  seasonKnowledge.seasons.flatMap(({ season, months }) => months.map((month) => [month, season] as const)),
);

/**
 * Season of a calendar month, northern hemisphere.
 *
 * @param month - 1 to 12
 * @throws RangeError for another month
 */
export function seasonOfMonth(month: number): Season {
  const season = seasonByMonth.get(month);
  if (season === undefined) throw new RangeError(`month must be 1 to 12: ${month}`);
  return season;
}

/**
 * The seasons that a panel may have been sampled in: the recorded one, else that of the sampling month, else those that
 * its date covers. All four when nothing dates it.
 */
export function possibleSeasons(panel: LaboratoryPanel, frame: TimeFrame): readonly Season[] {
  if (panel.season !== undefined) return ONE[panel.season];
  if (panel.samplingMonth !== undefined) return ONE[seasonOfMonth(panel.samplingMonth)];
  if (panel.at?.date === undefined && frame.delivery === undefined) return SEASONS;
  const dates = datesOf(panel.at, frame);
  if (dates === undefined || !(dates.latest - dates.earliest < DAYS_OF_ANY_SEASONS)) return SEASONS;
  const first = seasonOfMonth(calendarMonth(dates.earliest));
  const last = seasonOfMonth(calendarMonth(dates.latest));
  const seasons = new Set<Season>([first]);
  for (let day = addMonths(dates.earliest, 1); day < dates.latest; day = addMonths(day, 1)) {
    seasons.add(seasonOfMonth(calendarMonth(day)));
  }
  seasons.add(last);
  return seasons.size === 1 ? ONE[first] : [...seasons];
}

/** A span this long, days, may touch all four seasons. */
const DAYS_OF_ANY_SEASONS = 300;

const ONE: Readonly<Record<Season, readonly Season[]>> = {
  spring: ["spring"],
  summer: ["summer"],
  autumn: ["autumn"],
  winter: ["winter"],
};
