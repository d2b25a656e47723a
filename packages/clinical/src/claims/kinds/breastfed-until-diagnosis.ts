import type { CaseView } from "../../record/case-view.ts";
import { type Certainty, isNotAfter } from "../../time/interval.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { type MonthsFact, monthsFact, sayLength } from "../months-fact.ts";
import { type NamedCase, namedCase } from "../named-case.ts";

type Breastfed = NamedCase & { readonly until: Certainty; readonly weaned: MonthsFact; readonly diagnosis: MonthsFact };

/** Every woman said to have breastfed until the diagnosis: weaned at that time or later. */
export const breastfedUntilDiagnosis = claimTest({
  kind: "breastfedUntilDiagnosis",
  test: (_claim, view) => {
    const women = view.cases.map(
      (woman): Breastfed => ({
        ...namedCase(woman.record),
        until: breastfedUntil(woman),
        weaned: monthsFact(woman.weaned),
        diagnosis: monthsFact(woman.diagnosis),
      }),
    );
    const exceptions = women.filter(({ until }) => until === "no");
    const open = women.filter(({ until }) => until === "perhaps");
    return {
      outcome: outcomeForAll(women.length, exceptions.length, open.length),
      facts: { women: women.length, exceptions, open },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const open =
        facts.open.length === 0 ? "" : ` Not certain for ${t.list(facts.open.map(({ name }) => t.text(name)))}.`;
      if (facts.exceptions.length === 0) {
        return `Breastfeeding until diagnosis in all ${facts.women} women is stated; no record contradicts it.${open}`;
      }
      const exceptions = facts.exceptions.map(
        ({ name, weaned, diagnosis }) =>
          `${t.text(name)} ${weaned === null ? "did not breastfeed" : `weaned ${sayLength(weaned, t)} after delivery, diagnosed at ${sayLength(diagnosis, t)}`}`,
      );
      return `Breastfeeding until diagnosis in all women is stated; ${exceptions.join("; ")}.${open}`;
    },
    zh: ({ facts }, t) => {
      const open = facts.open.length === 0 ? "" : `${t.list(facts.open.map(({ name }) => t.text(name)))}尚不能确定。`;
      if (facts.exceptions.length === 0) {
        return `文中称全部 ${facts.women} 例确诊前均坚持母乳喂养，记录中未见相反病例。${open}`;
      }
      const exceptions = facts.exceptions.map(
        ({ name, weaned, diagnosis }) =>
          `${t.text(name)} ${weaned === null ? "未母乳喂养" : `产后 ${sayLength(weaned, t)}停止哺乳，产后 ${sayLength(diagnosis, t)}确诊`}`,
      );
      return `文中称全部病例确诊前均坚持母乳喂养；但${exceptions.join("；")}。${open}`;
    },
  },
});

function breastfedUntil({ index, weaned, diagnosis }: CaseView): Certainty {
  const lactation = index?.lactation;
  if (lactation?.breastfed === "no") return "no";
  if (lactation?.stillBreastfeeding === true) return "yes";
  if (weaned === undefined || diagnosis === undefined) return "perhaps";
  return isNotAfter(diagnosis, weaned);
}
