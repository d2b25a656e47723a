import {
  createTerms,
  type DefinitionWindow,
  definitions,
  type Lang,
  latePregnancy,
  type PloDefinition,
  publishedWindows,
  type Terms,
} from "@materbone/clinical";
import { code, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const definitionsPage: Page = {
  name: "definitions",
  title: { en: "Definitions of PLO", zh: "PLO 定义" },
  about: {
    en: "Every definition that `assess` applies: window, fracture, density, exclusion, source.",
    zh: "`assess` 所用的全部定义：时间窗、骨折、骨密度、排除条件及来源。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      sourceStatusNote[lang],
      ...definitions.map((definition) => definitionText(definition, lang)),
      `## ${{ en: "Late pregnancy", zh: "妊娠晚期" }[lang]}`,
      LATE[lang],
      latePregnancy.sources.map((source) => `- ${sourceText(source, lang)}`).join("\n"),
      `## ${{ en: "Window edges of the sensitivity table", zh: "敏感性分析表的时间窗" }[lang]}`,
      table(
        { en: ["Months after delivery", "Source"], zh: ["产后月数", "来源"] }[lang],
        publishedWindows.map(({ months, source }) => [String(months), sourceText(source, lang)]),
      ),
    ].join("\n\n"),
};

const INTRO = {
  en: "Each definition has up to four criteria: `timing`, `fragility-fracture`, `density`, `exclusion`. A criterion is `met`, `notMet` or `undecided`; one `notMet` makes the outcome `notConsistent`, all `met` makes it `consistent`, anything else is `undecided`. Limits are inside. Z-scores are classed as printed, with one decimal. What is not documented is never taken as excluded.",
  zh: "每个定义最多有四项标准：`timing`（发生时间）、`fragility-fracture`（脆性骨折）、`density`（骨密度）、`exclusion`（排除其他病因）。每项为 `met`（符合）、`notMet`（不符合）或 `undecided`（无法判定）；任一项 `notMet` 则结果为 `notConsistent`，全部 `met` 则为 `consistent`，其余为 `undecided`。界限值含在内；Z 值按印刷的一位小数判定；未记录不等于已排除。",
};

const LATE = {
  en: `Where the gestational age at delivery is recorded, late pregnancy begins at week ${latePregnancy.fromGestationalWeek} + 0; a time given in weeks of gestation is held against that week directly. Where it is not recorded, it begins ${latePregnancy.monthsBeforeDelivery} months before delivery.`,
  zh: `记录了分娩孕周时，妊娠晚期自第 ${latePregnancy.fromGestationalWeek} 周起；以孕周给出的时间直接与该周比较。未记录分娩孕周时，自分娩前 ${latePregnancy.monthsBeforeDelivery} 个月起。`,
};

function definitionText(definition: PloDefinition, lang: Lang): string {
  const terms = createTerms(lang);
  const labels = {
    en: ["Version", "Window", "Fracture", "Density", "Other causes excluded", "Source", "Reading"],
    zh: ["版本", "时间窗", "骨折", "骨密度", "排除其他病因", "来源", "解读"],
  }[lang];
  const excluded = definition.exclusionRequired
    ? { en: "required", zh: "须满足" }
    : { en: "not asked for", zh: "未要求" };
  const values = [
    definition.version,
    windowText(definition.window, lang),
    fractureText(definition, terms),
    densityText(definition, terms),
    excluded[lang],
    sourceText(definition.source, lang),
    definition.note?.[lang] ?? "",
  ];
  const lines = values.flatMap((value, position) =>
    value === "" ? [] : [`- ${labels[position]}${lang === "zh" ? "：" : ": "}${value}`],
  );
  return `## ${definition.name[lang]} (${code(definition.id)})\n\n${lines.join("\n")}`;
}

const EVENTS = {
  fracture: { en: "fracture", zh: "骨折" },
  diagnosis: { en: "diagnosis", zh: "诊断" },
  scan: { en: "bone density scan", zh: "骨密度检查" },
};

function windowText(window: DefinitionWindow, lang: Lang): string {
  const starts = {
    pregnancy: { en: "conception", zh: "妊娠开始" },
    latePregnancy: { en: "late pregnancy", zh: "妊娠晚期" },
    delivery: { en: "delivery", zh: "分娩" },
  };
  const from =
    typeof window.from === "number"
      ? { en: `${-window.from} months before delivery`, zh: `分娩前 ${-window.from} 个月` }
      : starts[window.from];
  const end = (): Readonly<Record<Lang, string>> => {
    if (window.toMonths !== undefined)
      return { en: `${window.toMonths} months after delivery`, zh: `产后 ${window.toMonths} 个月` };
    return window.to === "weaning"
      ? { en: "weaning", zh: "停止哺乳" }
      : {
          en: "an end that the source does not name (the time after delivery stays undecided)",
          zh: "原文未写明的终点（产后时间保持无法判定）",
        };
  };
  const event = EVENTS[window.event][lang];
  return lang === "zh" ? `${event}发生于${from.zh}至${end().zh}` : `${event} from ${from.en} to ${end().en}`;
}

function fractureText({ fracture }: PloDefinition, terms: Terms): string {
  const { lang } = terms;
  if (fracture === undefined) return { en: "not asked for", zh: "未要求" }[lang];
  const vertebra = { en: "vertebra (T4 to L5)", zh: "椎体（T4 至 L5）" }[lang];
  const sites =
    fracture.sites === "any"
      ? { en: "any site", zh: "任何部位" }[lang]
      : terms.either(fracture.sites.map((site) => (site === "vertebra" ? vertebra : terms.word("fractureSite", site))));
  const parts = [
    sites,
    fracture.mechanism === "fragility"
      ? { en: "not high-energy", zh: "非高能量损伤" }[lang]
      : { en: "any mechanism", zh: "不限损伤机制" }[lang],
    fracture.otherSites === "open"
      ? { en: "other sites stay undecided", zh: "其他部位保持无法判定" }[lang]
      : { en: "other sites do not count", zh: "其他部位不计" }[lang],
  ];
  if (fracture.orHipPain === true)
    parts.push({ en: "hip or groin pain counts in its place", zh: "髋部或腹股沟疼痛可代替骨折" }[lang]);
  if (fracture.orLowDensity === true)
    parts.push(
      { en: "low density counts in its place, without a threshold", zh: "低骨密度可代替骨折，未给界值" }[lang],
    );
  return parts.join(lang === "zh" ? "；" : "; ");
}

function densityText({ density }: PloDefinition, terms: Terms): string {
  const { lang } = terms;
  if (density === undefined) return { en: "not asked for", zh: "未要求" }[lang];
  const operator = density.operator === "<=" ? "≤" : "<";
  const threshold = `Z ${operator} ${terms.fixed(density.threshold, 1)}`;
  const sites = density.sites.map((site) => terms.site(site));
  if (lang === "zh") return `${terms.series(sites)}中${density.rule === "any" ? "任一" : "全部"}部位 ${threshold}`;
  return `${threshold} at ${density.rule === "any" ? "any" : "every one"} of ${terms.series(sites)}`;
}
