import type { Text } from "../../language/text.ts";
import type { CaseView } from "../../record/case-view.ts";
import { type Interval, isNotAfter } from "../../time/interval.ts";
import { monthsOf } from "../../time/time-frame.ts";
import { caseRule } from "../rule.ts";
import { assumed } from "./cited.ts";
import { commonPlace } from "./place.ts";
import { deliveryOf } from "./pregnancy-times.ts";

type Conflict =
  | "weanedBeforeDelivery"
  | "weanedBeforeLactation"
  | "weanedAndStillBreastfeeding"
  | "treatmentEndsBeforeStart"
  | "symptomEndsBeforeOnset";
type Contradiction = {
  readonly conflict: Conflict;
  /** JSON Pointer of the time that cannot be. */
  readonly at: string;
};
type TimeInconsistentFacts = { readonly conflicts: readonly Contradiction[] };

const WORDS: Readonly<Record<Conflict, Text>> = {
  weanedBeforeDelivery: { en: "weaning lies before the delivery", zh: "停哺乳早于分娩" },
  weanedBeforeLactation: { en: "weaning lies before the start of breastfeeding", zh: "停哺乳早于开始哺乳" },
  weanedAndStillBreastfeeding: { en: "weaned and still breastfeeding", zh: "既记录停哺乳又记录仍在哺乳" },
  treatmentEndsBeforeStart: { en: "a treatment ends before it starts", zh: "治疗结束早于开始" },
  symptomEndsBeforeOnset: { en: "a symptom ends before its onset", zh: "症状消失早于出现" },
};

/** Only what no reading of the recorded times can put in order. */
export const timeInconsistent = caseRule<TimeInconsistentFacts>({
  id: "time-inconsistent",
  severity: "major",
  reads: [
    "pregnancies[].lactation",
    "pregnancies[].deliveredAt",
    "treatments[].start",
    "treatments[].end",
    "symptoms[].onset",
    "symptoms[].end",
  ],
  source: assumed("Materbone: order of events in a record", "an end cannot lie before its beginning"),
  title: { en: "Do recorded times contradict each other?", zh: "记录的时间是否相互矛盾？" },
  message: {
    en: ({ conflicts }, t) =>
      `The recorded times contradict each other: ${t.series(conflicts.map(({ conflict, at }) => `${t.text(WORDS[conflict])} (${at})`))}.`,
    zh: ({ conflicts }, t) =>
      `记录的时间相互矛盾：${t.series(conflicts.map(({ conflict, at }) => `${t.text(WORDS[conflict])}（${at}）`))}。`,
  },
  find: (view) => {
    const conflicts: Contradiction[] = [];
    const note = (conflict: Conflict, at: string) => {
      conflicts.push({ conflict, at });
    };
    lactationConflicts(view, note);
    for (const { when, end, at } of view.treatments) {
      if (isDecidedlyBefore(end, when)) note("treatmentEndsBeforeStart", `${at}/end`);
    }
    for (const [position, { onset, end }] of (view.record.symptoms ?? []).entries()) {
      if (end === undefined || onset === undefined) continue;
      if (isDecidedlyBefore(monthsOf(end, view.frame), monthsOf(onset, view.frame))) {
        note("symptomEndsBeforeOnset", `/symptoms/${position}/end`);
      }
    }
    if (conflicts.length === 0) return [];
    return [{ at: commonPlace(conflicts.map(({ at }) => at)), facts: { conflicts } }];
  },
});

function lactationConflicts(view: CaseView, note: (conflict: Conflict, at: string) => void): void {
  for (const [position, pregnancy] of (view.record.pregnancies ?? []).entries()) {
    const { lactation } = pregnancy;
    if (lactation?.weaned === undefined) continue;
    const at = `/pregnancies/${position}/lactation/weaned`;
    const weaned = monthsOf(lactation.weaned, view.frame);
    if (isDecidedlyBefore(weaned, deliveryOf(pregnancy, view))) note("weanedBeforeDelivery", at);
    else if (isDecidedlyBefore(weaned, monthsOf(lactation.start, view.frame))) note("weanedBeforeLactation", at);
    if (lactation.stillBreastfeeding === true) note("weanedAndStillBreastfeeding", at);
  }
}

function isDecidedlyBefore(time: Interval | undefined, other: Interval | undefined): boolean {
  return time !== undefined && other !== undefined && isNotAfter(other, time) === "no";
}
