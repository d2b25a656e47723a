import type { Text } from "@materbone/clinical";
import type { BlindStatus } from "./candidate-status.ts";
import type { ReviewReason, ReviewVerdict } from "./review-schema.ts";

/** The names that a review takes; the schema of the review has the same as a pattern. */
export const REVIEWER_NAME_WORDS: Text = {
  en: "Begin with a letter or digit; only letters, digits, spaces, dots, dashes, middle dots and apostrophes, at most 40.",
  zh: "须以文字或数字开头，只含文字、数字、空格、点、短横线、间隔号和撇号，至多 40 个字符。",
};

export const VERDICT_WORDS: Readonly<Record<ReviewVerdict, Text>> = {
  plo: { en: "PLO", zh: "是 PLO" },
  not_plo: { en: "not PLO", zh: "非 PLO" },
  cannot_tell: { en: "cannot tell", zh: "无法判断" },
};

export const REASON_WORDS: Readonly<Record<ReviewReason, Text>> = {
  fracture_on_images: { en: "images show a fragility fracture", zh: "影像证实脆性骨折" },
  low_z_score: { en: "low Z-score", zh: "Z值低" },
  other_causes_excluded: { en: "other causes were excluded", zh: "已排除其他病因" },
  diagnosis_documented: { en: "a doctor documented the diagnosis", zh: "病历已有医师诊断" },
  no_fracture: { en: "no fracture on the images", zh: "影像未见骨折" },
  high_energy_injury: { en: "high-energy injury", zh: "高能量损伤" },
  other_cause: { en: "another cause explains it", zh: "可由其他病因解释" },
  known_before_pregnancy: { en: "known before the pregnancy", zh: "孕前已存在" },
  other_time: { en: "outside the time around delivery", zh: "不在孕晚期至产后的定义时间窗内" },
  no_delivery: { en: "no such delivery", zh: "无该次分娩" },
  value_wrong: { en: "a value is wrong", zh: "数值有误" },
  code_wrong: { en: "a code is wrong", zh: "编码有误" },
  images_missing: { en: "no images at hand", zh: "缺少影像资料" },
  density_missing: { en: "bone density was not measured", zh: "未测骨密度" },
  mechanism_unknown: { en: "how it broke is not documented", zh: "骨折机制无记录" },
  workup_missing: { en: "other causes were not looked for", zh: "未做病因排查" },
  records_missing: { en: "records are missing", zh: "病历资料不全" },
  other: { en: "other, see the note", zh: "其他，见备注" },
};

export const STATUS_WORDS: Readonly<Record<BlindStatus["kind"], Text>> = {
  open: { en: "open", zh: "待核查" },
  waiting: { en: "you have decided, the other has not", zh: "您已判断，对方尚未判断" },
  agreed: { en: "agreed", zh: "一致" },
  disagreed: { en: "for adjudication", zh: "待仲裁" },
  adjudicated: { en: "adjudicated", zh: "已仲裁" },
};

/** Headings of a summary. */
export const SUMMARY_WORDS = {
  ppv: { en: "Positive predictive value", zh: "阳性预测值" },
  confirmed: { en: "Confirmed", zh: "已证实" },
  refuted: { en: "Refuted", zh: "已否定" },
  cannotTell: { en: "Cannot tell", zh: "无法判断" },
  open: { en: "Still open", zh: "尚未结案" },
  rawAgreement: { en: "Agreement", zh: "一致率" },
  kappa: { en: "Cohen's kappa", zh: "Cohen κ 系数" },
} as const satisfies Readonly<Record<string, Text>>;
