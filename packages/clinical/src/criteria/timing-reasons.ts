import type { Phrase } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import type { Certainty } from "../time/interval.ts";
import { sayMonths, sayTime, type TimeFact } from "./reason-time.ts";

/** The window as applied to one woman; `toMonths` is `null` where the source names no end or it is not known. */
type WindowFacts = { readonly fromMonths: number; readonly toMonths: number | null };

type Event = { readonly event: "fracture" | "hipPain" | "diagnosis" | "scan" };

type EventFacts = Event &
  WindowFacts & {
    /** Fracture sites at this time; empty for other events. */
    readonly sites: readonly string[];
    readonly time: TimeFact;
    readonly inWindow: Certainty;
    readonly at: string;
  };

const eventTime: Phrase<EventFacts> = {
  en: (f, t) => `${eventName(f, t)}, ${sayTime(f.time, t)}: ${position(f.inWindow, t)} the window (${window(f, t)}).`,
  zh: (f, t) => `${eventName(f, t)}，${sayTime(f.time, t)}，${position(f.inWindow, t)}（${window(f, t)}）。`,
};

const eventTimeUnknown: Phrase<Event & { readonly sites: readonly string[]; readonly at: string }> = {
  en: (f, t) => `${eventName(f, t)}: the time is not recorded.`,
  zh: (f, t) => `${eventName(f, t)}：时间未记录。`,
};

const eventNotRecorded: Phrase<Event> = {
  en: (f) =>
    ({
      fracture: "Fractures are not recorded, which is not the same as none.",
      hipPain: "Hip pain is not recorded.",
      diagnosis: "The time of diagnosis is not recorded.",
      scan: "No bone density from late pregnancy on is recorded.",
    })[f.event],
  zh: (f) =>
    ({
      fracture: "未记录有无骨折，未记录不等于无骨折。",
      hipPain: "未记录髋部疼痛。",
      diagnosis: "未记录诊断时间。",
      scan: "未记录妊娠晚期及以后的骨密度检查。",
    })[f.event],
};

const noEvent: Phrase<Record<never, never>> = {
  en: () => "There is no fracture that the definition counts.",
  zh: () => "无该定义所要求的骨折。",
};

const noWindowEnd: Phrase<{ readonly definition: string }> = {
  en: () => "The source of the definition names no end of the time after delivery.",
  zh: () => "该定义的来源未说明产后时间窗的终点。",
};

const weaningUnknown: Phrase<Record<never, never>> = {
  en: () => "The window ends with weaning, and the time of weaning is not recorded.",
  zh: () => "时间窗至断奶为止，但断奶时间未记录。",
};

const gestationalAgeAssumed: Phrase<{
  readonly monthsBeforeDelivery: number;
  /** Week 28 of the longest term birth, months from delivery. */
  readonly earliestMonths: number;
}> = {
  en: (f, t) =>
    `Gestational age at delivery is not recorded; late pregnancy is taken as the last ${sayMonths(f.monthsBeforeDelivery, t)} months, but week 28 of a term birth can lie up to ${t.fixed(-f.earliestMonths, 2)} months before delivery.`,
  zh: (f, t) =>
    `未记录分娩孕周，分娩前${sayMonths(f.monthsBeforeDelivery, t)}个月内计为妊娠晚期，足月分娩者孕28周最早可在分娩前${t.fixed(-f.earliestMonths, 2)}个月。`,
};

export const timingReasons = {
  eventTime,
  eventTimeUnknown,
  eventNotRecorded,
  noEvent,
  noWindowEnd,
  weaningUnknown,
  gestationalAgeAssumed,
} as const;

function eventName(f: Event & { readonly sites: readonly string[] }, t: Terms): string {
  const zh = t.lang === "zh";
  switch (f.event) {
    case "fracture":
      return zh
        ? `${t.series(f.sites.map((site) => t.site(site)))}骨折`
        : `Fracture (${t.series(f.sites.map((site) => t.site(site)))})`;
    case "hipPain":
      return zh ? "髋部疼痛" : "Hip pain";
    case "diagnosis":
      return zh ? "诊断" : "Diagnosis";
    case "scan":
      return zh ? "骨密度检查" : "Bone density scan";
  }
}

function position(certainty: Certainty, t: Terms): string {
  if (t.lang === "zh") return { yes: "在时间窗内", no: "在时间窗外", perhaps: "是否在时间窗内无法确定" }[certainty];
  return { yes: "inside", no: "outside", perhaps: "perhaps inside, perhaps outside" }[certainty];
}

function window(f: WindowFacts, t: Terms): string {
  const from = windowEdge(f.fromMonths, t);
  if (f.toMonths === null) return t.lang === "zh" ? `自${from}起` : `from ${from} on`;
  const to = windowEdge(f.toMonths, t);
  return t.lang === "zh" ? `${from}至${to}，含端点` : `${from} to ${to}, limits included`;
}

function windowEdge(months: number, t: Terms): string {
  if (months === 0) return t.lang === "zh" ? "分娩" : "delivery";
  const size = sayMonths(Math.abs(months), t);
  if (months < 0) return t.lang === "zh" ? `分娩前${size}个月` : `${size} months before delivery`;
  return t.lang === "zh" ? `产后${size}个月` : `${size} months after delivery`;
}
