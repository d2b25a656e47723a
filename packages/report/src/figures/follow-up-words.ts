import { defaultSchedule, type Phrase, type Text } from "@materbone/clinical";

type Word = "time" | "task" | "status" | "doneAt" | "timeNotKnown" | "reminds" | "empty" | "key" | "notJudged";

export const FOLLOW_UP_WORDS: Readonly<Record<Word, Text>> = {
  time: { en: "Time of the schedule", zh: "计划时点" },
  task: { en: "Tasks", zh: "项目" },
  status: { en: "Status", zh: "状态" },
  doneAt: { en: "On record at", zh: "记录时间" },
  timeNotKnown: { en: "time not known", zh: "时间不详" },
  reminds: defaultSchedule.statement,
  empty: { en: "The schedule asks for nothing in this record.", zh: "随访计划中没有适用于该病例的项目。" },
  key: {
    en: "Bar: when it is due; thin line: tolerance; dot: on record. Filled: due or overdue; hollow: done or its time has not come.",
    zh: "条：到期时间；细线：允许偏差；圆点：已有记录。实心：到期或逾期；空心：已完成或未到时间。",
  },
  notJudged: {
    en: "The record has no time to judge by, so nothing is called due or overdue.",
    zh: "记录中没有可作判断的时间，因此不判断到期或逾期。",
  },
};

export const FOLLOW_UP_TITLE: Phrase<{ readonly woman: string }> = {
  en: ({ woman }) => `${woman}: follow-up plan`,
  zh: ({ woman }) => `${woman}：随访计划`,
};

/** Stands at the line of the month that judges. */
export const JUDGED_AT: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `judged at month ${months}`,
  zh: ({ months }) => `判断时点：产后${months}个月`,
};

export const AS_OF: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `As of month ${months}.`,
  zh: ({ months }) => `以产后${months}个月为判断时点。`,
};

/** One time of the schedule with what became of its tasks. */
export const FOLLOW_UP_ROW: Phrase<{
  readonly name: string;
  readonly months: string;
  readonly isTimed: boolean;
  readonly status: string;
}> = {
  en: ({ name, months, isTimed, status }) =>
    `${name}, ${isTimed ? `due at ${months} months` : FOLLOW_UP_WORDS.timeNotKnown.en}: ${status}.`,
  zh: ({ name, months, isTimed, status }) =>
    `${name}（${isTimed ? `产后${months}个月` : FOLLOW_UP_WORDS.timeNotKnown.zh}）：${status}。`,
};

/** One thing on record. */
export const ON_RECORD: Phrase<{ readonly task: string; readonly months: string; readonly status: string }> = {
  en: ({ task, months, status }) => `${task}: ${status}, on record at ${months} months`,
  zh: ({ task, months, status }) => `${task}：${status}，记录于产后${months}个月`,
};
