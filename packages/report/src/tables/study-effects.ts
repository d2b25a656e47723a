import { roundHalfAway, type Study, type StudyEffect, type Terms } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedDuration } from "./printed.ts";
import { MISSING } from "./table.ts";

/** Effects of one time and metric, told in one clause. */
type Moment = { readonly metric: StudyEffect["metric"]; readonly atMonths: number; readonly effects: StudyEffect[] };

/**
 * What happened to BMD, with the printed digits, the time and the statistic of each value: "At 6 months: lumbar spine
 * +11.5% (median), femoral neck +5.2%". Time points that the study calls higher without a number follow.
 */
export function effectSentence(study: Study, t: Terms): string {
  const clauses = momentsOf(study.effects).map((moment) => momentText(moment, t));
  const further = furtherText(study.furtherRiseAtMonths ?? [], t);
  const parts = further === undefined ? clauses : [...clauses, further];
  if (parts.length === 0) return MISSING[t.lang];
  const text = parts.join(t.lang === "zh" ? "；" : "; ");
  return headed(text);
}

/** The printed percent with its sign: "+11.5%", "−1.5%", "0%". */
function printedPercent(percent: StudyEffect["percent"]): string {
  const text = String(percent).replace(/^\+/, "");
  if (text.startsWith("-")) return `\u2212${text.slice(1)}%`;
  return roundHalfAway(Number(text), 6) === 0 ? `${text}%` : `+${text}%`;
}

function momentsOf(effects: readonly StudyEffect[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (const effect of effects) {
    const known = moments.find((moment) => moment.metric === effect.metric && moment.atMonths === effect.atMonths);
    if (known === undefined) moments.push({ metric: effect.metric, atMonths: effect.atMonths, effects: [effect] });
    else known.effects.push(effect);
  }
  return moments;
}

function momentText(moment: Moment, t: Terms): string {
  const zh = t.lang === "zh";
  const isMean = moment.effects.every((effect) => effect.statistic === "mean");
  const values = moment.effects.map((effect) => valueText(effect, isMean, t)).join(zh ? "，" : ", ");
  if (moment.metric === "annualPercentChange") {
    if (zh) return `BMD${isMean ? "年均变化" : "年变化"}：${values}`;
    return `${isMean ? "mean change per year" : "change per year"}: ${values}`;
  }
  const time = printedDuration(moment.atMonths, t.lang);
  if (zh) return `${time}时BMD${isMean ? "平均变化" : "变化"}：${values}`;
  return `at ${time}${isMean ? ", mean" : ""}: ${values}`;
}

function valueText(effect: StudyEffect, isMean: boolean, t: Terms): string {
  const value = `${t.site(effect.site)} ${printedPercent(effect.percent)}`;
  if (isMean || (effect.statistic !== "mean" && effect.statistic !== "median")) return value;
  const statistic = t.word("statistic", effect.statistic);
  return t.lang === "zh" ? `${value}（${statistic}）` : `${value} (${statistic})`;
}

/** Further time points are listed in months, as one scale. */
function furtherText(months: readonly number[], t: Terms): string | undefined {
  if (months.length === 0) return undefined;
  const numbers = months.map(String);
  return t.lang === "zh"
    ? `第${t.series(numbers)}个月持续升高（未给出数值）`
    : `still higher at ${t.list(numbers)} months (no values given)`;
}
