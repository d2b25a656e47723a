import {
  type LeastSignificantChange,
  type LscSource,
  leastSignificantChange,
  precisionKnowledge,
  roiLevels,
  type Scan,
  type SeriesContext,
  type SkeletalSite,
  type Source,
  type Terms,
  type Timed,
} from "@materbone/clinical";
import { sourceText } from "../document/source-text.ts";
import type { Explanation } from "./explanation.ts";
import { colon, shortPercent } from "./numbers.ts";

/** The least significant change at one site of a reference scan; `undefined` where the source gives none. */
export function explainLsc(
  lsc: LscSource,
  site: SkeletalSite,
  scan: Timed<Scan>,
  context: SeriesContext,
  terms: Terms,
): Explanation | undefined {
  const reading = scan.entry.sites[site];
  const bmdGPerCm2 = reading?.bmdGPerCm2;
  if (bmdGPerCm2 === undefined) return undefined;
  const vertebrae = roiLevels(reading)?.length;
  const limit = leastSignificantChange(lsc, { site, bmdGPerCm2, vertebrae, device: scan.entry.device }, context);
  if (limit === undefined) return undefined;
  const { value: multiplier, source } = precisionKnowledge.multiplier;
  const factor = limit.vertebraeFactor === 1 ? "" : ` × ${terms.fixed(limit.vertebraeFactor, 2)}`;
  const isCentre = lsc.kind === "centre";
  const percent = `${isCentre ? terms.fixed(limit.percent, 2) : shortLimit(limit.percent, terms)}%`;
  const steps = isCentre
    ? [
        `${multiplier} × ${terms.fixed(limit.precisionGPerCm2 / limit.vertebraeFactor, 4)} g/cm²${factor} = ${terms.fixed(limit.gPerCm2, 4)} g/cm²`,
        `${terms.fixed(limit.gPerCm2, 4)} / ${terms.fixed(bmdGPerCm2, 3)} × 100 = ${percent}`,
      ]
    : presetSteps(lsc.kind, site, limit, terms);
  return {
    title:
      terms.lang === "zh"
        ? `${terms.site(site)}最小有意义变化值（LSC）`
        : `Least significant change (LSC), ${terms.site(site)}`,
    steps: [terms.text(isCentre ? CENTRE_FORMULA : FORMULA), ...steps],
    facts: [
      {
        words: `${terms.site(site)} ${terms.fixed(bmdGPerCm2, 3)} g/cm²`,
        at: `${scan.at}/sites/${site}/bmdGPerCm2`,
      },
      ...(limit.vertebraeFactor === 1 || vertebrae === undefined
        ? []
        : [{ words: VERTEBRAE_MEASURED[terms.lang](vertebrae), at: `${scan.at}/sites/${site}/vertebrae` }]),
    ],
    notes: [
      terms.text(MEANING),
      ...(lsc.kind === "minimum" ? [terms.text(ONE_DECIMAL)] : []),
      ...(limit.vertebraeFactor === 1
        ? []
        : [colon(terms.text(FEWER), sourceText(precisionKnowledge.fewerVertebraeSource, terms), terms)]),
    ],
    source: [source, ...sourcesOf(lsc, site)]
      .map((each) => sourceText(each, terms))
      .join(terms.lang === "zh" ? "；" : "; "),
  };
}

/** The limit first and its widening after it, as the position rounds the limit before it is widened. */
function presetSteps(
  kind: "paper" | "minimum",
  site: SkeletalSite,
  { percent, vertebraeFactor }: LeastSignificantChange,
  terms: Terms,
): readonly string[] {
  const plain = percent / vertebraeFactor;
  const base = `${shortLimit(plain, terms)}%`;
  const cv = shortPercent(cvOf(kind, site, plain), terms);
  const first = `${precisionKnowledge.multiplier.value} × ${cv}% = ${base}`;
  if (vertebraeFactor === 1) return [first];
  return [first, `${base} × ${terms.fixed(vertebraeFactor, 2)} = ${shortLimit(percent, terms)}%`];
}

/** The CV behind a preset limit: the position's own for the minimum, else what the limit was made of. */
function cvOf(kind: "paper" | "minimum", site: SkeletalSite, percent: number): number {
  const minimum = precisionKnowledge.minimum.find((entry) => entry.site === site);
  if (kind === "minimum" && minimum !== undefined) return minimum.cvPercent;
  return percent / precisionKnowledge.multiplier.value;
}

function sourcesOf(lsc: LscSource, site: SkeletalSite): readonly Source[] {
  if (lsc.kind === "paper") return [precisionKnowledge.stated.source];
  const minimum = precisionKnowledge.minimum.find((entry) => entry.site === site);
  return lsc.kind === "minimum" && minimum !== undefined ? [minimum.source] : [];
}

/** 2.77 and 5.3, but 5.0: one decimal at least. */
function shortLimit(percent: number, terms: Terms): string {
  return terms.fixed(percent, 2).replace(/0$/, "");
}

const FORMULA = {
  en: "LSC = 2.77 × precision error (CV)",
  zh: "LSC = 2.77 × 精密度误差（CV）",
};
const CENTRE_FORMULA = {
  en: "LSC = 2.77 × precision error (RMS SD of the centre's repeated scans), as percent of the reference scan",
  zh: "LSC = 2.77 × 精密度误差（本中心重复检查的RMS-SD），再换算为参照检查的百分比",
};
const MEANING = {
  en: "A change that is printed as large as the LSC or larger exceeds measurement error with 95 % confidence.",
  zh: "打印值达到或超过LSC的变化，以95%置信度超出测量误差。",
};
const ONE_DECIMAL = {
  en: "The position prints the limit with one decimal, and so it is used.",
  zh: "立场声明以一位小数给出该界值，本软件照此使用。",
};
const FEWER = { en: "Widened, as fewer than four lumbar vertebrae were measured", zh: "腰椎测量不足4个椎体，已放宽" };
const VERTEBRAE_MEASURED = {
  en: (count: number): string => `${count} ${count === 1 ? "vertebra" : "vertebrae"} measured`,
  zh: (count: number): string => `测量${count}个椎体`,
};
