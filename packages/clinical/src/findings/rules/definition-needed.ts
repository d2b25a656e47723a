import { delayNames, type NamedDelay } from "../../claims/delay-names.ts";
import { sayDelays } from "../../claims/kinds/delay-in-all.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type DefinitionFacts = { readonly claim: string; readonly delays: readonly NamedDelay[] };

/** A delay that is stated without saying from what to what. */
export const definitionNeeded = seriesRule<DefinitionFacts>({
  id: "definition-needed",
  severity: "minor",
  reads: [
    "claims[].from",
    "claims[].to",
    "cases[].symptoms",
    "cases[].fractures",
    "cases[].events",
    "cases[].treatments",
  ],
  source: sourcePaper("l.529-535", "delay of diagnosis and treatment, start and end not stated"),
  title: { en: "From what to what is the delay counted?", zh: "延误时间自何时起、至何时止？" },
  message: {
    en: ({ delays }, t) => `State from what to what the delay is counted. ${sayDelays(delays, t)}.`,
    zh: ({ delays }, t) => `请说明延误的起止点。${sayDelays(delays, t)}。`,
  },
  find: (view) =>
    (view.series.claims ?? []).flatMap((claim, position) => {
      if (claim.kind !== "delayInAll" || (claim.from !== undefined && claim.to !== undefined)) return [];
      return [{ at: `/claims/${position}`, facts: { claim: claim.id, delays: delayNames(claim, view) } }];
    }),
});
