import { type AgentId, type Phrase, type SkeletalSite, say, type Terms, type Text } from "@materbone/clinical";
import type { CourseChoice, NotModelled } from "./case-course.ts";
import type { NursingChoice } from "./case-scenario.ts";
import type { FracturedInside, LeftOutScan } from "./scan-observations.ts";

/** Why a treatment is not in the model. */
export function sayNotModelled({ agent, reason }: NotModelled, terms: Terms): string {
  return say(notModelled[reason], { agent }, terms);
}

/** What was chosen where the record leaves something open. */
export function sayChoice(choice: CourseChoice, terms: Terms): string {
  return say(choices[choice.kind] as Phrase<CourseChoice>, choice, terms);
}

export function sayNursing(nursing: NursingChoice, terms: Terms): string {
  return terms.text(nursings[nursing.kind]);
}

/** Why a scan is not in the fit. */
export function sayLeftOut({ scan, site, reason }: LeftOutScan, terms: Terms): string {
  return say(leftOut[reason], { scan, site }, terms);
}

/** What to hold of scans of a region with a broken vertebra. */
export function sayFracturedInside(inside: FracturedInside, terms: Terms): string {
  return say(inside.isRegionRecorded ? fracturedInside : fracturedPerhapsInside, inside, terms);
}

/** What a fitted level is the level of. */
export function sayRestLevel(site: SkeletalSite, terms: Terms): string {
  return say(restLevel, { site }, terms);
}

/** Sentences that stand beside every course of one woman. */
export const caseSentences = {
  effect: {
    en: "One woman's drug effect at 12 months is known to about plus or minus 12 percentage points: what women do without a drug differs as much.",
    zh: "单个患者 12 个月时的药物效应，其不确定度约为 ±12 个百分点：未用药者之间的差异即有如此之大。",
  },
  hypothesis: {
    en: "Hypothesis: computed by a model, not a forecast for this woman. It gives no probability of fracture and no advice on doses.",
    zh: "假说：由模型计算所得，并非对该患者的预测。不给出骨折概率，也不提供用药剂量建议。",
  },
  untreated: {
    en: "Without drugs: the same course without drugs that act on bone; nursing and calcium unchanged.",
    zh: "未用药：同一病程，去除作用于骨的药物；哺乳与钙剂不变。",
  },
  weaningUnknown: {
    en: "The record does not say when she weaned. Give the month with --weaned; it is not guessed.",
    zh: "病例未记录停止哺乳的时间。请用 --weaned 给出月份；程序不作猜测。",
  },
  susceptibility: {
    en: "bone missing at birth, SD from the median woman with PLO",
    zh: "分娩时骨量缺失程度（距 PLO 女性中位数的 SD 数）",
  },
  staysAtPrior: {
    en: "still what was assumed before: the scans tell next to nothing of it",
    zh: "基本仍为检查前的假定：检查结果几乎未提供信息",
  },
  liesAtLimit: {
    en: "at the limit of the prior, beyond which no virtual woman is drawn: what her scans ask for beyond it the model does not explain, and more women do not help",
    zh: "已达先验上限，超出者不再抽取：检查所提示的更大缺失，模型不能解释，增加人数亦无帮助",
  },
} as const satisfies Record<string, Text>;

const restLevel: Phrase<{ readonly site: SkeletalSite }> = {
  en: ({ site }, t) => `${t.site(site)}, density without pregnancy and lactation, g/cm²`,
  zh: ({ site }, t) => `${t.site(site)}，无妊娠与哺乳影响时的骨密度，g/cm²`,
};

const fracturedInside: Phrase<FracturedInside> = {
  en: ({ scans, levels }, t) =>
    `${t.series(scans)}: the measured region holds a broken vertebra (${t.series(levels)}), which reads denser by the break alone; no change from or to them is judged, the fit uses them all the same.`,
  zh: ({ scans, levels }, t) =>
    `${t.series(scans)}：测量区域含骨折椎体（${t.series(levels)}），骨折本身可使骨密度测值升高；与其相关的变化不作判定，但仍用于拟合。`,
};
const fracturedPerhapsInside: Phrase<FracturedInside> = {
  en: ({ scans, levels }, t) =>
    `${t.series(scans)}: the vertebrae measured are not recorded; a broken one (${t.series(levels)}), which reads denser by the break alone, may be among them; no change from or to them is judged, the fit uses them all the same.`,
  zh: ({ scans, levels }, t) =>
    `${t.series(scans)}：未记录所测椎体，其中可能含骨折椎体（${t.series(levels)}），骨折本身可使骨密度测值升高；与其相关的变化不作判定，但仍用于拟合。`,
};

type Named = { readonly agent: AgentId };
type Kind = CourseChoice["kind"];

