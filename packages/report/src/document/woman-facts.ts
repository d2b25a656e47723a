import {
  bmi,
  type CaseView,
  type FractureSite,
  fracturedLevels,
  hasVertebraWithoutLevel,
  isVertebra,
  localText,
  SKELETAL_SITES,
  type SkeletalSite,
  type Terms,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { numberOrRange, printedMonthInterval } from "../tables/printed.ts";
import { REPORT_WORDS } from "./words.ts";

/** One line about the woman: age, parity, delivery, BMI, diagnosis, weaning, comorbidities; only what is recorded. */
export function summaryLine(view: CaseView, t: Terms): string {
  const facts = [
    ...personFacts(view, t),
    ...deliveryFacts(view, t),
    ...courseFacts(view, t),
    ...conditionFacts(view, t),
  ];
  return facts.length === 0 ? t.text(REPORT_WORDS.notRecorded) : headed(facts.join(" · "));
}

/** The short form for a card: age, delivery, month of diagnosis. */
export function shortLine(view: CaseView, t: Terms): string {
  const age = view.record.person?.ageYears;
  const mode = view.index?.deliveryMode;
  return [
    ...(age === undefined ? [] : [ageText(age, t)]),
    ...(mode === undefined || mode === "notReported" ? [] : [t.word("deliveryMode", mode)]),
    ...diagnosisFact(view, t),
  ].join(" · ");
}

/** Fractured sites, vertebrae first and from the top down: "L4", "T9, T11, T12, hip"; one without a level after the named. */
export function fractureSites(view: CaseView, t: Terms): readonly string[] {
  const levels: readonly FractureSite[] = fracturedLevels(view);
  const unnamed: readonly FractureSite[] = hasVertebraWithoutLevel(view) ? ["vertebra"] : [];
  const others = view.fractures.map(({ entry }) => entry.site).filter((site) => !isVertebra(site));
  return [...levels, ...unnamed, ...new Set(others)].map((site) => t.word("fractureSite", site));
}

/** The lowest Z-score of the diagnostic scan with its site; `tOnly` when only T-scores are there. */
export function lowestZ(
  view: CaseView,
): { readonly zScore: number; readonly site: SkeletalSite } | "tOnly" | undefined {
  const sites = view.diagnosticScan?.entry.sites ?? {};
  let lowest: { readonly zScore: number; readonly site: SkeletalSite } | undefined;
  let hasT = false;
  for (const site of SKELETAL_SITES) {
    const reading = sites[site];
    hasT ||= reading?.tScore !== undefined;
    if (reading?.zScore !== undefined && (lowest === undefined || reading.zScore < lowest.zScore)) {
      lowest = { zScore: reading.zScore, site };
    }
  }
  return lowest ?? (hasT ? "tOnly" : undefined);
}

function personFacts(view: CaseView, t: Terms): readonly string[] {
  const person = view.record.person;
  if (person === undefined) return [];
  const index = bmi(person);
  const at = person.ageAt === undefined || person.ageAt === "notStated" ? "" : ` ${t.word("ageAt", person.ageAt)}`;
  return [
    ...(person.ageYears === undefined ? [] : [`${ageText(person.ageYears, t)}${at}`]),
    ...(person.ethnicity === undefined ? [] : [localText(person.ethnicity, t.lang)]),
    ...(index === undefined ? [] : [`BMI ${t.fixed(index, 2)} kg/m²`]),
  ];
}

function deliveryFacts(view: CaseView, t: Terms): readonly string[] {
  const zh = t.lang === "zh";
  const { index } = view;
  if (index === undefined) return [];
  const fetuses = index.fetuses;
  return [
    ...(index.parity === undefined ? [] : [parityText(index.parity, t)]),
    ...(index.deliveryMode === undefined || index.deliveryMode === "notReported"
      ? []
      : [t.word("deliveryMode", index.deliveryMode)]),
    ...(fetuses === undefined || fetuses < 2 ? [] : [zh ? `${fetuses}胎妊娠` : `${fetuses} fetuses`]),
  ];
}

function courseFacts(view: CaseView, t: Terms): readonly string[] {
  const zh = t.lang === "zh";
  const weaned = view.weaned;
  const months = weaned === undefined ? "" : printedMonthInterval(weaned, t);
  return [
    ...diagnosisFact(view, t),
    ...(weaned === undefined ? [] : [zh ? `产后${months}个月停止哺乳` : `weaned at month ${months}`]),
  ];
}

function diagnosisFact(view: CaseView, t: Terms): readonly string[] {
  if (view.diagnosis === undefined) return [];
  const months = printedMonthInterval(view.diagnosis, t);
  return [t.lang === "zh" ? `产后${months}个月确诊` : `diagnosed at month ${months}`];
}

function conditionFacts(view: CaseView, t: Terms): readonly string[] {
  const zh = t.lang === "zh";
  return (view.record.comorbidities ?? []).map((comorbidity) => {
    const name =
      comorbidity.name === undefined ? t.word("condition", comorbidity.condition) : localText(comorbidity.name, t.lang);
    const years = comorbidity.durationYearsMoreThan;
    const since = years === undefined ? "" : zh ? `（${years}年余）` : ` (more than ${years} years)`;
    const doubt = comorbidity.certainty === "suspected" ? (zh ? "（疑似）" : " (suspected)") : "";
    return `${name}${since}${doubt}`;
  });
}

function ageText(years: number, t: Terms): string {
  return t.lang === "zh" ? `${numberOrRange(years, "zh")}岁` : `${numberOrRange(years, "en")} years`;
}

function parityText(parity: number, t: Terms): string {
  if (parity === 1) return t.lang === "zh" ? "初产妇" : "first birth";
  return t.lang === "zh" ? `产次${parity}` : `parity ${parity}`;
}
