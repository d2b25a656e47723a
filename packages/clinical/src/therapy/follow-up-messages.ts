import type { Terms } from "../language/terms.ts";
import type { Text } from "../language/text.ts";
import type { FollowUpStatus } from "./follow-up.ts";
import type { FollowUpTask } from "./follow-up-schedule.ts";

export const followUpStatusWords: Readonly<Record<FollowUpStatus, Text>> = {
  done: { en: "done", zh: "已完成" },
  notYet: { en: "not yet", zh: "未到时间" },
  due: { en: "due", zh: "到期" },
  overdue: { en: "overdue", zh: "逾期" },
  unknown: { en: "not known", zh: "无法判断" },
};

/** What a task asks for, in a word or two. */
export function sayFollowUpTask(task: FollowUpTask, t: Terms): string {
  switch (task.kind) {
    case "laboratory":
      return t.either(task.anyOf.map((analyte) => t.analyte(analyte)));
    case "workup":
      return t.word("workupItem", task.item);
    default:
      return t.text(TASKS[task.kind]);
  }
}

const TASKS: Readonly<Record<Exclude<FollowUpTask["kind"], "laboratory" | "workup">, Text>> = {
  scan: { en: "DXA of spine and hip", zh: "腰椎及髋部DXA" },
  imaging: { en: "spine imaging", zh: "脊柱影像学检查" },
  score: { en: "pain or function score", zh: "疼痛或功能评分" },
  visit: { en: "review", zh: "门诊复查" },
  weaning: { en: "weaning plan", zh: "停止哺乳计划" },
  heightLoss: { en: "height", zh: "身高" },
  newFracture: { en: "new fractures asked", zh: "询问新发骨折" },
  pregnancyWish: { en: "wish for another pregnancy asked", zh: "询问再次生育意愿" },
};
