import { calibrationBetween } from "../../densitometry/cross-calibration.ts";
import type { CaseView, Timed } from "../../record/case-view.ts";
import { type Scan, SKELETAL_SITES } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { type NamedScan, namedScan } from "./named-scan.ts";
import { commonPlace } from "./place.ts";

type DeviceChangedFacts = { readonly devices: readonly string[]; readonly scans: readonly NamedScan[] };

/** Two devices print two scales; without the centre's own cross-calibration their difference is no change of bone. */
export const deviceChanged = caseRule<DeviceChangedFacts>({
  id: "device-changed",
  severity: "major",
  reads: ["scans[].device", "series.methods.crossCalibrations"],
  source: recalled("ISCD Official Positions, Adult (2023), cross-calibration: no quantitative comparison without it"),
  title: {
    en: "Were scans on different devices without a cross-calibration?",
    zh: "各次检查是否使用了未经交叉校准的不同仪器？",
  },
  message: {
    en: ({ devices }, t) =>
      `Scans were made on ${t.list(devices)} without a cross-calibration: the change between them carries no verdict.`,
    zh: ({ devices }, t) => `各次检查使用了${t.list(devices)}，且未作交叉校准：其间的骨密度变化不作判定。`,
  },
  find: (view) => {
    const { scans } = view;
    const first = scans[0];
    if (first === undefined || scans.every(({ entry }) => entry.device === first.entry.device)) return [];
    const changed = new Set<Timed<Scan>>();
    for (const [position, from] of scans.entries()) {
      for (const to of scans.slice(position + 1)) {
        if (!isUncalibrated(view, from.entry, to.entry)) continue;
        changed.add(from);
        changed.add(to);
      }
    }
    if (changed.size === 0) return [];
    const involved = scans.filter((scan) => changed.has(scan));
    return [
      {
        at: commonPlace(involved.map(({ at }) => at)),
        facts: {
          devices: [...new Set(involved.flatMap(({ entry }) => entry.device ?? []))],
          scans: involved.map(({ entry }) => namedScan(entry)),
        },
      },
    ];
  },
});

function isUncalibrated(view: CaseView, from: Scan, to: Scan): boolean {
  if (from.device === undefined || to.device === undefined || from.device === to.device) return false;
  return SKELETAL_SITES.some(
    (site) =>
      from.sites[site]?.bmdGPerCm2 !== undefined &&
      to.sites[site]?.bmdGPerCm2 !== undefined &&
      calibrationBetween(view.context, from.device, to.device, site) === undefined,
  );
}
