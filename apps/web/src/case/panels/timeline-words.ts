import type { Text } from "@materbone/clinical";

export const timelineWords = {
  course: { en: "From pregnancy to the last follow-up", zh: "妊娠至末次随访" },
  spine: { en: "Spine, T4 to L5", zh: "脊柱（T4～L5）" },
  empty: {
    en: "What you record appears here at once: months from delivery run from −9 to +60.",
    zh: "录入的内容会立即显示在此处，横轴为距分娩月数（−9 至 +60）。",
  },
} as const satisfies Record<string, Text>;
