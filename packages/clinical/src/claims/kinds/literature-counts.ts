import { literatureTotals } from "../../literature/totals.ts";
import { claimTest } from "../claim-result.ts";
import { printedClaim, printsAs } from "../printed-claim.ts";

/** Printed numbers of studies and women against the rows of the literature table. */
export const literatureCounts = claimTest({
  kind: "literatureCounts",
  test: (claim, view) => {
    const { studies, women } = literatureTotals(view.series.literature ?? []);
    const pairs = [
      { printed: claim.studies, counted: studies },
      { printed: claim.women, counted: women },
    ].flatMap(({ printed, counted }) => (printed === undefined ? [] : [{ printed: printedClaim(printed), counted }]));
    const agrees = pairs.every(({ printed, counted }) => printsAs(counted, printed));
    return {
      outcome: pairs.length === 0 || studies === 0 ? "cannotTell" : agrees ? "supported" : "notSupported",
      facts: {
        printedStudies: claim.studies === undefined ? null : printedClaim(claim.studies).value,
        printedWomen: claim.women === undefined ? null : printedClaim(claim.women).value,
        studies,
        women,
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const printed = [
        ...(facts.printedStudies === null
          ? []
          : [`${facts.printedStudies} ${t.count(facts.printedStudies, "study", "studies")}`]),
        ...(facts.printedWomen === null
          ? []
          : [`${facts.printedWomen} ${t.count(facts.printedWomen, "woman", "women")}`]),
      ];
      return `${printed.length === 0 ? "No number is" : `${t.list(printed)} are`} stated; the literature table holds ${facts.studies} ${t.count(facts.studies, "study", "studies")} and ${facts.women} ${t.count(facts.women, "woman", "women")}.`;
    },
    zh: ({ facts }, t) => {
      const printed = [
        ...(facts.printedStudies === null ? [] : [`${facts.printedStudies} 项研究`]),
        ...(facts.printedWomen === null ? [] : [`${facts.printedWomen} 例患者`]),
      ];
      return `${printed.length === 0 ? "文中未给出数目" : `文中称 ${t.series(printed)}`}；文献汇总表共 ${facts.studies} 项研究、${facts.women} 例患者。`;
    },
  },
});
