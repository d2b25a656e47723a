import type { EvidenceStudy } from "./literature-record.ts";

/**
 * Does a study give values of women that other reports hold? A review, pooled individual data, or a study that says it contains
 * another cohort. Its values stand beside those of its studies and are never counted with them.
 */
export function restsOnOthers({ design, overlaps = [] }: Pick<EvidenceStudy, "design" | "overlaps">): boolean {
  return (
    design === "review" ||
    design === "pooledIndividualData" ||
    overlaps.some(({ certainty }) => certainty === "contains")
  );
}
