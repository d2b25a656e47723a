import type { Terms } from "../../language/terms.ts";
import { isPoint } from "../../time/interval.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type NamedScan, namedScan, sayScan } from "./named-scan.ts";
import { commonPlace } from "./place.ts";

type AmbiguousScan = NamedScan & {
  /** Separate readings in months from delivery; empty when only a range is recorded. */
  readonly readings: readonly number[];
  readonly earliest: number | null;
  readonly latest: number | null;
};

type TimeAmbiguousFacts = { readonly scans: readonly AmbiguousScan[] };

/** Rates, windows and intervals inherit every reading of an ambiguous scan time. */
export const timeAmbiguous = caseRule<TimeAmbiguousFacts>({
  id: "time-ambiguous",
  severity: "major",
  reads: ["scans[].at"],
  source: sourcePaper(
    "l.120-126, l.246-252",
    "no scan dates are printed; two scans can be counted from two starting points",
  ),
  title: {
    en: "Can the time of a scan be read in more than one way?",
    zh: "骨密度检查时间是否有多种理解？",
  },
  message: {
    en: ({ scans }, t) =>
      `The time of ${t.list(scans.map((scan) => `scan ${sayScan(scan, t)} (${times(scan, t)} months after delivery)`))} can be read in more than one way; rates and intervals built on it are ranges.`,
    zh: ({ scans }, t) =>
      `${t.list(scans.map((scan) => `${sayScan(scan, t)}检查的时间（产后 ${times(scan, t)} 个月）`))}有多种理解，据此计算的间隔和年变化率只能给出范围。`,
  },
  find: (view) => {
    const scans: AmbiguousScan[] = [];
    const places: string[] = [];
    for (const { entry, when, at } of view.scans) {
      if (entry.at?.basis !== "ambiguous" || when === undefined || isPoint(when)) continue;
      scans.push({
        ...namedScan(entry),
        readings: entry.at.readings ?? [],
        earliest: Number.isFinite(when.earliest) ? when.earliest : null,
        latest: Number.isFinite(when.latest) ? when.latest : null,
      });
      places.push(`${at}/at`);
    }
    return scans.length === 0 ? [] : [{ at: commonPlace(places), facts: { scans } }];
  },
});

function times({ readings, earliest, latest }: AmbiguousScan, t: Terms): string {
  if (readings.length > 0) return t.either(readings.map(t.months));
  return t.monthInterval({
    earliest: earliest ?? Number.NEGATIVE_INFINITY,
    latest: latest ?? Number.POSITIVE_INFINITY,
  });
}
