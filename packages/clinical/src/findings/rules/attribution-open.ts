import { type NamedCase, namedCase } from "../../claims/named-case.ts";
import type { Terms } from "../../language/terms.ts";
import type { CaseView } from "../../record/case-view.ts";
import { agentKnowledge, isBoneActive } from "../../therapy/agent.ts";
import type { AgentClass, AgentId } from "../../therapy/vocabulary.ts";
import { type Interval, latestOf } from "../../time/interval.ts";
import { seriesRule } from "../rule.ts";
import { seriesRuleLimits } from "./series-rule-limits.ts";

/** Classes that may change BMD or its measurement beside the drug that the change is credited to. */
const CO_MEDICATION: readonly AgentClass[] = [
  "bisphosphonate",
  "antiRankl",
  "anabolic",
  "mixed",
  "serm",
  "calcitonin",
  "calcium",
  "nativeVitaminD",
  "activeVitaminD",
  "vitaminK",
  "herbal",
];

type Entangled = NamedCase & {
  readonly drug: AgentId;
  /** Recovery after weaning falls, or may fall, into the time of treatment. */
  readonly weaning: boolean;
  /** Other agents for bone in the same time. */
  readonly together: readonly AgentId[];
};

type AttributionFacts = {
  readonly comparator: "none" | "otherTreatment" | "notStated";
  readonly women: readonly Entangled[];
  readonly recoveryMonths: number;
};

/** A gain under a drug while weaning or other agents work too cannot be credited to it without untreated women beside it. */
export const attributionOpen = seriesRule<AttributionFacts>({
  id: "attribution-open",
  severity: "major",
  reads: ["comparator", "cases[].treatments", "cases[].pregnancies[].lactation.weaned", "cases[].scans"],
  source: seriesRuleLimits.recoveryAfterWeaning.source,
  title: {
    en: "Can the change under treatment be credited to the drug?",
    zh: "治疗期间的骨密度变化能否归因于该药物？",
  },
  message: {
    en: ({ comparator, women }, t) => {
      const group = comparator === "otherTreatment" ? "an untreated comparison group" : "a comparison group";
      return `The change under ${t.list(drugs(women).map(t.agent))} is not attributable to treatment without ${group}: ${t.list(partsEn(women, t))}.`;
    },
    zh: ({ comparator, women }, t) => {
      const group = comparator === "otherTreatment" ? "无未治疗对照组" : "无对照组";
      return `${group}，${t.list(drugs(women).map(t.agent))}治疗期间的骨密度变化不能归因于药物：${partsZh(women, t).join("；")}。`;
    },
  },
  find: (view) => {
    const { comparator } = view.series;
    if (comparator === "untreated") return [];
    const women = view.cases.map(entangled).filter((woman) => woman !== undefined);
    if (women.length === 0) return [];
    return [
      {
        at: "/comparator",
        facts: {
          comparator: comparator ?? "notStated",
          women,
          recoveryMonths: seriesRuleLimits.recoveryAfterWeaning.months,
        },
      },
    ];
  },
});

function entangled(woman: CaseView): Entangled | undefined {
  const drug = woman.treatments
    .filter(({ entry }) => isBoneActive(entry.agent))
    .toSorted(
      (a, b) => (a.when?.earliest ?? Number.POSITIVE_INFINITY) - (b.when?.earliest ?? Number.POSITIVE_INFINITY),
    )[0];
  const scanned = latestOf(woman.scans.map(({ when }) => when).filter((when) => when !== undefined));
  if (drug === undefined || woman.scans.length < 2) return undefined;
  // With no scan after the drug there is no change to credit to it.
  if (scanned !== undefined && drug.when !== undefined && !(scanned.latest > drug.when.earliest)) return undefined;
  const treated = span(drug.when, scanned);
  const weaning = isRecovering(woman, treated);
  const together = woman.treatments
    .filter(
      ({ entry }) => entry.agent !== drug.entry.agent && CO_MEDICATION.includes(agentKnowledge(entry.agent).class),
    )
    .filter(({ when, end }) => mayOverlap(span(when, end), treated))
    .map(({ entry }) => entry.agent);
  if (!weaning && together.length === 0) return undefined;
  return { ...namedCase(woman.record), drug: drug.entry.agent, weaning, together: [...new Set(together)] };
}

/** From the earliest start to the latest end; what is not known is open. */
function span(start: Interval | undefined, end: Interval | undefined): Interval {
  return {
    earliest: start?.earliest ?? Number.NEGATIVE_INFINITY,
    latest: end?.latest ?? Number.POSITIVE_INFINITY,
  };
}

function mayOverlap(a: Interval, b: Interval): boolean {
  return a.earliest < b.latest && a.latest > b.earliest;
}

function isRecovering({ index, weaned }: CaseView, treated: Interval): boolean {
  if (weaned !== undefined) {
    const recovery = {
      earliest: weaned.earliest,
      latest: weaned.latest + seriesRuleLimits.recoveryAfterWeaning.months,
    };
    return mayOverlap(recovery, treated);
  }
  // She breastfed and the end was not recorded: it may have been then.
  return index?.lactation?.breastfed === "yes" && index.lactation.stillBreastfeeding !== true;
}

function drugs(women: readonly Entangled[]): readonly AgentId[] {
  return [...new Set(women.map(({ drug }) => drug))];
}

function partsEn(women: readonly Entangled[], t: Terms): readonly string[] {
  const weaned = women.filter(({ weaning }) => weaning).map(({ name }) => t.text(name));
  const agents = [...new Set(women.flatMap(({ together }) => together))];
  return [
    ...(weaned.length === 0 ? [] : [`recovery after weaning falls into the same time (${t.series(weaned)})`]),
    ...(agents.length === 0 ? [] : [`other agents for bone were given (${t.series(agents.map(t.agent))})`]),
  ];
}

function partsZh(women: readonly Entangled[], t: Terms): readonly string[] {
  const weaned = women.filter(({ weaning }) => weaning).map(({ name }) => t.text(name));
  const agents = [...new Set(women.flatMap(({ together }) => together))];
  return [
    ...(weaned.length === 0 ? [] : [`同期处于停哺乳后的骨量自然恢复阶段（${t.series(weaned)}）`]),
    ...(agents.length === 0 ? [] : [`同期合并使用${t.list(agents.map(t.agent))}`]),
  ];
}
