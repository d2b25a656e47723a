import type { Text } from "@materbone/clinical";
import type { Quantity } from "./evidence-figure-data.ts";

/** Invented numbers in the manner of this literature; none is a result. */
export const SPINE_CHANGE: Quantity = {
  name: { en: "change of lumbar spine BMD", zh: "腰椎骨密度变化" },
  unit: { en: "%", zh: "%" },
  decimals: 1,
  isSigned: true,
};

export const BISPHOSPHONATE = { label: { en: "bisphosphonate", zh: "双膦酸盐" }, kind: "bisphosphonate" } as const;

export const TERIPARATIDE = { label: { en: "teriparatide", zh: "特立帕肽" }, kind: "teriparatide" } as const;

export const DENOSUMAB = { label: { en: "denosumab", zh: "地舒单抗" }, kind: "denosumab" } as const;

export const SEQUENCE = {
  label: { en: "teriparatide, then antiresorptive drug", zh: "特立帕肽序贯抗骨吸收药" },
  kind: "sequence",
} as const;

export const FEWER_THAN_THREE: Text = { en: "fewer than three studies", zh: "研究不足3项" };

export const HOSTILE: Text = { en: `<script>alert("1")</script> & 'x'`, zh: `<b>"恶意"</b>&'x'` };
