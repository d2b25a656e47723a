import {
  type AnalyteKnowledge,
  albuminAdjustment,
  analytes,
  createTerms,
  fixed,
  type Lang,
  parseUnit,
  unitKnowledge,
} from "@materbone/clinical";
import { code, codes, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const laboratoryPage: Page = {
  name: "units-and-analytes",
  title: { en: "Units and analytes", zh: "单位与检验项目" },
  about: {
    en: "Spellings of units that are understood; analytes with unit, conversion and source.",
    zh: "可识别的单位写法；检验项目的单位、换算与来源。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      sourceStatusNote[lang],
      `## ${{ en: "Units", zh: "单位" }[lang]}`,
      UNITS[lang],
      unitTable(lang),
      `### ${{ en: "Prefixes", zh: "词头" }[lang]}`,
      prefixTable(lang),
      `${{ en: "Source: ", zh: "来源：" }[lang]}${sourceText(unitKnowledge.source, lang)}`,
      `### ${{ en: "Examples", zh: "示例" }[lang]}`,
      exampleTable(lang),
      `## ${{ en: "Analytes", zh: "检验项目" }[lang]}`,
      ANALYTES[lang],
      analyteTable(lang),
      `## ${{ en: "Albumin-adjusted calcium", zh: "白蛋白校正钙" }[lang]}`,
      adjustment(lang),
    ].join("\n\n"),
};

const INTRO = {
  en: "A laboratory value is written with the unit that the source prints. It is compared with an interval in any unit that converts to it. An unusual unit is a finding, never a guess.",
  zh: "化验值按原文单位记录，与可换算的任何单位的参考区间比较。异常单位只会提出疑问，不作猜测。",
};

const UNITS = {
  en: "Case does not matter. Full-width characters, both micro signs (U+00B5, U+03BC), `/`, `÷`, `每`, `·`, `.`, `²`, `^2`, `⁻¹`, brackets, UCUM square brackets and a count before a unit (`24h`, `1.73m2`) are read. A unit below the line stays below it: `mL/min·1.73m2` is `mL/min/1.73m²`.",
  zh: "不区分大小写。可识别全角字符、两种微符号（U+00B5、U+03BC）、`/`、`÷`、`每`、`·`、`.`、`²`、`^2`、`⁻¹`、括号、UCUM 方括号，以及单位前的数字（`24h`、`1.73m2`）。分母中的单位保持在分母：`mL/min·1.73m2` 即 `mL/min/1.73m²`。",
};

const ANALYTES = {
  en: "Mass and substance units are linked by the molar mass, or by a factor where the two measure unlike things. Without either, they are not converted. `unit` of a result should be one of the usual units or of equal size.",
  zh: "质量单位与物质的量单位经摩尔质量换算；两者所测不同时以系数换算；两者皆无则不换算。结果的 `unit` 应为常用单位之一或与之等值。",
};

const EXAMPLES = [
  "ng/mL",
  "ug/L",
  "μg/L",
  "ｎｇ／ｍＬ",
  "纳克/毫升",
  "m[IU]/L",
  "uIU/ml",
  "mmol/24 h",
  "g/24h",
  "mL/(min·1.73m²)",
  "nmol·L⁻¹",
  "U/L",
  "单位/升",
];

function unitTable(lang: Lang): string {
  const headings = {
    en: ["Unit", "Spellings", "Takes prefixes", "Size in base units", "Note"],
    zh: ["单位", "写法", "可带词头", "以基本单位计", "备注"],
  }[lang];
  const yes = { en: "yes", zh: "是" }[lang];
  return table(
    headings,
    unitKnowledge.units.map(({ symbol, spellings, prefixed, factor, exponent, base, note }) => [
      code(symbol),
      codes(spellings),
      prefixed ? yes : "",
      `${factor}${exponent === 0 ? "" : ` × 10^${exponent}`} ${base}`,
      note ?? "",
    ]),
  );
}

function prefixTable(lang: Lang): string {
  const headings = { en: ["Prefix", "Power of ten", "Spellings"], zh: ["词头", "10 的幂", "写法"] }[lang];
  return table(
    headings,
    unitKnowledge.prefixes.map(({ symbol, exponent, spellings }) => [
      code(symbol),
      fixed(exponent, 0),
      codes(spellings),
    ]),
  );
}

function exampleTable(lang: Lang): string {
  const headings = { en: ["Printed", "Read as"], zh: ["原文写法", "识别为"] }[lang];
  const unread = { en: "not readable", zh: "无法识别" }[lang];
  return table(
    headings,
    EXAMPLES.map((text) => {
      const unit = parseUnit(text);
      return [code(text), unit.kind === "unit" ? code(unit.code) : unread];
    }),
  );
}

function analyteTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = {
    en: ["Id", "Name", "Symbol", "Group", "Compared in", "Usual units", "Conversion", "Source"],
    zh: ["编号", "名称", "缩写", "类别", "比较所用单位", "常用单位", "换算", "来源"],
  }[lang];
  return table(
    headings,
    analytes.map((analyte) => [
      code(analyte.id),
      analyte.name[lang],
      analyte.symbol[lang],
      terms.word("analyteGroup", analyte.group),
      code(analyte.canonicalUnit),
      codes(analyte.conventionalUnits),
      conversion(analyte),
      sourceText(analyte.source, lang),
    ]),
  );
}

function conversion({ molarMassGPerMol, links }: AnalyteKnowledge): string {
  const byMass = molarMassGPerMol === undefined ? [] : [`${molarMassGPerMol} g/mol`];
  return [...byMass, ...(links ?? []).map(({ from, to, factor }) => `1 ${from} = ${factor} ${to}`)].join("; ");
}

function adjustment(lang: Lang): string {
  const { mgPerDlPerGPerDl, referenceAlbuminGPerDl, source } = albuminAdjustment;
  const formula = `Ca + ${mgPerDlPerGPerDl} × (${referenceAlbuminGPerDl} − ${{ en: "albumin", zh: "白蛋白" }[lang]})`;
  const units = { en: "calcium in mg/dL, albumin in g/dL", zh: "钙以 mg/dL 计，白蛋白以 g/dL 计" }[lang];
  return lang === "zh"
    ? `${formula}（${units}）。来源：${sourceText(source, lang)}`
    : `${formula}, ${units}. Source: ${sourceText(source, lang)}`;
}
