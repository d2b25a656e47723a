import type { Vertebra } from "../../record/fracture.ts";
import { fracturedInRoi } from "../../vertebrae/spine.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { type NamedScan, namedScan, sayScans } from "./named-scan.ts";
import { commonPlace } from "./place.ts";

type FractureInRoiFacts = {
  readonly levels: readonly Vertebra[];
  readonly scans: readonly NamedScan[];
  /** False when no scan concerned says which vertebrae it measured, and L1 to L4 are taken. */
  readonly vertebraeRecorded: boolean;
};

/** A compressed vertebra raises areal bone density and is to be left out of the spine region. */
export const fractureInRoi = caseRule<FractureInRoiFacts>({
  id: "fracture-in-roi",
  severity: "major",
  reads: ["fractures[].site", "fractures[].at", "scans[].sites.lumbarSpine.vertebrae"],
  source: recalled(
    "ISCD Official Positions, Adult (2023), spine region of interest: exclude fractured vertebrae",
    "source paper l.99-101, l.312-316: L4 is fractured and L1-4 is reported",
  ),
  title: {
    en: "Is a fractured vertebra inside the spine region measured?",
    zh: "腰椎测量区是否包含骨折椎体？",
  },
  message: {
    en: ({ levels, scans, vertebraeRecorded }, t) =>
      vertebraeRecorded
        ? `Fractured ${t.list(levels)} ${t.count(levels.length, "lies", "lie")} inside the spine region of ${sayScans(scans, t)}; lumbar density and its change are not like for like.`
        : `${t.list(levels)} ${t.count(levels.length, "is", "are")} fractured and the vertebrae measured are not recorded: check whether the spine region leaves ${t.count(levels.length, "it", "them")} out.`,
    zh: ({ levels, scans, vertebraeRecorded }, t) =>
      vertebraeRecorded
        ? `骨折椎体 ${t.list(levels)} 位于${sayScans(scans, t)}检查的腰椎测量区内，腰椎骨密度及其变化不能直接比较。`
        : `${t.list(levels)} 已骨折而未记录所测椎体：请核对腰椎测量区是否已将其排除。`,
  },
  find: (view) => {
    if (view.record.fractures === undefined) return [];
    const levels = new Set<Vertebra>();
    const scans: NamedScan[] = [];
    const places: string[] = [];
    let vertebraeRecorded = false;
    for (const { entry, when, at } of view.scans) {
      const spine = entry.sites.lumbarSpine;
      if (spine === undefined) continue;
      const inside = fracturedInRoi(view, spine, when);
      if (inside.length === 0) continue;
      for (const level of inside) levels.add(level);
      scans.push(namedScan(entry));
      places.push(`${at}/sites/lumbarSpine`);
      if (spine.vertebrae !== undefined) vertebraeRecorded = true;
    }
    if (scans.length === 0) return [];
    return [{ at: commonPlace(places), facts: { levels: [...levels], scans, vertebraeRecorded } }];
  },
});
