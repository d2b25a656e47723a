import {
  conditionsForExclusion,
  createTerms,
  exclusionExposures,
  type Lang,
  signalKnowledge,
  workupKnowledge,
} from "@materbone/clinical";
import { code, codes, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const workupPage: Page = {
  name: "work-up-and-signals",
  title: { en: "Work-up for other causes, and signals", zh: "继发病因检查与提示信号" },
  about: {
    en: "Tests behind the exclusion criterion, exposures, diagnoses, and what is shown as “consider instead”.",
    zh: "排除标准所依据的检查、暴露与诊断，以及“需考虑的其他情况”。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      sourceStatusNote[lang],
      `## ${{ en: "Tests and questions", zh: "检查与问诊项目" }[lang]}`,
      itemTable(lang),
      `## ${{ en: "Exposures that must have been asked for", zh: "须问及的药物暴露" }[lang]}`,
      exposureTable(lang),
      `## ${{ en: "Diagnoses", zh: "诊断" }[lang]}`,
      conditionList(lang),
      `## ${{ en: "Consider instead", zh: "需考虑的其他情况" }[lang]}`,
      SIGNALS[lang],
      signalTable(lang),
    ].join("\n\n"),
};

const INTRO = {
  en: "The exclusion criterion is met only when every test marked for exclusion is recorded normal, the exposures are answered “no” and no excluding diagnosis stands. A test counts through its laboratory value, which is classed by its own interval, or through an entry in `workup`. A test that is not recorded leaves the criterion undecided and is named.",
  zh: "只有当所有标为“排除所需”的检查均记录为正常、药物暴露均答“否”、且无可排除 PLO 的诊断时，排除标准方为符合。检查可由化验值（按其自身参考区间判读）或 `workup` 条目体现。未记录的检查使该标准保持无法判定，并逐项列出。",
};

const SIGNALS = {
  en: "Facts that fit another condition. A signal is shown with what raised it; while it is open the exclusion criterion stays undecided, and it never makes a criterion not met.",
  zh: "记录中与其他疾病相符的事实。信号随其依据一并显示；未澄清前排除标准保持无法判定，但不会因此判为不符合。",
};

function itemTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = {
    en: ["Item", "Name", "Tier", "For exclusion", "Laboratory values that answer it", "Why", "Source"],
    zh: ["项目", "名称", "层级", "排除所需", "可体现该项的化验", "意义", "来源"],
  }[lang];
  const yes = { en: "yes", zh: "是" }[lang];
  const tiers = { en: ["every woman", "if indicated"], zh: ["每例", "有指征时"] }[lang];
  return table(
    headings,
    workupKnowledge.map(({ item, tier, exclusion, analytes, why, source }) => [
      code(item),
      terms.word("workupItem", item),
      tiers[tier - 1] ?? "",
      exclusion ? yes : "",
      codes(analytes),
      why[lang],
      sourceText(source, lang),
    ]),
  );
}

function exposureTable(lang: Lang): string {
  const terms = createTerms(lang);
  return table(
    { en: ["History item", "Agents", "Source"], zh: ["病史项目", "药物", "来源"] }[lang],
    exclusionExposures.map(({ item, agents, source }) => [
      `${code(item)} ${terms.word("history", item)}`,
      agents.map((agent) => `${code(agent)} ${terms.agent(agent)}`).join(lang === "zh" ? "、" : ", "),
      sourceText(source, lang),
    ]),
  );
}

function conditionList(lang: Lang): string {
  const terms = createTerms(lang);
  const { excluding, question, source } = conditionsForExclusion;
  const names = (ids: readonly string[]): string =>
    terms.series(ids.map((id) => `${terms.word("condition", id)} (${code(id)})`));
  const [excludes, asks, from] = {
    en: [
      "An established diagnosis of one of these fails the criterion",
      "These leave it undecided: they can weaken bone or be part of PLO",
      "Source",
    ],
    zh: ["已确诊以下任一疾病则不符合该标准", "以下疾病使其无法判定（可致骨量减少，或为 PLO 的一部分）", "来源"],
  }[lang];
  const colon = lang === "zh" ? "：" : ": ";
  return [
    `- ${excludes}${colon}${names(excluding)}`,
    `- ${asks}${colon}${names(question)}`,
    `- ${from}${colon}${sourceText(source, lang)}`,
  ].join("\n");
}

function signalTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = {
    en: ["Id", "Condition", "Raised by", "Recorded diagnoses that raise it", "Source"],
    zh: ["编号", "疾病", "触发条件", "可直接触发的已记录诊断", "来源"],
  }[lang];
  return table(
    headings,
    signalKnowledge.map(({ id, condition, rule, conditions, source }) => [
      code(id),
      condition[lang],
      rule[lang],
      terms.series(conditions.map((each) => terms.word("condition", each))),
      sourceText(source, lang),
    ]),
  );
}