const notModelled: { readonly [K in NotModelled["reason"]]: Phrase<Named> } = {
  noEquation: {
    en: ({ agent }, t) => `${t.agent(agent)}: the model has no equation for it, and leaves it out.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：模型无相应方程，未纳入。`,
  },
  answerNotSupported: {
    en: ({ agent }, t) =>
      `${t.agent(agent)}: left out; under it plasma calcium falls in the model, where it rises in women, so what the model says of bone under it is not to be relied on.`,
    zh: ({ agent }, t) =>
      `${t.agent(agent)}：未纳入；模型中用药后血钙下降，与临床所见（血钙升高）相反，相应骨密度结果不可采信。`,
  },
  doseNotStated: {
    en: ({ agent }, t) => `${t.agent(agent)}: left out, because the record gives no dose.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：病例未给出剂量，未纳入。`,
  },
  unitNotRead: {
    en: ({ agent }, t) => `${t.agent(agent)}: left out, because its unit of dose is no mass.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：剂量单位并非质量单位，未纳入。`,
  },
  intervalNotStated: {
    en: ({ agent }, t) => `${t.agent(agent)}: left out, because the record does not say how often it was given.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：病例未说明给药间隔，未纳入。`,
  },
  startNotKnown: {
    en: ({ agent }, t) => `${t.agent(agent)}: left out, because its start is not known or before the birth.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：开始时间不详或早于分娩，未纳入。`,
  },
};

const choices: { readonly [K in Kind]: Phrase<Extract<CourseChoice, { kind: K }>> } = {
  lowerDose: {
    en: ({ agent, mg }, t) => `${t.agent(agent)}: the record gives a range of doses; the lowest, ${mg} mg, is taken.`,
    zh: ({ agent, mg }, t) => `${t.agent(agent)}：病例剂量为范围，取最低值 ${mg} mg。`,
  },
  latestStart: {
    en: ({ agent, month }, t) =>
      `${t.agent(agent)}: the start has a range; month ${t.months(month)} is taken, from which every reading agrees.`,
    zh: ({ agent, month }, t) => `${t.agent(agent)}：开始时间为范围，取各种读法均成立的第 ${t.months(month)} 个月。`,
  },
  earliestEnd: {
    en: ({ agent, month }, t) =>
      `${t.agent(agent)}: the end has a range; month ${t.months(month)} is taken, up to which every reading agrees.`,
    zh: ({ agent, month }, t) => `${t.agent(agent)}：结束时间为范围，取各种读法均成立的第 ${t.months(month)} 个月。`,
  },
  endNotRecorded: {
    en: ({ agent }, t) => `${t.agent(agent)}: no end is recorded; it goes on to the end of the course.`,
    zh: ({ agent }, t) => `${t.agent(agent)}：未记录停用时间，按持续至病程结束计算。`,
  },
  elementalCalcium: {
    en: () => "Calcium: the amount is taken as elemental calcium, on top of the model's diet.",
    zh: () => "钙剂：剂量按元素钙计，加于模型膳食之上。",
  },
  asMonthly: {
    en: ({ agent, mg, days, mgAtOnce }, t) =>
      `${t.agent(agent)}: ${mg} mg ${days === 1 ? "a day" : `every ${days} days`} in the record goes into the model as the sum of a month, ${t.fixed(mgAtOnce, 0)} mg at once; bone holds it for months, so that its density hardly differs.`,
    zh: ({ agent, mg, days, mgAtOnce }, t) =>
      `${t.agent(agent)}：记录为每${days === 1 ? "日" : ` ${days} 天`} ${mg} mg，模型按一个月合计 ${t.fixed(mgAtOnce, 0)} mg 一次给入；药物在骨中存留数月，骨密度几乎无差别。`,
  },
};

const nursings: Readonly<Record<NursingChoice["kind"], Text>> = {
  recorded: { en: "Nursing from the birth to the recorded weaning.", zh: "自分娩哺乳至所记录的停止哺乳时间。" },
  bothEnds: {
    en: "The month of weaning has a range: both ends are computed, side by side.",
    zh: "停止哺乳的时间为范围：两端分别计算，并列给出。",
  },
  stillNursing: {
    en: "She still nurses: nursing goes on to the end of the course.",
    zh: "仍在哺乳：按持续至病程结束计算。",
  },
  notNursed: { en: "She did not nurse.", zh: "未哺乳。" },
  given: {
    en: "The month of weaning is not in the record; it was given with the question.",
    zh: "停止哺乳的时间病例未记录，由提问者给出。",
  },
};

type Scanned = { readonly scan: string; readonly site: string };

const leftOut: { readonly [K in LeftOutScan["reason"]]: Phrase<Scanned> } = {
  timeNotKnown: {
    en: ({ scan, site }, t) => `${scan}, ${t.site(site)}: not in the fit, its time is not known.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：时间不详，未用于拟合。`,
  },
  beforeDelivery: {
    en: ({ scan, site }, t) => `${scan}, ${t.site(site)}: not in the fit, it may lie before the birth.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：可能早于分娩，未用于拟合。`,
  },
  otherDevice: {
    en: ({ scan, site }, t) => `${scan}, ${t.site(site)}: not in the fit, of another device.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：设备不同，未用于拟合。`,
  },
  otherRegion: {
    en: ({ scan, site }, t) => `${scan}, ${t.site(site)}: not in the fit, of other vertebrae or the other side.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：椎体或侧别不同，未用于拟合。`,
  },
  siteNotValidated: {
    en: ({ scan, site }, t) =>
      `${scan}, ${t.site(site)}: not in the fit, the model has not passed its own check at this site.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：模型在该部位未通过自身验证，未用于拟合。`,
  },
  noPrecision: {
    en: ({ scan, site }, t) => `${scan}, ${t.site(site)}: not in the fit, the precision in use does not cover it.`,
    zh: ({ scan, site }, t) => `${scan}，${t.site(site)}：所用精密度未涵盖，未用于拟合。`,
  },
};
