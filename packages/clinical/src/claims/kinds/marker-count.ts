import { analyteKnowledge } from "../../laboratory/analyte.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import { claimTest } from "../claim-result.ts";
import { printedClaim, printsAs } from "../printed-claim.ts";

/** The number of turnover markers claimed against the markers tabulated, or measured where no table is named. */
export const markerCount = claimTest({
  kind: "markerCount",
  test: (claim, view) => {
    const printed = printedClaim(claim.printed);
    const tabulated =
      view.series.laboratory?.panel ?? view.cases.flatMap((woman) => woman.laboratory.map(({ analyte }) => analyte));
    const markers = [...new Set(tabulated)].filter(isTurnoverMarker);
    return {
      outcome: tabulated.length === 0 ? "cannotTell" : printsAs(markers.length, printed) ? "supported" : "notSupported",
      facts: { printed: printed.value, counted: markers.length, markers },
    };
  },
  sentence: {
    en: ({ facts: { printed, counted, markers } }, t) =>
      `${printed} bone turnover ${t.count(printed, "marker is", "markers are")} stated; ${counted === 0 ? "none is" : `${counted} ${t.count(counted, "is", "are")}`} tabulated${counted === 0 ? "" : `: ${t.list(markers.map(t.analyte))}`}.`,
    zh: ({ facts: { printed, counted, markers } }, t) =>
      `文中称骨转换标志物 ${printed} 项，${counted === 0 ? "表中未列" : `表中列有 ${counted} 项：${t.list(markers.map(t.analyte))}`}。`,
  },
});

function isTurnoverMarker(analyte: Analyte): boolean {
  const { group } = analyteKnowledge(analyte);
  return group === "turnoverFormation" || group === "turnoverResorption";
}
