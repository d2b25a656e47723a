import {
  type CaseView,
  type Delay,
  type Interval,
  isBoneActive,
  type Milestone,
  milestoneTime,
  monthsOf,
  type Terms,
} from "@materbone/clinical";
import { headed, isTimed } from "../figures/time-words.ts";
import { DELAY_NAMES, MILESTONES } from "../tables/words.ts";
import type { Explanation } from "./explanation.ts";
import { colon, term } from "./numbers.ts";

/** Months between two milestones, shortest and longest where a time is a range; `undefined` when one is not known. */
export function explainDelay(view: CaseView, delay: Delay, terms: Terms): Explanation | undefined {
  const from = milestoneTime(view, delay.from);
  const to = milestoneTime(view, delay.to);
  if (from === undefined || to === undefined || delay.months === undefined) return undefined;
  const isOne = from.earliest === from.latest && to.earliest === to.latest;
  return {
    title: headed(terms.text(DELAY_NAMES[delay.id])),
    steps: [
      FORMULA[terms.lang](terms.text(MILESTONES[delay.to]), terms.text(MILESTONES[delay.from])),
      ...(isOne
        ? [difference(to.earliest, from.earliest, terms)]
        : [
            ...step(SHORTEST[terms.lang], to.earliest, from.latest, terms),
            ...step(LONGEST[terms.lang], to.latest, from.earliest, terms),
          ]),
    ],
    facts: [delay.from, delay.to].map((milestone) => ({
      words: colon(headed(terms.text(MILESTONES[milestone])), monthWords(milestoneTime(view, milestone), terms), terms),
      at: milestonePlace(view, milestone),
    })),
    notes: delay.undated.length > 0 ? [terms.text(UNDATED)] : [],
    source: undefined,
  };
}

/** JSON Pointer of the entry that a milestone's time is taken from; `undefined` when it has none. */
export function milestonePlace(view: CaseView, milestone: Milestone): string | undefined {
  const time = milestoneTime(view, milestone);
  if (time === undefined) return undefined;
  const isIt = (when: Interval | undefined): boolean => when?.earliest === time.earliest;
  switch (milestone) {
    case "delivery":
      return view.index === undefined ? undefined : view.indexAt;
    case "symptom":
      return placed(
        "/symptoms",
        (view.record.symptoms ?? []).findIndex((each) => isIt(monthsOf(each.onset, view.frame))),
      );
    case "fracture":
      return view.fractures.find((each) => isIt(each.when))?.at;
    case "diagnosis":
      return placed(
        "/events",
        (view.record.events ?? []).findIndex(
          (each) => each.kind === "diagnosis" && isIt(monthsOf(each.at, view.frame)),
        ),
      );
    case "weaning":
      return `${view.indexAt}/lactation`;
    case "firstBoneDrug":
      return view.treatments.find((each) => isBoneActive(each.entry.agent) && isIt(each.when))?.at;
  }
}

function placed(list: string, position: number): string | undefined {
  return position < 0 ? undefined : `${list}/${position}`;
}

function step(name: string, later: number, earlier: number, terms: Terms): readonly string[] {
  if (!Number.isFinite(later) || !Number.isFinite(earlier)) return [colon(name, terms.text(NOT_BOUNDED), terms)];
  return [colon(name, difference(later, earlier, terms), terms)];
}

function difference(later: number, earlier: number, terms: Terms): string {
  const [a, b, result] = [later, earlier, later - earlier].map((months) => terms.months(months));
  const unit = terms.lang === "zh" ? "个月" : terms.count(later - earlier, " month", " months");
  return `${a} − ${term(b ?? "")} = ${result}${unit}`;
}

function monthWords(time: Interval | undefined, terms: Terms): string {
  if (!isTimed(time)) return terms.monthInterval(undefined);
  return terms.lang === "zh" ? `产后${terms.monthInterval(time)}个月` : `month ${terms.monthInterval(time)}`;
}

const FORMULA = {
  en: (to: string, from: string): string => `month of ${to} − month of ${from}`,
  zh: (to: string, from: string): string => `${to}（产后月数）− ${from}（产后月数）`,
};
const SHORTEST = { en: "Shortest", zh: "最短" };
const LONGEST = { en: "Longest", zh: "最长" };
const NOT_BOUNDED = { en: "no limit is recorded", zh: "未记录界限" };
const UNDATED = {
  en: "Another entry has no time and could be earlier.",
  zh: "另有一项未记录时间，可能更早。",
};
