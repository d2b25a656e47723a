import type { Text } from "@materbone/clinical";

/** Intervals of dosing to choose from; another one that the record holds is offered besides. */
export const periodOptions: readonly { readonly value: string; readonly text: Text }[] = [
  { value: "once", text: { en: "once", zh: "单次" } },
  { value: "day", text: { en: "day", zh: "每日" } },
  { value: "2 days", text: { en: "2 days", zh: "隔日" } },
  { value: "week", text: { en: "week", zh: "每周" } },
  { value: "2 weeks", text: { en: "2 weeks", zh: "每2周" } },
  { value: "4 weeks", text: { en: "4 weeks", zh: "每4周" } },
  { value: "month", text: { en: "month", zh: "每月" } },
  { value: "3 months", text: { en: "3 months", zh: "每3个月" } },
  { value: "6 months", text: { en: "6 months", zh: "每6个月" } },
  { value: "year", text: { en: "year", zh: "每年" } },
  { value: "18 months", text: { en: "18 months", zh: "每18个月" } },
  { value: "2 years", text: { en: "2 years", zh: "每2年" } },
  { value: "notStated", text: { en: "not stated", zh: "未说明" } },
];
