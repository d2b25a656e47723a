import type { AppliedInterval, LabReading } from "./reading.ts";
import type { Season } from "./vocabulary.ts";

/** The values that lie outside every interval that may apply to them, whatever the season of sampling was. */
export function outsideInEverySeason(readings: readonly LabReading[]): readonly LabReading[] {
  return readings.filter(({ applied }) => isOutsideAll(applied));
}

/**
 * The values that lie outside their intervals if the samples were taken in `season`; a value whose intervals do not
 * depend on it, or whose own season is known, counts as it stands.
 */
export function outsideInSeason(readings: readonly LabReading[], season: Season): readonly LabReading[] {
  return readings.filter(({ applied }) => {
    const ofSeason = applied.filter(({ interval }) => interval.season === season);
    const allYear = applied.filter(({ interval }) => interval.season === undefined);
    return isOutsideAll(ofSeason.length > 0 ? ofSeason : allYear.length > 0 ? allYear : applied);
  });
}

function isOutsideAll(applied: readonly AppliedInterval[]): boolean {
  return applied.length > 0 && applied.every(({ flag }) => flag === "low" || flag === "high");
}
