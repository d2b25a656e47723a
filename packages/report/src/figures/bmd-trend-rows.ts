import type { CaseView, Interval, LscSource, Terms, When } from "@materbone/clinical";
import { trendSites } from "./bmd-trend-data.ts";
import { readingPlace } from "./bmd-trend-marks.ts";
import type { FigureRow } from "./figure-mark.ts";
import type { Lane, LaneItem } from "./lane.ts";
import { lanesOf } from "./lanes-of.ts";
import { headed, isTimed, monthsText } from "./time-words.ts";
import { WORDS } from "./words.ts";

const DASH = "–";

export function trendHeader(terms: Terms): readonly string[] {
  return [
    WORDS.what,
    WORDS.months,
    WORDS.endMonths,
    WORDS.bmd,
    WORDS.zScore,
    WORDS.change,
    WORDS.lscPercent,
    WORDS.verdict,
    WORDS.detail,
  ].map((text) => terms.text(text));
}

/** Everything the trend draws, scan by scan and site by site, then the lanes; the same table for every quantity. */
export function trendRows(view: CaseView, lsc: LscSource, terms: Terms): readonly FigureRow[] {
  const time = (when: Interval | undefined, entry: When | undefined): string =>
    isTimed(when) ? monthsText(when, entry, terms) : DASH;
  const scans = trendSites(view, lsc, "gPerCm2");
  const scores = trendSites(view, lsc, "z");
  const rows: FigureRow[] = [];
  for (const scan of view.scans) {
    for (const site of ["lumbarSpine", "femoralNeck", "totalHip"] as const) {
      const reading = scan.entry.sites[site];
      if (reading === undefined) continue;
      const course = scans.find((each) => each.site === site);
      const response = course?.points.find((point) => point.scan === scan)?.response;
      const score = scores.find((each) => each.site === site)?.points.find((point) => point.scan === scan)?.value;
      const cells = [
        headed(terms.site(site)),
        time(scan.when, scan.entry.at),
        DASH,
        reading.bmdGPerCm2 === undefined ? DASH : terms.fixed(reading.bmdGPerCm2, 3),
        score === undefined ? DASH : terms.fixed(score, 1),
        response === undefined ? DASH : terms.signed(response.percent, 2),
        response?.lscPercent === undefined ? DASH : terms.fixed(response.lscPercent, 2),
        response === undefined ? DASH : terms.word("response", response.verdict),
        scan.entry.id,
      ];
      rows.push({ cells, at: readingPlace(scan.at, site) });
    }
  }
  for (const lane of lanesOf(view, terms).slice(view.scans.length > 0 ? 1 : 0)) {
    for (const item of lane.items) rows.push({ cells: laneRow(lane, item, terms), at: item.pointer });
  }
  return rows;
}

function laneRow(lane: Lane, item: LaneItem, terms: Terms): string[] {
  const start = item.kind === "bar" ? item.start : item.at;
  const end = item.kind === "bar" ? item.end : undefined;
  const print = (when: Interval | undefined): string => (isTimed(when) ? monthsText(when, undefined, terms) : DASH);
  const ongoing = item.kind === "bar" && item.ongoing;
  return [
    headed(lane.name),
    print(start),
    ongoing ? terms.text(WORDS.ongoing) : print(end),
    DASH,
    DASH,
    DASH,
    DASH,
    DASH,
    item.kind === "bar" || item.kind === "dose" || item.kind === "declined" ? item.detail : lane.details.join("; "),
  ];
}
