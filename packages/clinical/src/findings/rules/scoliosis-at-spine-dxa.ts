import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";

type ScoliosisFacts = { readonly durationYearsMoreThan: number | null; readonly scans: readonly string[] };

/** A curved and rotated spine changes the projected area and the vertebrae that DXA outlines. */
export const scoliosisAtSpineDxa = caseRule<ScoliosisFacts>({
  id: "scoliosis-at-spine-dxa",
  severity: "minor",
  reads: ["comorbidities[].condition", "scans[].sites.lumbarSpine"],
  source: recalled(
    "ISCD Official Positions, Adult (2023), spine region of interest: anatomically abnormal vertebrae",
    "source paper l.109-111 reports scoliosis for more than eight years beside an L1-4 measurement",
  ),
  title: {
    en: "Was spine DXA done in a woman with scoliosis?",
    zh: "脊柱侧弯患者是否做了腰椎 DXA？",
  },
  message: {
    en: ({ durationYearsMoreThan }) =>
      `Scoliosis${durationYearsMoreThan === null ? "" : ` for more than ${durationYearsMoreThan} years`} with spine DXA: rotation and sclerosis alter the projected density, so read the lumbar value with caution.`,
    zh: ({ durationYearsMoreThan }) =>
      `患者有脊柱侧弯${durationYearsMoreThan === null ? "" : `（${durationYearsMoreThan} 年余）`}并行腰椎 DXA：椎体旋转和骨质硬化会影响投影骨密度，腰椎结果应谨慎解读。`,
  },
  find: (view) => {
    const comorbidities = view.record.comorbidities;
    if (comorbidities === undefined) return [];
    const position = comorbidities.findIndex(
      ({ condition, certainty }) => condition === "scoliosis" && certainty !== "suspected",
    );
    const scoliosis = comorbidities[position];
    if (scoliosis === undefined) return [];
    const scans = view.scans.filter(({ entry }) => entry.sites.lumbarSpine !== undefined).map(({ entry }) => entry.id);
    if (scans.length === 0) return [];
    return [
      {
        at: `/comorbidities/${position}`,
        facts: { durationYearsMoreThan: scoliosis.durationYearsMoreThan ?? null, scans },
      },
    ];
  },
});
