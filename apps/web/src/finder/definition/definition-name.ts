import { localText, pointerSteps, type Terms, type Text } from "@materbone/clinical";
import type { CohortDefinition } from "@materbone/finder";
import { called } from "../../language/punctuation.ts";

/** What a place of a definition is called on the page: the part that it lies in. */
export function partName(definition: CohortDefinition, at: string, terms: Terms): string {
  const [list = "", name = ""] = pointerSteps(at);
  const named = namedPart(definition, list, name);
  const kind = terms.text(KINDS.get(list) ?? WHOLE);
  if (named === undefined) return kind;
  return called(kind, localText(named.name, terms.lang), terms.lang);
}

/** The part of the page whose fields change a place. */
export function itemAt(at: string): string {
  const [list = "", name] = pointerSteps(at);
  if (["windows", "streams", "concepts", "tiers", "exclusions"].includes(list) && name !== undefined) {
    return `/${list}/${name}`;
  }
  return ["population", "episodes", "clock", "context", "sources"].includes(list) ? `/${list}` : "/name";
}

function namedPart(definition: CohortDefinition, list: string, name: string) {
  switch (list) {
    case "windows":
      return definition.windows[name];
    case "streams":
      return definition.streams[name];
    case "concepts":
      return definition.concepts?.[name];
    case "tiers":
      return definition.tiers[Number(name)];
    case "exclusions":
      return definition.exclusions[Number(name)];
    default:
      return undefined;
  }
}

const WHOLE: Text = { en: "definition", zh: "定义" };

const KINDS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    windows: { en: "window", zh: "时间窗" },
    streams: { en: "event", zh: "事件" },
    concepts: { en: "concept set", zh: "概念集" },
    tiers: { en: "tier", zh: "层级" },
    exclusions: { en: "exclusion", zh: "排除条件" },
    context: { en: "beside the criteria", zh: "背景" },
    clock: { en: "delay clock", zh: "延误时钟" },
    population: { en: "women", zh: "人群" },
    episodes: { en: "deliveries", zh: "分娩" },
    sources: { en: "sources", zh: "来源" },
    name: { en: "name", zh: "名称" },
  }),
);
