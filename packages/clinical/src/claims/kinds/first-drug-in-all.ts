import type { Terms } from "../../language/terms.ts";
import type { CaseView } from "../../record/case-view.ts";
import { isBoneActive } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { earliestOf, elapsed, type Interval } from "../../time/interval.ts";
import { countsAs } from "../agent-match.ts";
import { firstDrugGapMonths } from "../claim-kind.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { type MonthsFact, monthsFact, sayLength } from "../months-fact.ts";
import { type NamedCase, namedCase } from "../named-case.ts";

type FirstDrug = NamedCase & {
  /** Was the agent given at all? */
  readonly given: boolean;
  /** Months from the diagnosis without any antiresorptive or anabolic drug; `null` when a time is not known. */
  readonly monthsWithout: MonthsFact;
  /** Reason to decline such a drug before it, `null` when none was declined. */
  readonly declinedReason: string | null;
  /** Other antiresorptive or anabolic drugs given after the diagnosis and before it. */
  readonly othersFirst: readonly AgentId[];
};

/**
 * One drug named as the first measure after the diagnosis in every woman. Contradicted by a woman who did not get it, got
 * another antiresorptive or anabolic drug before it, declined one, or went without for longer than `firstDrugGapMonths`.
 */
export const firstDrugInAll = claimTest({
  kind: "firstDrugInAll",
  test: (claim, view) => {
    const women = view.cases.map((woman) => firstDrug(woman, claim.agent));
    const exceptions = women.filter(isException);
    const unknown = women.filter((woman) => !isException(woman) && !isCertain(woman));
    return {
      outcome: outcomeForAll(women.length, exceptions.length, unknown.length),
      facts: {
        agent: claim.agent,
        women: women.length,
        exceptions,
        timeNotKnown: unknown.map(({ case: id, name }) => ({ case: id, name })),
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const agent = t.agent(facts.agent);
      const open =
        facts.timeNotKnown.length === 0
          ? ""
          : ` Times are not known for ${t.list(facts.timeNotKnown.map(({ name }) => t.text(name)))}.`;
      if (facts.exceptions.length === 0) {
        return `${capital(agent)} is called the first choice after diagnosis in all ${facts.women} women; no woman contradicts it.${open}`;
      }
      const exceptions = facts.exceptions.map((woman) => `${t.text(woman.name)} ${exceptionEn(woman, t)}`);
      return `${capital(agent)} is called the first choice after diagnosis in all women; ${exceptions.join("; ")}.${open}`;
    },
    zh: ({ facts }, t) => {
      const agent = t.agent(facts.agent);
      const open =
        facts.timeNotKnown.length === 0
          ? ""
          : `${t.list(facts.timeNotKnown.map(({ name }) => t.text(name)))}用药时间不详。`;
      if (facts.exceptions.length === 0) {
        return `文中称全部 ${facts.women} 例诊断后均首选${agent}，未见相反病例。${open}`;
      }
      const exceptions = facts.exceptions.map((woman) => `${t.text(woman.name)} ${exceptionZh(woman, t)}`);
      return `文中称全部病例诊断后均首选${agent}；但${exceptions.join("；")}。${open}`;
    },
  },
});

function firstDrug(woman: CaseView, agent: AgentId): FirstDrug {
  const { diagnosis } = woman;
  const boneActive = woman.treatments.filter(
    ({ entry, when }) => isBoneActive(entry.agent) && !endsBefore(when, diagnosis),
  );
  const own = boneActive.filter(({ entry }) => countsAs(entry.agent, agent));
  const start = earliestOf(own.map(({ when }) => when).filter((when) => when !== undefined));
  const first = earliestOf(boneActive.map(({ when }) => when).filter((when) => when !== undefined));
  const others = boneActive.filter(({ entry, when }) => !countsAs(entry.agent, agent) && endsBefore(when, start));
  const declined = woman.declined.find(({ entry, when }) => isBoneActive(entry.agent) && !endsBefore(start, when));
  return {
    ...namedCase(woman.record),
    given: own.length > 0,
    monthsWithout: monthsFact(diagnosis === undefined || first === undefined ? undefined : elapsed(diagnosis, first)),
    declinedReason: declined?.entry.declined?.reason ?? null,
    othersFirst: [...new Set(others.map(({ entry }) => entry.agent))],
  };
}

/** Is one time decidedly over before another begins? Unknown times are not. */
function endsBefore(earlier: Interval | undefined, later: Interval | undefined): boolean {
  return earlier !== undefined && later !== undefined && earlier.latest < later.earliest;
}

function isException(woman: FirstDrug): boolean {
  return !woman.given || woman.declinedReason !== null || woman.othersFirst.length > 0 || hasGap(woman);
}

function hasGap({ monthsWithout }: FirstDrug): boolean {
  return monthsWithout?.[0] != null && monthsWithout[0] > firstDrugGapMonths.moreThanMonths;
}

function isCertain({ monthsWithout }: FirstDrug): boolean {
  return monthsWithout?.[1] != null && monthsWithout[1] <= firstDrugGapMonths.moreThanMonths;
}

function exceptionEn(woman: FirstDrug, t: Terms): string {
  const parts: string[] = [];
  if (woman.declinedReason !== null) {
    parts.push(`declined such a drug (${t.word("declinedReason", woman.declinedReason)})`);
  }
  if (hasGap(woman)) parts.push(`went ${sayLength(woman.monthsWithout, t)} from diagnosis without any bone drug`);
  if (woman.othersFirst.length > 0) parts.push(`had ${t.list(woman.othersFirst.map(t.agent))} before it`);
  if (!woman.given) parts.push("has no record of it after diagnosis");
  return t.list(parts);
}

function exceptionZh(woman: FirstDrug, t: Terms): string {
  const parts: string[] = [];
  if (woman.declinedReason !== null) {
    parts.push(`曾拒绝此类药物（${t.word("declinedReason", woman.declinedReason)}）`);
  }
  if (hasGap(woman)) parts.push(`诊断后 ${sayLength(woman.monthsWithout, t)}未用任何骨吸收抑制剂或促骨形成药`);
  if (woman.othersFirst.length > 0) parts.push(`此前先用${t.list(woman.othersFirst.map(t.agent))}`);
  if (!woman.given) parts.push("诊断后无该药使用记录");
  return parts.join("，");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
