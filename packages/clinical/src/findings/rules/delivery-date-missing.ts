import { caseRule } from "../rule.ts";
import { assumed } from "./cited.ts";

type DeliveryDateFacts = { readonly dates: number };

/** Calendar dates mean months postpartum only against a dated delivery; without one every window stays undecided. */
export const deliveryDateMissing = caseRule<DeliveryDateFacts>({
  id: "delivery-date-missing",
  severity: "major",
  reads: [
    "pregnancies[].deliveredAt",
    "pregnancies[].lactation.weaned",
    "symptoms[].onset",
    "fractures[].at",
    "events[].at",
    "scans[].at",
    "laboratory[].at",
    "treatments[].start",
  ],
  source: assumed(
    "Materbone: times of a record are months from the index delivery",
    "a date alone cannot be converted",
  ),
  title: {
    en: "Are there calendar dates and no delivery date to count them from?",
    zh: "记录中有日历日期，但是否缺少可供换算的分娩日期？",
  },
  message: {
    en: ({ dates }, t) =>
      `${dates} ${t.count(dates, "time is a calendar date", "times are calendar dates")} and the index delivery has none: months postpartum cannot be counted. Record deliveredAt of the index pregnancy.`,
    zh: ({ dates }) =>
      `有 ${dates} 处时间为日历日期，而本次分娩未记录日期，无法换算为产后月数。请补充本次妊娠的分娩日期（deliveredAt）。`,
  },
  find: ({ record, frame, indexAt }) => {
    if (frame.delivery !== undefined) return [];
    const times = [
      ...(record.symptoms ?? []).map(({ onset }) => onset),
      ...(record.fractures ?? []).map(({ at }) => at),
      ...(record.events ?? []).map(({ at }) => at),
      ...(record.scans ?? []).map(({ at }) => at),
      ...(record.laboratory ?? []).map(({ at }) => at),
      ...(record.treatments ?? []).map(({ start }) => start),
      ...(record.pregnancies ?? []).map(({ lactation }) => lactation?.weaned),
    ];
    const dates = times.filter((time) => time?.date !== undefined).length;
    if (dates === 0) return [];
    const at = record.pregnancies === undefined ? "/pregnancies" : `${indexAt}/deliveredAt`;
    return [{ at, facts: { dates } }];
  },
});
