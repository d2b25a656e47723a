import type { LabReading } from "../../laboratory/reading.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import { caseRule, type Raised } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type LabValueFact, labValueFact, panelOf, sayLabValue } from "./lab-value.ts";

type DiscordantFacts = {
  readonly low: readonly LabValueFact[];
  readonly high: readonly LabValueFact[];
  readonly inRange: readonly LabValueFact[];
};

const FORMATION: readonly Analyte[] = ["totalP1np", "alp", "boneAlp", "osteocalcin", "nMidOsteocalcin"];

/** Markers of formation in one sample rise and fall together; opposite flags ask for a second look at the numbers. */
export const markersDiscordant = caseRule<DiscordantFacts>({
  id: "markers-discordant",
  severity: "major",
  reads: ["laboratory[].results"],
  source: sourcePaper("l.197-207", "total P1NP 4.74 beside ALP 112; total ALP also comes from liver and placenta"),
  title: {
    en: "Is one marker of bone formation low while another is high in the same sample?",
    zh: "同一次采样中，骨形成标志物是否一项偏低而另一项偏高？",
  },
  message: {
    en: ({ low, high, inRange }, t) =>
      `Markers of bone formation disagree: ${t.list([...low, ...high].map((value) => sayLabValue(value, t)))}${inRange.length === 0 ? "" : `, with ${t.list(inRange.map((value) => sayLabValue(value, t)))}`}. Verify the values.`,
    zh: ({ low, high, inRange }, t) =>
      `骨形成标志物不一致：${t.list([...low, ...high].map((value) => sayLabValue(value, t)))}${inRange.length === 0 ? "" : `，而${t.list(inRange.map((value) => sayLabValue(value, t)))}`}。请核对原始数据。`,
  },
  find: (view) => {
    const markers = view.laboratory.filter(({ analyte }) => FORMATION.includes(analyte));
    // Both flags must occur at all before panels are worth looking at.
    if (!markers.some(isLow) || !markers.some(isHigh)) return [];
    const raised: Raised<DiscordantFacts>[] = [];
    for (const panel of new Set(markers.map(panelOf))) {
      const sampled = markers.filter((marker) => panelOf(marker) === panel);
      const low = sampled.filter(isLow);
      const high = sampled.filter(isHigh);
      if (low.length === 0 || high.length === 0) continue;
      const inRange = sampled.filter(({ flag }) => flag === "inRange");
      const facts = { low: low.map(labValueFact), high: high.map(labValueFact), inRange: inRange.map(labValueFact) };
      raised.push({ at: `${panel}/results`, facts });
    }
    return raised;
  },
});

function isLow({ flag }: LabReading): boolean {
  return flag === "low";
}

function isHigh({ flag }: LabReading): boolean {
  return flag === "high";
}
