import { isPremenopausal } from "../../record/person.ts";
import { isBoneActive } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type OffLabelFacts = { readonly agents: readonly AgentId[] };

/** Licences are for postmenopausal, male or glucocorticoid-induced osteoporosis: none names premenopausal PLO. */
export const offLabel = caseRule<OffLabelFacts>({
  id: "off-label",
  severity: "major",
  reads: ["treatments[].agent", "person.menopause"],
  source: sourcePaper("l.536-548, l.584-586", "the approvals listed there are for osteoporosis in general"),
  title: {
    en: "Was a bone-active drug given that is not licensed for premenopausal PLO?",
    zh: "所用抗骨质疏松药物是否未获批用于绝经前 PLO？",
  },
  message: {
    en: ({ agents }, t) => `Off-label: ${t.list(agents.map(t.agent))}. No licence for premenopausal PLO is known.`,
    zh: ({ agents }, t) => `${t.list(agents.map(t.agent))}未见针对绝经前 PLO 的获批适应证，属超说明书用药。`,
  },
  find: (view) => {
    if (!isPremenopausal(view.record.person ?? {})) return [];
    const given = view.treatments.filter(({ entry }) => isBoneActive(entry.agent));
    if (given.length === 0) return [];
    return [
      {
        at: commonPlace(given.map(({ at }) => at)),
        facts: { agents: [...new Set(given.map(({ entry }) => entry.agent))] },
      },
    ];
  },
});
