import type { CaseView } from "../../record/case-view.ts";
import { roiLevels, roiName } from "../../vertebrae/spine.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { type NamedScan, namedScan, sayScan } from "./named-scan.ts";
import { commonPlace } from "./place.ts";

type SpineRegion = NamedScan & { readonly vertebrae: string };
type VertebraeDifferFacts = { readonly scans: readonly SpineRegion[] };

/** Density differs from vertebra to vertebra, so that a change of region reads as a change of bone. */
export const vertebraeDiffer = caseRule<VertebraeDifferFacts>({
  id: "vertebrae-differ",
  severity: "major",
  reads: ["scans[].sites.lumbarSpine.vertebrae"],
  source: recalled("ISCD Official Positions, Adult (2023), serial measurement: same region of interest"),
  title: { en: "Do the scans measure different lumbar vertebrae?", zh: "各次检查测量的腰椎节段是否不同？" },
  message: {
    en: ({ scans }, t) =>
      `The spine region differs between scans: ${t.series(scans.map((scan) => `${scan.vertebrae} in ${sayScan(scan, t)}`))}.`,
    zh: ({ scans }, t) =>
      `各次检查的腰椎测量区不同：${t.series(scans.map((scan) => `${sayScan(scan, t)}为 ${scan.vertebrae}`))}。`,
  },
  find: (view) => {
    if (view.scans.length < 2 || isOneRegion(view)) return [];
    const regions = view.scans.flatMap(({ entry, at }) => {
      const levels = roiLevels(entry.sites.lumbarSpine);
      return levels === undefined ? [] : [{ ...namedScan(entry), vertebrae: roiName(levels, "–"), at }];
    });
    if (regions.every(({ vertebrae }) => vertebrae === regions[0]?.vertebrae)) return [];
    return [
      {
        at: commonPlace(regions.map(({ at }) => `${at}/sites/lumbarSpine/vertebrae`)),
        facts: { scans: regions.map(({ scan, name, vertebrae }) => ({ scan, name, vertebrae })) },
      },
    ];
  },
});

/** Written alike in every scan: the common case, told without reading the levels. */
function isOneRegion({ scans }: CaseView): boolean {
  const first = scans[0]?.entry.sites.lumbarSpine?.vertebrae?.join();
  return scans.every(({ entry }) => entry.sites.lumbarSpine?.vertebrae?.join() === first);
}
