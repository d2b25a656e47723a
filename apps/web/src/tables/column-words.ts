import type { Text } from "@materbone/clinical";
import type { Table2Quantity, Table3Column } from "@materbone/report";

/** Columns as the chooser names them, in the language of the print. */
export const columnWords: Readonly<Record<Table2Quantity | Table3Column, Text>> = {
  bmd: { en: "BMD", zh: "BMD" },
  zScore: { en: "Z-score", zh: "Z值" },
  tScore: { en: "T-score, where recorded", zh: "T值（有记录时）" },
  women: { en: "Number of women", zh: "例数" },
  meanAge: { en: "Mean age", zh: "平均年龄" },
  timeOfDiagnosis: { en: "Time of diagnosis", zh: "诊断时间" },
  regimen: { en: "Treatment", zh: "治疗方案" },
  effect: { en: "Change of BMD", zh: "治疗效果" },
};
