import { claimTest } from "../claim-result.ts";
import { printedClaim, printsAs } from "../printed-claim.ts";

/** The number of women printed against the number of records. */
export const caseCount = claimTest({
  kind: "caseCount",
  test: (claim, view) => {
    const printed = printedClaim(claim.printed);
    const counted = view.cases.length;
    return {
      outcome: printsAs(counted, printed) ? "supported" : "notSupported",
      facts: { printed: printed.value, counted },
    };
  },
  sentence: {
    en: ({ facts: { printed, counted } }, t) =>
      `${printed} ${t.count(printed, "woman is", "women are")} stated; the series holds ${counted} ${t.count(counted, "record", "records")}.`,
    zh: ({ facts: { printed, counted } }) => `文中称 ${printed} 例，本系列共有 ${counted} 份病例记录。`,
  },
});
