import { isPremenopausal } from "../../record/person.ts";
import { agentKnowledge } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type MissingPlan = "nextPregnancy" | "contraception";
type ReproductivePlanFacts = { readonly agents: readonly AgentId[]; readonly missing: readonly MissingPlan[] };

const EN: Record<MissingPlan, string> = {
  nextPregnancy: "the plan for a next pregnancy",
  contraception: "contraception",
};
const ZH: Record<MissingPlan, string> = { nextPregnancy: "再次妊娠计划", contraception: "避孕情况" };

/** Bisphosphonates stay in bone for years and cross the placenta; denosumab is contraindicated in pregnancy. */
export const reproductivePlanMissing = caseRule<ReproductivePlanFacts>({
  id: "reproductive-plan-missing",
  severity: "major",
  reads: ["treatments[].agent", "plan.nextPregnancy", "plan.contraception", "person.menopause"],
  source: sourcePaper("l.575-586", "bisphosphonates cross the placenta; use at child-bearing age should be restricted"),
  title: {
    en: "Was a bisphosphonate or denosumab given without a recorded pregnancy plan and contraception?",
    zh: "使用双膦酸盐或地舒单抗时，是否未记录再次妊娠计划和避孕情况？",
  },
  message: {
    en: ({ agents, missing }, t) =>
      `Given at child-bearing age: ${t.list(agents.map(t.agent))}; not recorded: ${t.list(missing.map((part) => EN[part]))}.`,
    zh: ({ agents, missing }, t) =>
      `育龄期使用${t.list(agents.map(t.agent))}，但未记录${t.list(missing.map((part) => ZH[part]))}。`,
  },
  find: (view) => {
    if (!isPremenopausal(view.record.person ?? {})) return [];
    const plan = view.record.plan;
    const missing: MissingPlan[] = [];
    if ((plan?.nextPregnancy?.plan ?? "notReported") === "notReported") missing.push("nextPregnancy");
    if ((plan?.contraception?.use ?? "notReported") === "notReported") missing.push("contraception");
    if (missing.length === 0) return [];
    const agents = new Set<AgentId>();
    for (const { entry } of view.treatments) {
      const kind = agentKnowledge(entry.agent).class;
      if (kind === "bisphosphonate" || kind === "antiRankl") agents.add(entry.agent);
    }
    if (agents.size === 0) return [];
    const [first, second] = missing;
    const at = second === undefined && plan !== undefined ? `/plan/${first}` : "/plan";
    return [{ at, facts: { agents: [...agents], missing } }];
  },
});
