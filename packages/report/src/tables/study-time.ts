import type { Study, Terms } from "@materbone/clinical";
import { numberOrRange, plainNumber } from "./printed.ts";
import { MISSING } from "./table.ts";
import { TABLE_WORDS } from "./words.ts";

/** Time of diagnosis in the unit that the series prints it in: "1.5 months postpartum (median)". */
export function diagnosisText(study: Study, t: Terms): string {
  if (study.diagnosis === undefined) return MISSING[t.lang];
  const time = timeText(study.diagnosis, t);
  const isOpen = study.diagnosis.statistic === "median" || study.diagnosis.statistic === "mean";
  const statistic = t.word("statistic", study.diagnosis.statistic);
  const zh = t.lang === "zh";
  const twins = study.fetuses === 2 ? t.text(TABLE_WORDS.twins) : undefined;
  const withStatistic = isOpen ? (zh ? `${time}（${statistic}）` : `${time} (${statistic})`) : time;
  return twins === undefined ? withStatistic : `${twins}${zh ? "，" : ", "}${withStatistic}`;
}

function timeText(diagnosis: NonNullable<Study["diagnosis"]>, t: Terms): string {
  const { months, printedAs, printedValue } = diagnosis;
  const zh = t.lang === "zh";
  switch (printedAs) {
    case "weeksPostpartum":
      if (printedValue === undefined) break;
      return zh
        ? `产后${plainNumber(printedValue)}周`
        : `${plainNumber(printedValue)} ${t.count(printedValue, "week", "weeks")} postpartum`;
    case "monthOfPregnancy":
      if (printedValue === undefined) break;
      return zh ? `妊娠第${plainNumber(printedValue)}个月` : `month ${plainNumber(printedValue)} of pregnancy`;
    case "lateMonthsOfPregnancyTo": {
      const from = typeof months === "number" ? months : months[0];
      const to = printedValue ?? (typeof months === "number" ? months : months[1]);
      return zh
        ? `妊娠最后${plainNumber(-from)}个月至产后${plainNumber(to)}个月`
        : `last ${plainNumber(-from)} months of pregnancy to ${plainNumber(to)} months postpartum`;
    }
    case "monthsPostpartum":
    case undefined:
      break;
  }
  if (typeof months !== "number") return aroundDelivery(months, t);
  const value = printedValue ?? months;
  if (value < 0) return aroundDelivery([value, value], t);
  return zh ? `产后${plainNumber(value)}个月` : `${plainNumber(value)} ${t.count(value, "month", "months")} postpartum`;
}

function aroundDelivery(months: readonly [number, number], t: Terms): string {
  const zh = t.lang === "zh";
  const [from, to] = months;
  if (from >= 0)
    return zh ? `产后${numberOrRange(months, "zh")}个月` : `${numberOrRange(months, "en")} months postpartum`;
  if (to <= 0) {
    const before = numberOrRange([-to, -from], t.lang);
    return zh ? `产前${before}个月` : `${before} months before delivery`;
  }
  return zh
    ? `产前${plainNumber(-from)}个月至产后${plainNumber(to)}个月`
    : `${plainNumber(-from)} months before to ${plainNumber(to)} months after delivery`;
}
