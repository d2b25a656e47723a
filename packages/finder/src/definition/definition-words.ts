import type { Phrase, Text } from "@materbone/clinical";
import type { EventKind, Sex } from "../contract.ts";
import type { Criterion, CriterionLeaf, EventStream, Exclusion, NearEvent, Settler } from "./definition-schema.ts";

type Branch = Exclude<Criterion, CriterionLeaf>;
type Value = NonNullable<EventStream["value"]>;
type LeafFacts = {
  readonly stream: string;
  readonly window: string;
  readonly atLeastDays: number;
  readonly spanDays: number | undefined;
  /** `sayNear` of what the leaf asks for, or not, near each event. */
  readonly near: readonly string[];
};
type NearFacts = { readonly stream: string; readonly isNear: boolean } & NearEvent["days"];
type UnitFacts = { readonly unit: string; readonly factor: number; readonly none: boolean; readonly first: string };
type SourceFacts = {
  readonly cite: string;
  readonly doi: string | undefined;
  readonly status: string;
  readonly checked: string;
  readonly note: string | undefined;
};

const headings: Readonly<Record<"women" | "windows" | "events" | "tiers" | "exclusions" | "clock" | "sources", Text>> =
  {
    women: { en: "Women", zh: "人群" },
    windows: { en: "Windows", zh: "时间窗" },
    events: { en: "What counts", zh: "计入的事件" },
    tiers: { en: "Tiers of the worklist", zh: "工作清单层级" },
    exclusions: { en: "Exclusions and flags", zh: "排除与标记" },
    clock: { en: "Delay clock", zh: "延误时钟" },
    sources: { en: "Sources", zh: "来源" },
  };

const sex: Readonly<Record<Sex, Text>> = {
  female: { en: "female", zh: "女" },
  male: { en: "male", zh: "男" },
  other: { en: "other", zh: "其他" },
};

const kind: Readonly<Record<EventKind, Text>> = {
  condition: { en: "diagnoses", zh: "诊断" },
  procedure: { en: "procedures", zh: "操作" },
  measurement: { en: "measurements", zh: "检验检查结果" },
  drug: { en: "drugs", zh: "药物" },
  imaging: { en: "imaging", zh: "影像检查" },
  visit: { en: "visits", zh: "就诊" },
  pregnancy: { en: "pregnancy records", zh: "妊娠记录" },
};

const settler: Readonly<Record<Settler, Text>> = {
  spine_imaging: { en: "imaging of the spine", zh: "脊柱影像检查" },
  hip_imaging: { en: "images of the hip", zh: "髋部影像" },
  dxa_z_score: { en: "a DXA with Z-scores", zh: "含Z值的DXA" },
  fracture_mechanism: { en: "how the fracture happened", zh: "骨折发生经过" },
  exclusion_workup: { en: "work-up of other causes", zh: "其他病因排查" },
  delivery_date: { en: "the date of delivery", zh: "分娩日期" },
  pain_history: { en: "the history of the pain", zh: "疼痛病史" },
  drug_indication: { en: "why the drug was given", zh: "用药指征" },
  value_unit: { en: "the unit of the value", zh: "数值单位" },
};

const status: Readonly<Record<"read" | "recalled" | "assumed", Text>> = {
  read: { en: "read", zh: "已核对" },
  recalled: { en: "recalled, to be confirmed", zh: "据常识，待核对" },
  assumed: { en: "assumed", zh: "假定" },
};

const SIGNS: Readonly<Record<Value["op"], string>> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥" };

const title: Phrase<{ readonly name: string; readonly version: string }> = {
  en: ({ name, version }) => `${name} (version ${version})`,
  zh: ({ name, version }) => `${name}（第 ${version} 版）`,
};

const copiedFrom: Phrase<{ readonly id: string; readonly version: string }> = {
  en: ({ id, version }) => `Copied from the definition ${id}, version ${version}; it may have been changed since.`,
  zh: ({ id, version }) => `复制自定义 ${id}（第 ${version} 版），其后可能已改动。`,
};

const sexes: Phrase<{ readonly sexes: string }> = {
  en: ({ sexes: list }) => `Recorded sex ${list}. A person whose sex is not recorded stays in, as uncertain.`,
  zh: ({ sexes: list }) => `登记性别为${list}；性别未登记者保留，标为不确定。`,
};

