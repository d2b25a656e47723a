import { countsAs } from "../../claims/agent-match.ts";
import { isBisphosphonate } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type VerifyFacts = {
  readonly study: string;
  readonly authors: string;
  /** Agents of the row that the publication does not name, and the reverse. */
  readonly agents: readonly AgentId[];
  readonly primaryAgents: readonly AgentId[];
  readonly document: string;
};

/** The publication found for a row names other drugs: it may be another publication of the same authors. */
export const sourceToVerify = seriesRule<VerifyFacts>({
  id: "source-to-verify",
  severity: "major",
  reads: ["literature[].regimens[].agent", "literature[].primary.agents"],
  source: sourcePaper("l.503-515", "rows whose abstracts by the same first authors describe other drugs"),
  title: {
    en: "Does the cited publication describe other drugs than the table?",
    zh: "原始文献所述药物与文献汇总表是否不同？",
  },
  message: {
    en: (facts, t) =>
      `${facts.authors}: the table says ${t.list(facts.agents.map(t.agent))}; ${t.list(facts.primaryAgents.map(t.agent))} in ${facts.document}. Verify that it is the publication cited.`,
    zh: (facts, t) =>
      `${facts.authors}：表中为${t.list(facts.agents.map(t.agent))}；${facts.document} 中为${t.list(facts.primaryAgents.map(t.agent))}。请核实是否为所引文献。`,
  },
  find: (view) =>
    (view.series.literature ?? []).flatMap((study, position) => {
      const named = study.primary?.agents;
      if (study.primary === undefined || named === undefined) return [];
      const agents = [...new Set(study.regimens.map(({ agent }) => agent))];
      const onlyTable = agents.filter((agent) => !named.some((other) => isSameAgent(agent, other)));
      const onlyPrimary = named.filter((agent) => !agents.some((other) => isSameAgent(agent, other)));
      // A publication that names fewer drugs, or more, may still be the one cited.
      if (onlyTable.length === 0 || onlyPrimary.length === 0) return [];
      return [
        {
          at: `/literature/${position}/regimens`,
          facts: {
            study: study.id,
            authors: study.authors,
            agents: onlyTable,
            primaryAgents: onlyPrimary,
            document: study.primary.document,
          },
        },
      ];
    }),
});

/** An unspecified bisphosphonate can be any of them. */
function isSameAgent(a: AgentId, b: AgentId): boolean {
  const isUnspecified = a === "bisphosphonateUnspecified" || b === "bisphosphonateUnspecified";
  return countsAs(a, b) || countsAs(b, a) || (isUnspecified && isBisphosphonate(a) && isBisphosphonate(b));
}
