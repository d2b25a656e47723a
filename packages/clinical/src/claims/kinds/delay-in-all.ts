import type { Terms } from "../../language/terms.ts";
import type { Certainty } from "../../time/interval.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { delayNames, type NamedDelay } from "../delay-names.ts";
import { type MonthsFact, sayLength } from "../months-fact.ts";

/** A delay in every woman; without both ends named the word can mean any of several lengths. */
export const delayInAll = claimTest({
  kind: "delayInAll",
  test: (claim, view) => {
    const readings = delayNames(claim, view);
    const isDefined = claim.from !== undefined && claim.to !== undefined;
    const women = readings[0]?.women ?? [];
    const delayed = women.map(({ months }) => isDelayed(months));
    const exceptions = delayed.filter((answer) => answer === "no").length;
    const unknown = delayed.filter((answer) => answer === "perhaps").length;
    return {
      outcome: isDefined ? outcomeForAll(women.length, exceptions, unknown) : "cannotTell",
      facts: { from: claim.from ?? null, to: claim.to ?? null, delays: readings },
    };
  },
  sentence: {
    en: ({ facts }, t) =>
      facts.from === null || facts.to === null
        ? `A delay in all women is stated; from what to what is not said. ${sayDelays(facts.delays, t)}.`
        : `A delay in all women is stated. ${sayDelays(facts.delays, t)}.`,
    zh: ({ facts }, t) =>
      facts.from === null || facts.to === null
        ? `文中称全部病例均存在延误，但未说明起止点。${sayDelays(facts.delays, t)}。`
        : `文中称全部病例均存在延误。${sayDelays(facts.delays, t)}。`,
  },
});

/**
 * "Symptom onset to diagnosis: Case 1 12 months, Case 2 6 months; …". Readings known for nobody are left out, and those
 * from delivery or weaning where symptom and fracture are among the readings: they are times, not delays of care.
 */
export function sayDelays(readings: readonly NamedDelay[], t: Terms): string {
  const isKnown = ({ women }: NamedDelay) => women.some(({ months }) => months !== null);
  const ofCare = readings.filter(({ from }) => from === "symptom" || from === "fracture");
  const parts = (ofCare.length > 0 ? ofCare : readings).filter(isKnown).map(({ from, to, women }) => {
    const lengths = t.series(
      women.map(({ name, months }) => {
        const length = sayLength(months, t);
        return t.lang === "zh" ? `${t.text(name)}（${length}）` : `${t.text(name)} (${length})`;
      }),
    );
    const ends = [t.word("delayPoint", from), t.word("delayPoint", to)];
    return t.lang === "zh" ? `${ends.join("至")}：${lengths}` : `${capital(ends.join(" to "))}: ${lengths}`;
  });
  if (parts.length === 0) return t.lang === "zh" ? "各时间均未记录" : "No times are recorded";
  return parts.join(t.lang === "zh" ? "；" : "; ");
}

/** Did time pass? A delay of no length is none; a range that begins at nothing leaves it open. */
function isDelayed(months: MonthsFact): Certainty {
  const [shortest, longest] = months ?? [null, null];
  if (shortest !== null && shortest > 0) return "yes";
  return longest !== null && longest <= 0 ? "no" : "perhaps";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
