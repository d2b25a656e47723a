import type { LscBasis, Text } from "@materbone/clinical";

/** What the least significant change in use rests on, as it is named beside every limit. */
export const LSC_BASIS: Readonly<Record<LscBasis, Text>> = {
  stated: { en: "the stated precision of the densitometer", zh: "仪器标称精密度" },
  partlyStated: {
    en: "the stated precision, CV 1 % of the published series where a device states none",
    zh: "仪器标称精密度；未标称者借用已发表系列的 CV 1%",
  },
  published: {
    en: "CV 1 % of the published series; this series states no precision",
    zh: "已发表系列的 CV 1%（本系列未给出仪器精密度）",
  },
  minimum: { en: "the minimum acceptable in-vivo precision", zh: "最低可接受在体精密度" },
  centre: { en: "the centre's own precision study", zh: "本中心精密度研究" },
};