const age: Phrase<{ readonly from: number; readonly to: number }> = {
  en: ({ from, to }) =>
    `${from} to ${to} completed years old at delivery. Without a birth date she stays in, as uncertain.`,
  zh: ({ from, to }) => `分娩时满 ${from} 至 ${to} 周岁；无出生日期者保留，标为不确定。`,
};

const episodes: Phrase<{ readonly stream: string; readonly days: number }> = {
  en: ({ stream, days }) =>
    `Each delivery is looked at by itself. Records of “${stream}” fewer than ${days} days after the one before belong to the same delivery.`,
  zh: ({ stream, days }) => `每次分娩分别判断。“${stream}”记录与前一条相隔不足 ${days} 天者视为同一次分娩。`,
};

const window: Phrase<{ readonly name: string; readonly days: string; readonly hasEnd: boolean }> = {
  en: ({ name, days, hasEnd }) => `${name}: ${days}${hasEnd ? ", both ends included" : ""}.`,
  zh: ({ name, days, hasEnd }) => `${name}：${days}${hasEnd ? "，含两端" : ""}。`,
};

const stream: Phrase<{ readonly name: string; readonly sets: readonly string[] }> = {
  en: ({ name, sets }) => `${name}: a code of ${sets.map((set) => `“${set}”`).join(" or ")}.`,
  zh: ({ name, sets }) => `${name}：${sets.map((set) => `“${set}”`).join("或")}的编码。`,
};

const kinds: Phrase<{ readonly kinds: string }> = {
  en: ({ kinds: list }) => `Only ${list}.`,
  zh: ({ kinds: list }) => `仅计${list}。`,
};

const value: Phrase<Value> = {
  en: ({ op, number, decimals }, t) =>
    `Only values ${SIGNS[op]} ${t.fixed(number, decimals)}, compared as printed with ${decimals} ${t.count(decimals, "decimal", "decimals")}.`,
  zh: ({ op, number, decimals }, t) =>
    `仅计数值 ${SIGNS[op]} ${t.fixed(number, decimals)} 者，按 ${decimals} 位小数比较。`,
};

const bounded: Phrase<Value & { readonly name: string }> = {
  en: ({ name, op, number, decimals }, t) => `${name} ${SIGNS[op]} ${t.fixed(number, decimals)}`,
  zh: ({ name, op, number, decimals }, t) => `${name} ${SIGNS[op]} ${t.fixed(number, decimals)}`,
};

const units: Phrase<{ readonly units: string }> = {
  en: ({ units: list }) => `Unit ${list}; a value in another unit is not used, and said so.`,
  zh: ({ units: list }) => `单位为${list}；其他单位的数值不采用，并予以说明。`,
};

const unit: Phrase<UnitFacts> = {
  en: ({ unit: text, factor, none, first }) =>
    none ? "none" : factor === 1 ? `“${text}”` : `“${text}” (times ${factor} is “${first}”)`,
  zh: ({ unit: text, factor, none, first }) =>
    none ? "无单位" : factor === 1 ? `“${text}”` : `“${text}”（乘以 ${factor} 为“${first}”）`,
};

const plausible: Phrase<{ readonly from: number; readonly to: number }> = {
  en: ({ from, to }, t) =>
    `A value below ${number(from, t.fixed)} or above ${number(to, t.fixed)} is not used, and said so.`,
  zh: ({ from, to }, t) => `低于 ${number(from, t.fixed)} 或高于 ${number(to, t.fixed)} 的数值不采用，并予以说明。`,
};

/** A number of the file with as many decimals as it was written with, three at most. */
function number(n: number, fixed: (value: number, decimals: number) => string): string {
  const decimals = [0, 1, 2, 3].find((digits) => Number(n.toFixed(digits)) === n) ?? 3;
  return fixed(n, decimals);
}

const laterVisits: Readonly<Record<NonNullable<EventStream["laterVisits"]>, Text>> = {
  leaveOut: {
    en: "Codes of a later visit or a sequela of an injury do not count: they do not tell when it happened.",
    zh: "损伤的后续就诊及后遗症编码不计入：其未说明损伤何时发生。",
  },
  only: {
    en: "Only codes of a later visit or a sequela of an injury.",
    zh: "仅计损伤的后续就诊及后遗症编码。",
  },
};

