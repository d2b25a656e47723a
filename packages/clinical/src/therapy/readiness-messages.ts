import type { Terms } from "../language/terms.ts";
import type { Text } from "../language/text.ts";
import type { ReadinessReason, ReadinessStatus, ValueSign } from "./readiness-answer.ts";

/** The status in a word or two. */
export const readinessStatusWords: Readonly<Record<ReadinessStatus, Text>> = {
  has: { en: "has", zh: "具备" },
  lacks: { en: "lacks", zh: "缺失" },
  fails: { en: "fails", zh: "不符" },
  undecided: { en: "cannot be judged", zh: "无法判定" },
  notYet: { en: "not yet", zh: "尚未到期" },
};

/** Why a check has its status, as a short clause. */
export function sayReadinessReason(reason: ReadinessReason, t: Terms): string {
  return t.text(reasonText(reason, t));
}

const SIGNS: Readonly<Record<ValueSign, Text>> = {
  inRange: { en: "within its interval", zh: "在参考区间内" },
  low: { en: "below its interval", zh: "低于参考区间" },
  high: { en: "above its interval", zh: "高于参考区间" },
  undetermined: { en: "the intervals that may apply disagree", zh: "可适用的参考区间结论不一" },
  noInterval: { en: "no reference interval recorded", zh: "未记录参考区间" },
  recorded: { en: "recorded", zh: "已记录" },
};

const BREASTFEEDING: Readonly<Record<Extract<ReadinessReason, { kind: "breastfeeding" }>["state"], Text>> = {
  never: { en: "never breastfed", zh: "未曾哺乳" },
  weaned: { en: "weaned", zh: "已停止哺乳" },
  weanedAfterDose: { en: "weaned after the first dose", zh: "首次给药后才停止哺乳" },
  continues: { en: "still breastfeeding", zh: "仍在哺乳" },
};

const PLANS: Readonly<Record<Extract<ReadinessReason, { kind: "plan" }>["plan"], Text>> = {
  wished: { en: "another pregnancy is wished for", zh: "有再次生育意愿" },
  notWished: { en: "no further pregnancy is wished for", zh: "无再次生育意愿" },
  undecided: { en: "not decided on another pregnancy", zh: "再次生育意愿未定" },
};

const CONTRACEPTION: Readonly<Record<Extract<ReadinessReason, { kind: "contraception" }>["use"], Text>> = {
  yes: { en: "contraception used", zh: "已避孕" },
  no: { en: "no contraception", zh: "未避孕" },
  notNeeded: { en: "contraception not needed", zh: "无需避孕" },
};

function reasonText(reason: ReadinessReason, t: Terms): Text {
  switch (reason.kind) {
    case "notDocumented":
      return { en: "not documented", zh: "未记录" };
    case "value":
      return {
        en: `${t.analyte(reason.analyte)} ${reason.value} ${reason.unit}: ${SIGNS[reason.sign].en}`,
        zh: `${t.analyte(reason.analyte)} ${reason.value} ${reason.unit}，${SIGNS[reason.sign].zh}`,
      };
    case "limit":
      return {
        en: `${t.analyte(reason.analyte)} ${reason.value} ${reason.unit}, limit ${reason.limit} ${reason.limitUnit}`,
        zh: `${t.analyte(reason.analyte)} ${reason.value} ${reason.unit}，界值 ${reason.limit} ${reason.limitUnit}`,
      };
    case "creatinineOnly":
      return { en: "creatinine without a clearance or eGFR", zh: "仅有血肌酐，无清除率或eGFR" };
    case "workup": {
      const words = `${t.word("workupItem", reason.item)}: ${t.word("workupStatus", reason.status)}`;
      return { en: words, zh: words.replace(": ", "：") };
    }
    case "plan":
      return PLANS[reason.plan];
    case "contraception":
      return CONTRACEPTION[reason.use];
    case "breastfeeding":
      return BREASTFEEDING[reason.state];
    case "condition": {
      const name = t.word("condition", reason.condition);
      return reason.certainty === "suspected" ? { en: `${name} suspected`, zh: `疑似${name}` } : { en: name, zh: name };
    }
    case "noDose":
      return { en: "no dose given yet", zh: "尚未给药" };
    case "doseTimeUnknown":
      return { en: "time of the dose not known", zh: "给药时间不详" };
    case "outsideDueDays":
      return {
        en: `${t.analyte(reason.analyte)} measured, whether in the days after the dose is not certain`,
        zh: `已测${t.analyte(reason.analyte)}，但是否在给药后规定时间内无法确定`,
      };
  }
}
