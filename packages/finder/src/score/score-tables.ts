import { fixed, type Lang, type LocalText, localText, type Text } from "@materbone/clinical";
import { GENERATOR } from "../generator/knowledge.ts";
import type { Proportion } from "./exact-interval.ts";
import type { Score } from "./score.ts";

/** A table in one language, every row as long as the head. */
export type ScoreTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const WORDS = {
  overall: { en: "Against the answer key", zh: "与答案对照" },
  measure: { en: "Measure", zh: "指标" },
  sensitivity: { en: "Sensitivity: PLO women found", zh: "灵敏度：找到的 PLO 女性" },
  ppv: { en: "Positive predictive value: PLO among persons found", zh: "阳性预测值：找到者中的 PLO" },
  count: { en: "Count", zh: "人数" },
  percent: { en: "%", zh: "%" },
  interval: { en: "95% interval (exact)", zh: "95% 置信区间（精确法）" },
  byStory: { en: "Found, by story", zh: "按故事：找到的人数" },
  story: { en: "Story", zh: "故事" },
  plo: { en: "PLO", zh: "PLO" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  byTier: { en: "PLO among persons found, by tier", zh: "按层级：找到者中的 PLO" },
  tier: { en: "Tier", zh: "层级" },
  missed: { en: "PLO women not found", zh: "未找到的 PLO 女性" },
  falseOnes: { en: "Persons found without PLO", zh: "误找到的非 PLO 者" },
  wrongDelivery: { en: "Found, but about another delivery", zh: "找到但分娩不符" },
  person: { en: "Person", zh: "患者" },
  delivery: { en: "Delivery", zh: "分娩" },
  mustSee: { en: "What the record shows", zh: "病历所示" },
  none: { en: "no story", zh: "无故事" },
} as const satisfies Readonly<Record<string, Text>>;

const storiesByTag = new Map(GENERATOR.stories.map((story) => [story.tag, story.name]));

/**
 * The score as tables in one language: overall, by story, by tier, and the lists of the missed, the false and those about
 * another delivery, each only when it is not empty.
 *
 * @param tierName - name of a tier of the definition, as its file has it
 */
export function scoreTables(score: Score, lang: Lang, tierName: (tier: string) => LocalText): readonly ScoreTable[] {
  const say = (word: keyof typeof WORDS): string => WORDS[word][lang];
  const storyName = (tag: string): string => storiesByTag.get(tag)?.[lang] ?? tag;
  const tier = (id: string): string => localText(tierName(id), lang);
  const numbers = [say("count"), say("percent"), say("interval")];
  const tables: ScoreTable[] = [
    {
      title: say("overall"),
      head: [say("measure"), ...numbers],
      rows: [
        [say("sensitivity"), ...cells(score.sensitivity)],
        [say("ppv"), ...cells(score.ppv)],
      ],
    },
    {
      title: say("byStory"),
      head: [say("story"), say("plo"), ...numbers],
      rows: score.byStory.map(({ story, isPlo, found }) => [
        storyName(story),
        say(isPlo ? "yes" : "no"),
        ...cells(found),
      ]),
    },
    {
      title: say("byTier"),
      head: [say("tier"), ...numbers],
      rows: score.byTier.map(({ tier: id, ppv }) => [tier(id), ...cells(ppv)]),
    },
    {
      title: say("missed"),
      head: [say("person"), say("story"), say("mustSee")],
      rows: score.missed.map(({ sourceId, story, mustSee }) => [sourceId, storyName(story), mustSee[lang]]),
    },
    {
      title: say("falseOnes"),
      head: [say("person"), say("tier"), say("story")],
      rows: score.falseCandidates.map(({ sourceId, tier: id, story }) => [
        sourceId,
        tier(id),
        story === null ? say("none") : storyName(story),
      ]),
    },
    {
      title: say("wrongDelivery"),
      head: [say("person"), say("story"), say("delivery")],
      rows: score.wrongDelivery.map(({ sourceId, story, delivery }) => [sourceId, storyName(story), delivery ?? ""]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Count, percent and interval; dashes where there is nothing to take a share of. */
function cells(of: Proportion): readonly string[] {
  if (of.kind === "none") return ["0/0", "–", "–"];
  const percent = (share: number): string => fixed(100 * share, 1);
  return [`${of.count}/${of.total}`, percent(of.estimate), `${percent(of.low)}–${percent(of.high)}`];
}
