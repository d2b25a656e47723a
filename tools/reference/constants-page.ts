import {
  createTerms,
  DAYS_PER_MONTH,
  type FractureRule,
  fixed,
  fractureRules,
  type Lang,
  PERCENT_DECIMALS,
  precisionKnowledge,
  type Source,
  TERM_DAYS,
  type Text,
} from "@materbone/clinical";
import { code, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const constantsPage: Page = {
  name: "constants",
  title: { en: "Constants", zh: "常数" },
  about: {
    en: "Precision, least significant change, score limits, Genant grades, calendar.",
    zh: "精密度、最小有意义变化值、评分界值、Genant 分级、历法常数。",
  },
  body: (lang) =>
    [
      sourceStatusNote[lang],
      `## ${{ en: "Precision and least significant change (LSC)", zh: "精密度与最小有意义变化值（LSC）" }[lang]}`,
      LSC[lang],
      valueTable(densitometry(), lang),
      `## ${{ en: "Minimum acceptable precision (`--lsc minimum`)", zh: "可接受的最低精密度（`--lsc minimum`）" }[lang]}`,
      minimumTable(lang),
      `## ${{ en: "Fewer vertebrae", zh: "椎体数减少" }[lang]}`,
      fewerTable(lang),
      `## ${{ en: "Vertebral fracture rules", zh: "椎体骨折判定规则" }[lang]}`,
      genantTable(lang),
      `## ${{ en: "Time", zh: "时间" }[lang]}`,
      timeTable(lang),
    ].join("\n\n"),
};

const LSC = {
  en: "LSC = multiplier × precision error of one scan. `paper`: the CV that the series states for its densitometer (`methods.densitometers[].precision`), else the figure of the published series below. `minimum`: the table below. `centre`: the centre's own precision study (`precisionStudy`), or a JSON file. With a cross-calibration recorded, scans on two devices are compared with the generalised LSC (Shepherd and Lu 2007). Percent changes and the LSC are classed as printed, with two decimals; a change that equals the LSC counts.",
  zh: "LSC = 倍数 × 单次测量的精密度误差。`paper`：系列所述骨密度仪的 CV（`methods.densitometers[].precision`），未述者用下列已发表系列的数值；`minimum`：见下表；`centre`：本中心精密度研究（`precisionStudy`）或 JSON 文件。记录了交叉校准时，两台设备间的比较采用广义 LSC（Shepherd 与 Lu，2007）。变化百分比与 LSC 均按印刷的两位小数判定；变化等于 LSC 即计为有意义。",
};

type Value = { readonly what: Text; readonly value: string; readonly source: Source };

function densitometry(): readonly Value[] {
  const { multiplier, stated, studySize, zScore, zReference } = precisionKnowledge;
  return [
    {
      what: { en: "LSC multiplier (1.96 × √2, 95 %)", zh: "LSC 倍数（1.96 × √2，95%）" },
      value: String(multiplier.value),
      source: multiplier.source,
    },
    {
      what: { en: "stated CV, and its LSC (`paper`)", zh: "论文所述 CV 及其 LSC（`paper`）" },
      value: `${stated.cvPercent} % → ${stated.lscPercent} %`,
      source: stated.source,
    },
    {
      what: { en: "degrees of freedom that a precision study needs", zh: "精密度研究所需自由度" },
      value: String(studySize.minimumDegreesOfFreedom),
      source: studySize.source,
    },
    {
      what: { en: "decimals that Z- and T-scores are classed with", zh: "Z 值、T 值判定所用小数位数" },
      value: String(zScore.printedDecimals),
      source: zScore.source,
    },
    {
      what: { en: "Z-score below the expected range for age, at or below", zh: "Z 值低于同龄预期范围（小于或等于）" },
      value: fixed(zScore.belowExpectedRange, 1),
      source: zScore.source,
    },
    {
      what: { en: "half a printed step of BMD, g/cm²", zh: "BMD 印刷末位的半步（g/cm²）" },
      value: String(zReference.bmdHalfStepGPerCm2),
      source: zReference.source,
    },
    {
      what: { en: "half a printed step of the Z-score", zh: "Z 值印刷末位的半步" },
      value: String(zReference.zHalfStep),
      source: zReference.source,
    },
  ];
}

function valueTable(values: readonly Value[], lang: Lang): string {
  const headings = { en: ["Constant", "Value", "Source"], zh: ["常数", "数值", "来源"] }[lang];
  return table(
    headings,
    values.map(({ what, value, source }) => [what[lang], value, sourceText(source, lang)]),
  );
}

function minimumTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = { en: ["Site", "CV, %", "LSC, %", "Source"], zh: ["部位", "CV（%）", "LSC（%）", "来源"] }[lang];
  return table(
    headings,
    precisionKnowledge.minimum.map(({ site, cvPercent, lscPercent, source }) => [
      terms.site(site),
      cvPercent.toFixed(1),
      lscPercent.toFixed(1),
      sourceText(source, lang),
    ]),
  );
}

function fewerTable(lang: Lang): string {
  const { fewerVertebrae, fewerVertebraeSource } = precisionKnowledge;
  const headings = { en: ["Lumbar vertebrae measured", "LSC is multiplied by"], zh: ["测量的腰椎数", "LSC 乘以"] }[
    lang
  ];
  const rows = fewerVertebrae.map(({ vertebrae, factor }) => [String(vertebrae), String(factor)]);
  return `${table(headings, rows)}\n\n${sourceText(fewerVertebraeSource, lang)}`;
}

function genantTable(lang: Lang): string {
  const headings = {
    en: ["Rule", "Name", "Grade 1 from", "Grade 2 from", "Grade 3 from", "Source"],
    zh: ["规则", "名称", "1 级起点", "2 级起点", "3 级起点", "来源"],
  }[lang];
  const rules: readonly FractureRule[] = ["genant", "moreThan20Percent"];
  return table(
    headings,
    rules.map((rule) => {
      const { name, gradeFrom, source } = fractureRules[rule];
      const steps = gradeFrom.map(({ fromPercent, inclusive }) => `${inclusive ? "≥" : ">"} ${fromPercent} %`);
      return [code(rule), name[lang], ...steps, sourceText(source, lang)];
    }),
  );
}

function timeTable(lang: Lang): string {
  const headings = { en: ["Constant", "Value", "Where from"], zh: ["常数", "数值", "依据"] }[lang];
  const rows: readonly (readonly [Text, string, Text])[] = [
    [
      { en: "mean length of a month, days", zh: "平均每月天数" },
      String(DAYS_PER_MONTH),
      { en: "Gregorian calendar: 146 097 days in 4800 months", zh: "公历：4800 个月共 146 097 天" },
    ],
    [
      { en: "gestational age at delivery where it is not recorded, days", zh: "未记录分娩孕周时的取值（天）" },
      `${TERM_DAYS.earliest}–${TERM_DAYS.latest}`,
      {
        en: "term, 37 + 0 to 41 + 6 weeks (WHO, ICD-10 volume 2)",
        zh: "足月：37 周 0 天至 41 周 6 天（WHO，ICD-10 第 2 卷）",
      },
    ],
    [
      { en: "decimals of a printed percent change", zh: "变化百分比的印刷小数位数" },
      String(PERCENT_DECIMALS),
      { en: "as Table 2 of the published series", zh: "同已发表系列的表 2" },
    ],
  ];
  return table(
    headings,
    rows.map(([what, value, from]) => [what[lang], value, from[lang]]),
  );
}
