import type { Text } from "@materbone/clinical";

export const pregnancyWords = {
  isIndex: { en: "PLO is dated from this delivery", zh: "以本次分娩计算产后时间" },
  indexNow: { en: "Index pregnancy: month 0 is this delivery.", zh: "本次妊娠：以该次分娩为第0月。" },
  add: { en: "Add pregnancy", zh: "添加妊娠" },
} as const satisfies Record<string, Text>;
