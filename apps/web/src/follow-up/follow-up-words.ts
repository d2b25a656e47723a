import type { Phrase, Text } from "@materbone/clinical";
import type { TaskGroup } from "./task-group.ts";

export const followUpWords = {
  title: { en: "Follow-up", zh: "随访" },
  reminds: {
    en: "The board reminds; it prescribes nothing. The schedule is a proposal that a centre edits.",
    zh: "本页仅作提示，不构成医嘱。随访计划为建议方案，各中心可自行修改。",
  },
  on: { en: "As of", zh: "判断日期" },
  today: { en: "Today", zh: "今天" },
  badDay: { en: "Not a day of the calendar; today is used.", zh: "日期无效，按今天计算。" },
  status: { en: "Status", zh: "状态" },
  task: { en: "Task", zh: "项目" },
  all: { en: "all", zh: "全部" },
  woman: { en: "Woman", zh: "病例" },
  time: { en: "Time of the schedule", zh: "计划时点" },
  due: { en: "Due", zh: "到期" },
  what: { en: "Tasks", zh: "项目" },
  months: { en: "months postpartum", zh: "产后月数" },
  unknownTime: { en: "time not known", zh: "时间不详" },
  onRecord: { en: "on record", zh: "见记录" },
  perhaps: { en: "perhaps this", zh: "可能为此项" },
  none: { en: "Nothing here.", zh: "暂无项目。" },
  noneAll: { en: "Nothing matches the filters.", zh: "没有符合筛选条件的项目。" },
  print: { en: "Print", zh: "打印" },
  calendar: { en: "Calendar file (iCalendar)", zh: "日历文件（iCalendar）" },
  calendarSaved: {
    en: "The calendar file is being saved. It holds pseudonyms and tasks, nothing else.",
    zh: "正在保存日历文件；其中只有病例编号和项目。",
  },
  endOfRecord: { en: "judged at the end of her record", zh: "按记录末次时间判断" },
  undated: {
    en: "Their delivery has no date, only months are recorded. They are judged at the end of their own record, whatever the day, and are left out of the calendar file:",
    zh: "以下病例未记录分娩日期，只有月数：不论判断日期，均按其记录末次时间判断，且不列入日历文件。",
  },
  noCases: {
    en: "No woman is in this series yet. Add one on the page “Women”.",
    zh: "本系列尚无病例。请在“病例”页添加。",
  },
  tooMany: {
    en: "The board is for up to 500 women. For more, export the series and use “materbone therapy” on the command line.",
    zh: "随访看板最多支持500例。例数更多时，请导出系列并使用命令行“materbone therapy”。",
  },
  source: { en: "Source of this time", zh: "该时点的来源" },
  goTo: { en: "Go to the entry in the record", zh: "跳到记录中的条目" },
  optional: { en: "some centres stop before it", zh: "部分中心不再随访至此" },
  researchUse: {
    en: "Research use. Reminds of what the schedule asks for; no treatment advice.",
    zh: "仅供研究使用。仅提示随访计划项目，不构成治疗建议。",
  },
  toBoard: { en: "All women of the series", zh: "本系列全部病例" },
} as const satisfies Record<string, Text>;

export const taskGroupWords: Readonly<Record<TaskGroup, Text>> = {
  scan: { en: "DXA scan", zh: "骨密度检查" },
  laboratory: { en: "laboratory", zh: "实验室检查" },
  infusion: { en: "checks around an infusion or injection", zh: "注射用药前后检查" },
  imaging: { en: "imaging", zh: "影像检查" },
  visit: { en: "visit", zh: "门诊" },
  pregnancyWish: { en: "wish for another pregnancy", zh: "再次生育意愿" },
};

/** What the plan of one woman is judged by. */
export const judgedBy: Phrase<{ readonly on: string; readonly months: string }> = {
  en: ({ on, months }) => `As of ${on}, month ${months} after delivery.`,
  zh: ({ on, months }) => `判断日期 ${on}（产后${months}个月）。`,
};

export const judgedByRecord: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `Her delivery has no date: judged at the end of her record, month ${months}.`,
  zh: ({ months }) => `未记录分娩日期，按记录末次时间（产后${months}个月）判断。`,
};

export const notJudged: Text = {
  en: "The record has no time to judge by, so nothing is called due or overdue.",
  zh: "记录中没有可作判断的时间，因此不判断到期或逾期。",
};

export const printedPage: Phrase<{ readonly page: number; readonly pages: number }> = {
  en: ({ page, pages }) => `page ${page} of ${pages}`,
  zh: ({ page, pages }) => `第 ${page} 页，共 ${pages} 页`,
};