const tier: Phrase<{ readonly number: number; readonly name: string }> = {
  en: ({ number: n, name }) => `${n}. ${name}`,
  zh: ({ number: n, name }) => `${n}. ${name}`,
};

const settle: Phrase<{ readonly settlers: string }> = {
  en: ({ settlers }) => `To be settled by: ${settlers}.`,
  zh: ({ settlers }) => `尚待核实：${settlers}。`,
};

const effect: Readonly<Record<Exclusion["effect"], Phrase<{ readonly name: string }>>> = {
  exclude: {
    en: ({ name }) => `${name}: left out when certainly met, flagged when possibly.`,
    zh: ({ name }) => `${name}：确定符合则剔除，可能符合则标记。`,
  },
  flag: {
    en: ({ name }) => `${name}: kept and flagged.`,
    zh: ({ name }) => `${name}：保留并标记。`,
  },
};

const branch: Phrase<Branch> = {
  en: (criterion) => {
    if ("all" in criterion) return "All of these:";
    if ("any" in criterion) return "Any of these:";
    return "not" in criterion ? "Not this:" : `At least ${criterion.atLeast} of these:`;
  },
  zh: (criterion) => {
    if ("all" in criterion) return "同时符合：";
    if ("any" in criterion) return "符合任一：";
    return "not" in criterion ? "不符合：" : `至少符合 ${criterion.atLeast} 项：`;
  },
};

const leaf: Phrase<LeafFacts> = {
  en: ({ stream: name, window: when, atLeastDays, spanDays, near: others }) =>
    `${name}${atLeastDays > 1 ? ` on at least ${atLeastDays} different days` : ""}${spanDays === undefined ? "" : `, the last at least ${spanDays} days after the first`}, ${[when, ...others].join(", ")}.`,
  zh: ({ stream: name, window: when, atLeastDays, spanDays, near: others }) =>
    `${when}有“${name}”${[atLeastDays > 1 ? `，至少 ${atLeastDays} 个不同日期` : "", spanDays === undefined ? "" : `，首末相隔至少 ${spanDays} 天`, ...others.map((other) => `，${other}`)].join("")}。`,
};

const near: Phrase<NearFacts> = {
  en: ({ stream: name, isNear, before, after }, t) => {
    const days = `from ${before} ${t.count(before, "day", "days")} before to ${after} ${t.count(after, "day", "days")} after it`;
    return `${isNear ? "with" : "without"} “${name}” ${before + after === 0 ? "on the same day" : days}`;
  },
  zh: ({ stream: name, isNear, before, after }) =>
    `${before + after === 0 ? "同日" : `其前 ${before} 天至后 ${after} 天内`}${isNear ? "有" : "无"}“${name}”`,
};

const none: Phrase<{ readonly leaf: string }> = {
  en: ({ leaf: text }) => `None of this: ${text}`,
  zh: ({ leaf: text }) => `并非：${text}`,
};

const clock: Phrase<{ readonly steps: readonly string[]; readonly window: string }> = {
  en: ({ steps, window: when }) => `First day of each, ${when}: ${steps.join(" → ")}.`,
  zh: ({ steps, window: when }) => `${when}各项首次日期：${steps.join(" → ")}。`,
};

const context: Phrase<{ readonly streams: string }> = {
  en: ({ streams }) => `Shown in the same time, though no criterion asks for it: ${streams}.`,
  zh: ({ streams }) => `同一时间内另列入依据但不参与判定：${streams}。`,
};

const source: Phrase<SourceFacts> = {
  en: ({ cite, doi, status: state, checked, note }) =>
    `${cite}${doi === undefined ? "" : `, doi:${doi}`} (${state}, ${checked}).${note === undefined ? "" : ` ${note}`}`,
  zh: ({ cite, doi, status: state, checked, note }) =>
    `${cite}${doi === undefined ? "" : `，doi:${doi}`}（${state}，${checked}）。${note ?? ""}`,
};

/** The sentences in which `sayDefinition` says a definition. */
export const definitionWords = {
  headings,
  sex,
  kind,
  settler,
  status,
  title,
  copiedFrom,
  sexes,
  age,
  episodes,
  window,
  stream,
  kinds,
  value,
  bounded,
  units,
  unit,
  plausible,
  laterVisits,
  tier,
  settle,
  effect,
  branch,
  leaf,
  near,
  none,
  clock,
  context,
  source,
} as const;
