import type { Phrase } from "../language/phrase.ts";
import { sentence } from "./sentence.ts";

type Place = { readonly site: string; readonly at: string };

const fragilityFracture: Phrase<Place & { readonly mechanism: string }> = {
  en: (f, t) => `Fracture of ${t.site(f.site)}, ${t.word("mechanism", f.mechanism)}: a fragility fracture.`,
  zh: (f, t) => `${t.site(f.site)}骨折，${t.word("mechanism", f.mechanism)}，属脆性骨折。`,
};

const anyFracture: Phrase<Place> = {
  en: (f, t) => `Fracture of ${t.site(f.site)}; this definition does not ask for the mechanism.`,
  zh: (f, t) => `${t.site(f.site)}骨折；该定义不要求受伤机制。`,
};

const highEnergyFracture: Phrase<Place> = {
  en: (f, t) => `Fracture of ${t.site(f.site)} with high energy: not a fragility fracture.`,
  zh: (f, t) => `${t.site(f.site)}骨折为高能量损伤，不属脆性骨折。`,
};

const belowFractureGrade: Phrase<
  Place & {
    readonly grade: number;
    readonly basis: string;
    readonly rule: string;
    readonly heightLossPercent: number | null;
  }
> = {
  en: (f, t) =>
    `${sentence(t.site(f.site))}: ${f.heightLossPercent === null ? `grade ${f.grade}` : `height loss ${f.heightLossPercent} %`} is no fracture by the rule in use (${t.word("fractureRule", f.rule)}).`,
  zh: (f, t) =>
    `${t.site(f.site)}${f.heightLossPercent === null ? `为${f.grade}级` : `高度下降${f.heightLossPercent}%`}，按所用标准（${t.word("fractureRule", f.rule)}）不构成骨折。`,
};

const siteNotCounted: Phrase<Place> = {
  en: (f, t) => `Fracture of ${t.site(f.site)}: the definition does not count this site.`,
  zh: (f, t) => `${t.site(f.site)}骨折：该定义不计入此部位。`,
};

const siteNotNamed: Phrase<Place> = {
  en: (f, t) =>
    `Fracture of ${t.site(f.site)}: the source names vertebra and hip and does not say whether this site counts.`,
  zh: (f, t) => `${t.site(f.site)}骨折：来源仅提及椎体与髋部，未说明此部位是否计入。`,
};

const mechanismNotStated: Phrase<Place> = {
  en: (f, t) => `Fracture of ${t.site(f.site)}: the mechanism is not recorded.`,
  zh: (f, t) => `${t.site(f.site)}骨折：受伤机制未记录。`,
};

const fracturesNotRecorded: Phrase<Record<never, never>> = {
  en: () => "Fractures are not recorded, which is not the same as none.",
  zh: () => "未记录有无骨折，未记录不等于无骨折。",
};

const noFracture: Phrase<Record<never, never>> = {
  en: () => "The record says that there was no fracture.",
  zh: () => "记录为无骨折。",
};

const hipPain: Phrase<{ readonly at: string }> = {
  en: () => "Hip or groin pain, which this definition takes in place of a fracture.",
  zh: () => "有髋部或腹股沟疼痛，该定义可以之代替骨折。",
};

const densityThresholdNotStated: Phrase<{ readonly definition: string }> = {
  en: () => "The source also takes low bone density without a fracture, and states no threshold for it.",
  zh: () => "该来源亦接受无骨折的低骨密度，但未给出阈值。",
};

export const fractureReasons = {
  fragilityFracture,
  anyFracture,
  highEnergyFracture,
  belowFractureGrade,
  siteNotCounted,
  siteNotNamed,
  mechanismNotStated,
  fracturesNotRecorded,
  noFracture,
  hipPain,
  densityThresholdNotStated,
} as const;
