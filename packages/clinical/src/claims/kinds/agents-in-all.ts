import { countsAs } from "../agent-match.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { namedCase } from "../named-case.ts";

/** Agents said to have been given to every woman, at any time. */
export const agentsInAll = claimTest({
  kind: "agentsInAll",
  test: (claim, view) => {
    const women = view.cases.map((woman) => ({
      ...namedCase(woman.record),
      hasTreatments: woman.record.treatments !== undefined,
      without: claim.agents.filter((asked) => !woman.treatments.some(({ entry }) => countsAs(entry.agent, asked))),
    }));
    const exceptions = women.filter(({ hasTreatments, without }) => hasTreatments && without.length > 0);
    const notRecorded = women.filter(({ hasTreatments }) => !hasTreatments);
    return {
      outcome: outcomeForAll(women.length, exceptions.length, notRecorded.length),
      facts: {
        agents: claim.agents,
        women: women.length,
        exceptions: exceptions.map(({ case: id, name, without }) => ({ case: id, name, without })),
        notRecorded: notRecorded.map(({ case: id, name }) => ({ case: id, name })),
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const open =
        facts.notRecorded.length === 0
          ? ""
          : ` No treatment is recorded for ${t.list(facts.notRecorded.map(({ name }) => t.text(name)))}.`;
      const agents = t.list(facts.agents.map(t.agent));
      if (facts.exceptions.length === 0)
        return `Treatment of all ${facts.women} women with ${agents} is stated; no record contradicts it.${open}`;
      const exceptions = facts.exceptions.map(
        ({ name, without }) => `${t.text(name)} has no record of ${t.either(without.map(t.agent))}`,
      );
      return `Treatment of all women with ${agents} is stated; ${exceptions.join("; ")}.${open}`;
    },
    zh: ({ facts }, t) => {
      const open =
        facts.notRecorded.length === 0
          ? ""
          : `${t.list(facts.notRecorded.map(({ name }) => t.text(name)))}未记录治疗。`;
      const agents = t.list(facts.agents.map(t.agent));
      if (facts.exceptions.length === 0)
        return `文中称全部 ${facts.women} 例均使用${agents}，记录中未见相反病例。${open}`;
      const exceptions = facts.exceptions.map(
        ({ name, without }) => `${t.text(name)} 无${t.list(without.map(t.agent))}使用记录`,
      );
      return `文中称全部病例均使用${agents}；但${exceptions.join("；")}。${open}`;
    },
  },
});
