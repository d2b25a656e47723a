import { definitionById, latePregnancy } from "../../criteria/definition.ts";
import { type FractureSite, isVertebra } from "../../record/fracture.ts";
import { type Interval, liesWithin } from "../../time/interval.ts";
import { monthsOf } from "../../time/time-frame.ts";
import { caseRule } from "../rule.ts";
import { read } from "./cited.ts";
import { commonPlace } from "./place.ts";

type RecurrenceFacts = {
  readonly deliveryMonths: readonly number[];
  readonly sites: readonly FractureSite[];
  /** Is there a fracture before them, or are they the first? */
  readonly isRecurrence: boolean;
};

/** A fracture in the window of a later delivery is dated from that one: the months from the index delivery mislead. */
export const recurrenceAfterLaterDelivery = caseRule<RecurrenceFacts>({
  id: "recurrence-after-later-delivery",
  severity: "info",
  reads: ["pregnancies[].deliveredAt", "fractures[].at"],
  source: read(
    "Kyvernitakis 2018, 107 women with PLO, Osteoporosis International, abstract: 6 of 30 fractured in another pregnancy",
    "10.1007/s00198-017-4239-1",
  ),
  title: {
    en: "Is there a fracture around a delivery later than the index delivery?",
    zh: "指示分娩之后的再次分娩前后是否发生骨折？",
  },
  message: {
    en: ({ sites, deliveryMonths, isRecurrence }, t) =>
      `Fracture (${t.list(sites.map(t.site))}) around a later delivery, ${t.list(deliveryMonths.map(t.months))} months after the index delivery: ${isRecurrence ? "a recurrence, dated from that delivery" : "no fracture is recorded before it, so check whether that delivery is the index"}.`,
    zh: ({ sites, deliveryMonths, isRecurrence }, t) =>
      `指示分娩后 ${t.list(deliveryMonths.map(t.months))} 个月再次分娩前后发生骨折（${t.list(sites.map(t.site))}）：${isRecurrence ? "属复发，时间应从该次分娩算起" : "此前未记录骨折，请核对指示分娩是否应为该次分娩"}。`,
  },
  find: (view) => {
    const { pregnancies } = view.record;
    if (pregnancies === undefined || pregnancies.length < 2) return [];
    const deliveryMonths: number[] = [];
    const sites = new Set<FractureSite>();
    const places: string[] = [];
    for (const pregnancy of pregnancies) {
      const delivered = pregnancy === view.index ? undefined : monthsOf(pregnancy.deliveredAt, view.frame);
      if (delivered === undefined || !(delivered.earliest > 0)) continue;
      const window = windowOf(delivered);
      const inside = view.fractures.filter(
        ({ entry, when }) =>
          entry.mechanism !== "highEnergy" &&
          (isVertebra(entry.site) || entry.site === "hip") &&
          when !== undefined &&
          liesWithin(when, window) === "yes",
      );
      if (inside.length === 0) continue;
      deliveryMonths.push(delivered.earliest);
      for (const { entry, at } of inside) {
        sites.add(entry.site);
        places.push(at);
      }
    }
    if (places.length === 0) return [];
    const isRecurrence = view.fractures.length > places.length;
    return [{ at: commonPlace(places), facts: { deliveryMonths, sites: [...sites], isRecurrence } }];
  },
});

const AFTER_DELIVERY_MONTHS = definitionById("paper-any-site").window.toMonths ?? 0;

/** Decidedly inside for every reading of the delivery. */
function windowOf(delivered: Interval): Interval {
  return {
    earliest: delivered.latest - latePregnancy.monthsBeforeDelivery,
    latest: delivered.earliest + AFTER_DELIVERY_MONTHS,
  };
}
