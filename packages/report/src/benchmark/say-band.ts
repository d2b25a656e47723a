import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import type { BenchmarkPoint, SiteBenchmark, WomenSd } from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { coveredMonths, sayNotCompared, saySelection } from "./say-benchmark.ts";

/** The band of a site in one line: curve, SD between women, what it rests on; or why there is none. */
export function sayBand(site: SiteBenchmark, t: Terms): string {
  if (site.kind === "noBand") return `${headed(sayNotCompared("noBand", site, t))}${t.lang === "zh" ? "。" : "."}`;
  return say(
    BAND,
    {
      asymptote: t.fixed(site.asymptotePercent, 1),
      timeConstant: t.fixed(site.timeConstantMonths, 1),
      isBorrowed: site.timeConstantFrom === "borrowed",
      sd: t.fixed(site.womenSd.points, 1),
      sdFrom: t.text(SD_WORDS[site.womenSd.kind]),
      months: coveredMonths(site, t) ?? "",
      selection: saySelection(site, t),
    },
    t,
  );
}

const SD_WORDS: Readonly<Record<WomenSd["kind"], Text>> = {
  reported: { en: "reported", zh: "文献给出" },
  pooled: { en: "pooled from the groups that report one", zh: "由给出离散度的各组合并" },
  assumed: { en: "assumed", zh: "假定" },
};

const BAND: Phrase<
  Readonly<Record<"asymptote" | "timeConstant" | "sd" | "sdFrom" | "months" | "selection", string>> & {
    readonly isBorrowed: boolean;
  }
> = {
  en: ({ asymptote, timeConstant, isBorrowed, sd, sdFrom, months, selection }) =>
    `A = ${asymptote}%, time constant τ = ${timeConstant} months${isBorrowed ? " (that of the lumbar spine: this site cannot tell its own)" : ""}; SD between women ${sd} percentage points (${sdFrom}); months ${months} after weaning; ${selection}.`,
  zh: ({ asymptote, timeConstant, isBorrowed, sd, sdFrom, months, selection }) =>
    `A = ${asymptote}%，时间常数 τ = ${timeConstant}个月${isBorrowed ? "（借用腰椎，本部位数据不足以估计）" : ""}；个体间标准差${sd}个百分点（${sdFrom}）；停止哺乳后${months}个月；${selection}。`,
};

/** "Hong 2018, month 12: +7.5%, 5 women; PLO without a bone drug": one point with why it is taken, or only shown. */
export function sayPoint(point: BenchmarkPoint, t: Terms): string {
  const value =
    point.range === undefined || point.percent !== undefined
      ? `${t.signed(point.percent ?? 0, 1)}%`
      : rangeText(point.range, t);
  return say(
    POINT,
    {
      study: point.label,
      months: t.months(point.monthsSinceWeaning),
      value,
      women: point.women,
      isShown: point.use === "shown",
      because: t.text(point.because),
    },
    t,
  );
}

function rangeText([low, high]: readonly [number, number], t: Terms): string {
  const [from, to] = [t.signed(low, 1), t.signed(high, 1)];
  return t.lang === "zh" ? `${from}%～${to}%` : `${from} to ${to}%`;
}

const POINT: Phrase<{
  readonly study: string;
  readonly months: string;
  readonly value: string;
  readonly women: number | undefined;
  readonly isShown: boolean;
  readonly because: string;
}> = {
  en: ({ study, months, value, women, isShown, because }, t) =>
    `${study}, month ${months}: ${value}${women === undefined ? "" : `, ${women} ${t.count(women, "woman", "women")}`}${isShown ? ", shown and not counted" : ""} (${because})`,
  zh: ({ study, months, value, women, isShown, because }) =>
    `${study}，${months}个月：${value}${women === undefined ? "" : `，${women}例`}${isShown ? "，仅列出而不计入" : ""}（${because}）`,
};
