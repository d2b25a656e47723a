import {
  type AnyRule,
  claimKinds,
  createTerms,
  firstDrugGapMonths,
  type Lang,
  ruleLimits,
  rules,
  type Source,
  seriesRuleLimits,
} from "@materbone/clinical";
import { code, codes, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const rulesPage: Page = {
  name: "rules",
  title: { en: "Rules", zh: "核查规则" },
  about: {
    en: "Every rule that raises a finding, and the kinds of claim that are tested.",
    zh: "提出疑问的全部规则，以及可检验的论断种类。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      sourceStatusNote[lang],
      `## ${{ en: "Rules about one woman", zh: "针对单个病例的规则" }[lang]}`,
      ...rules.filter((rule) => rule.scope === "case").map((rule) => ruleText(rule, lang)),
      `## ${{ en: "Rules about the series", zh: "针对整个系列的规则" }[lang]}`,
      ...rules.filter((rule) => rule.scope === "series").map((rule) => ruleText(rule, lang)),
      `## ${{ en: "Limits that the rules use", zh: "规则所用界值" }[lang]}`,
      limitTable(lang),
      `## ${{ en: "Kinds of claim", zh: "论断种类" }[lang]}`,
      CLAIMS[lang],
      claimTable(lang),
    ].join("\n\n"),
};

const INTRO = {
  en: "A rule asks a question about one place of the record. It never corrects a value. `check` prints the findings; a reader answers one in `reviews` of `series.json` by rule id, case and place, and it stays in the list as explained or accepted.",
  zh: "规则只就记录的某一处提出疑问，从不改动数值。`check` 列出全部疑问；读者可在 `series.json` 的 `reviews` 中按规则编号、病例及位置作答，该疑问仍保留在清单中，状态改为“已说明”或“已接受”。",
};

const CLAIMS = {
  en: "What the authors say is recorded in `claims` and tested against the record; one that is not supported becomes a finding `claim-not-supported` of the severity below. `statement` and `hypothesis` are kept in words and not tested.",
  zh: "作者的论断记录在 `claims` 中并与记录核对；不被支持者成为 `claim-not-supported` 疑问，级别见下表。`statement` 与 `hypothesis` 仅保留原话，不作检验。",
};

function ruleText(rule: AnyRule, lang: Lang): string {
  const terms = createTerms(lang);
  const [severity, reads, source] = { en: ["Severity", "Reads", "Source"], zh: ["级别", "读取", "来源"] }[lang];
  return [
    `### ${rule.id}`,
    `${rule.title[lang]}`,
    [
      `- ${severity}${COLON[lang]}${terms.word("severity", rule.severity)} (${code(rule.severity)})`,
      `- ${reads}${COLON[lang]}${codes(rule.reads)}`,
      `- ${source}${COLON[lang]}${sourceText(rule.source, lang)}`,
    ].join("\n"),
  ].join("\n\n");
}

const COLON = { en: ": ", zh: "：" };

type Limit = { readonly what: Readonly<Record<Lang, string>>; readonly value: string; readonly source: Source };

const { vitaminDDeficient, nearLimit, neighbourColumns, zScorePoints } = ruleLimits;
const { outlierEffect, recoveryAfterWeaning } = seriesRuleLimits;

const limits: readonly Limit[] = [
  {
    what: { en: "25(OH)D called deficient below", zh: "25(OH)D 低于此值称缺乏" },
    value: `${vitaminDDeficient.belowNgPerMl} ng/mL`,
    source: vitaminDDeficient.source,
  },
  {
    what: { en: "value called marginal up to this distance beyond a limit", zh: "超出界限不多于此比例称临界" },
    value: `${nearLimit.percentOfLimit} %`,
    source: nearLimit.source,
  },
  {
    what: { en: "columns apart in which a value may have slipped", zh: "数值可能错列的最大列距" },
    value: String(neighbourColumns.columns),
    source: neighbourColumns.source,
  },
  {
    what: { en: "Z-scores needed to test one reference", zh: "检验同一参考数据所需 Z 值个数" },
    value: String(zScorePoints.minimum),
    source: zScorePoints.source,
  },
  {
    what: {
      en: "hip effect asked about from this multiple of the largest other study",
      zh: "髋部效应达其他研究最大值的此倍数时提问",
    },
    value: `${outlierEffect.timesOthers} ×`,
    source: outlierEffect.source,
  },
  {
    what: { en: "other studies needed for that", zh: "上述比较所需其他研究数" },
    value: String(outlierEffect.minimumOtherStudies),
    source: outlierEffect.source,
  },
  {
    what: { en: "months after weaning in which bone recovers by itself", zh: "停止哺乳后骨量可自行恢复的月数" },
    value: String(recoveryAfterWeaning.months),
    source: recoveryAfterWeaning.source,
  },
  {
    what: {
      en: "months after the diagnosis from which a drug is no longer the first measure",
      zh: "确诊后超过此月数用药不再算首选措施",
    },
    value: `> ${firstDrugGapMonths.moreThanMonths}`,
    source: firstDrugGapMonths.source,
  },
];

function limitTable(lang: Lang): string {
  const headings = { en: ["Limit", "Value", "Source"], zh: ["界值", "数值", "来源"] }[lang];
  return table(
    headings,
    limits.map(({ what, value, source }) => [what[lang], value, sourceText(source, lang)]),
  );
}

function claimTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = { en: ["Kind", "Meaning", "Severity", "Source"], zh: ["种类", "含义", "级别", "来源"] }[lang];
  return table(
    headings,
    claimKinds.map(({ kind, severity, source }) => [
      code(kind),
      terms.word("claim", kind),
      terms.word("severity", severity),
      sourceText(source, lang),
    ]),
  );
}
