import type { CaseView } from "../record/case-view.ts";
import { type Certainty, type Interval, liesWithin } from "../time/interval.ts";
import { DAYS_PER_MONTH } from "../time/time-frame.ts";
import type { When } from "../time/when.ts";
import { type DefinitionWindow, latePregnancy } from "./definition.ts";

/** The window of a definition for one woman, months from delivery; the edges themselves can be ranges. */
export type ResolvedWindow = {
  readonly from: Interval;
  /** `undefined`: the source names no end, or it is the weaning and its time is not known. */
  readonly to: Interval | undefined;
  /** First gestational week, where the window begins with late pregnancy. */
  readonly fromGestationalWeek: number | undefined;
  /**
   * The gestational age is not recorded: `from` reaches from week 28 of the longest term birth to the last three months
   * before delivery, which is a published reading of late pregnancy.
   */
  readonly gestationalAgeAssumed: boolean;
};

/** While she breastfeeds the time of lactation has not ended. */
const NO_END: Interval = { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

export function resolveWindow(view: CaseView, window: DefinitionWindow): ResolvedWindow {
  const recorded = view.index?.gestationalAgeDays;
  const late = window.from === "latePregnancy";
  return {
    from: windowStart(view, window.from),
    to: windowEnd(view, window),
    fromGestationalWeek: late ? latePregnancy.fromGestationalWeek : undefined,
    gestationalAgeAssumed: late && recorded === undefined,
  };
}

/**
 * Is the time in the window, both ends included? Weeks of gestation are held against the first week directly.
 * With no end named, a time after delivery is never certain.
 */
export function inWindow(time: Interval, when: When | undefined, window: ResolvedWindow): Certainty {
  const afterStart = startsAfter(time, when, window);
  const beforeEnd = endsBefore(time, window.to);
  if (afterStart === "no" || beforeEnd === "no") return "no";
  return afterStart === "yes" && beforeEnd === "yes" ? "yes" : "perhaps";
}

/** Would the gestational age at delivery settle whether the time is in late pregnancy? */
export function needsGestationalAge(time: Interval, when: When | undefined, window: ResolvedWindow): boolean {
  if (!window.gestationalAgeAssumed || when?.gestationalWeeks !== undefined) return false;
  return startsAfter(time, when, window) === "perhaps";
}

function windowStart(view: CaseView, from: DefinitionWindow["from"]): Interval {
  if (typeof from === "number") return { earliest: from, latest: from };
  const age = view.frame.gestationalAgeDays;
  switch (from) {
    case "delivery":
      return { earliest: 0, latest: 0 };
    case "pregnancy":
      return { earliest: -age.latest / DAYS_PER_MONTH, latest: -age.earliest / DAYS_PER_MONTH };
    case "latePregnancy": {
      const firstWeek = (latePregnancy.fromGestationalWeek * 7 - age.latest) / DAYS_PER_MONTH;
      const recorded = view.index?.gestationalAgeDays !== undefined;
      return { earliest: firstWeek, latest: recorded ? firstWeek : -latePregnancy.monthsBeforeDelivery };
    }
  }
}

function windowEnd(view: CaseView, window: DefinitionWindow): Interval | undefined {
  if (window.toMonths !== undefined) return { earliest: window.toMonths, latest: window.toMonths };
  if (window.to !== "weaning") return undefined;
  // Without lactation the time named "pregnancy and lactation" ends with the delivery.
  if (view.index?.lactation?.breastfed === "no") return { earliest: 0, latest: 0 };
  if (view.index?.lactation?.stillBreastfeeding === true) return NO_END;
  return view.weaned;
}

function startsAfter(time: Interval, when: When | undefined, window: ResolvedWindow): Certainty {
  const weeks = when?.gestationalWeeks;
  if (weeks !== undefined && window.fromGestationalWeek !== undefined) {
    const [earliest, latest] = typeof weeks === "number" ? [weeks, weeks] : weeks;
    return liesWithin({ earliest, latest }, { earliest: window.fromGestationalWeek, latest: Number.POSITIVE_INFINITY });
  }
  if (time.earliest >= window.from.latest) return "yes";
  return time.latest < window.from.earliest ? "no" : "perhaps";
}

function endsBefore(time: Interval, to: Interval | undefined): Certainty {
  if (time.latest <= (to?.earliest ?? 0)) return "yes";
  return time.earliest > (to?.latest ?? Number.POSITIVE_INFINITY) ? "no" : "perhaps";
}
