import { deformityOf, type Fracture, type FractureRule, fractureRules, gradeOf, type Terms } from "@materbone/clinical";
import { sourceText } from "../document/source-text.ts";
import type { ExplainedFact, Explanation } from "./explanation.ts";

/**
 * Genant grade of a fracture from its measured heights or its height loss; `undefined` where the reader gave the grade, or
 * nothing was measured.
 *
 * @param at - JSON Pointer of the fracture
 */
export function explainGrade(
  fracture: Fracture,
  at: string,
  rule: FractureRule,
  terms: Terms,
): Explanation | undefined {
  const { grade, basis } = gradeOf(fracture, rule);
  if (grade === undefined || basis === undefined || basis === "given") return undefined;
  const { heights } = fracture;
  const loss =
    basis === "heights" && heights !== undefined ? deformityOf(heights).heightLossPercent : fracture.heightLossPercent;
  if (loss === undefined) return undefined;
  const { name, gradeFrom, source } = fractureRules[rule];
  const limit = gradeFrom.find((step) => step.grade === grade);
  const reached =
    limit === undefined
      ? terms.text(BELOW)
      : FROM[terms.lang](limit.inclusive ? "≥" : ">", terms.fixed(limit.fromPercent, 0));
  const result = terms.word("genantGrade", String(grade));
  return {
    title: TITLE[terms.lang](terms.word("fractureSite", fracture.site)),
    steps: [
      ...(heights === undefined || basis !== "heights" ? [] : heightSteps(heights, terms)),
      terms.lang === "zh"
        ? `${terms.fixed(loss, 1)}%，${reached}：${result}`
        : `${terms.fixed(loss, 1)}%, ${reached}: ${result}`,
    ],
    facts: factsOf(fracture, basis, at, terms),
    notes: [terms.text(name)],
    source: sourceText(source, terms),
  };
}

function heightSteps(heights: NonNullable<Fracture["heights"]>, terms: Terms): readonly string[] {
  const { anteriorMm, middleMm, posteriorMm, referenceMm } = heights;
  const steps = [
    lossStep(PARTS.anterior[terms.lang], anteriorMm, posteriorMm, terms),
    lossStep(PARTS.middle[terms.lang], middleMm, posteriorMm, terms),
  ];
  if (referenceMm !== undefined) steps.push(lossStep(PARTS.posterior[terms.lang], posteriorMm, referenceMm, terms));
  return [...steps, terms.text(LARGEST)];
}

/** A height above its reference is no loss. */
function lossStep(name: string, heightMm: number, referenceMm: number, terms: Terms): string {
  const [height, reference] = [heightMm, referenceMm].map(String);
  const loss = terms.fixed(((referenceMm - heightMm) / referenceMm) * 100, 1);
  const sum = `(${reference} − ${height}) / ${reference} × 100 = ${loss}%`;
  return terms.lang === "zh" ? `${name}：${sum}` : `${name}: ${sum}`;
}

function factsOf(
  fracture: Fracture,
  basis: "heightLoss" | "heights",
  at: string,
  terms: Terms,
): readonly ExplainedFact[] {
  const { heights, heightLossPercent } = fracture;
  if (basis === "heightLoss" || heights === undefined) {
    return [{ words: LOSS[terms.lang](String(heightLossPercent)), at: `${at}/heightLossPercent` }];
  }
  const { anteriorMm, middleMm, posteriorMm } = heights;
  return [
    { words: HEIGHTS[terms.lang]([anteriorMm, middleMm, posteriorMm].map(String).join(" / ")), at: `${at}/heights` },
  ];
}

const TITLE = {
  en: (site: string): string => `Genant grade of ${site}`,
  zh: (site: string): string => `${site}的Genant分级`,
};
const PARTS = {
  anterior: { en: "Anterior against posterior height", zh: "前缘较后缘高度" },
  middle: { en: "Middle against posterior height", zh: "中部较后缘高度" },
  posterior: { en: "Posterior height against the normal neighbour", zh: "后缘较邻近正常椎体高度" },
} as const;
const LARGEST = { en: "The largest loss counts.", zh: "取最大高度丢失。" };
const BELOW = { en: "below the first limit", zh: "未达首个界值" };
const FROM = {
  en: (sign: string, limit: string): string => `${sign} ${limit}%`,
  zh: (sign: string, limit: string): string => `${sign}${limit}%`,
};
const LOSS = {
  en: (percent: string): string => `${percent}% of height lost`,
  zh: (percent: string): string => `高度丢失${percent}%`,
};
const HEIGHTS = {
  en: (heights: string): string => `anterior / middle / posterior ${heights} mm`,
  zh: (heights: string): string => `前缘/中部/后缘 ${heights} mm`,
};
