import {
  type CheckKnowledge,
  checksKnown,
  createTerms,
  defaultSchedule,
  type FollowUpEntry,
  type Lang,
  MINUS,
  readinessStatement,
  sayFollowUpTask,
  type Text,
} from "@materbone/clinical";
import { code, codes, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const checksPage: Page = {
  name: "checks-and-follow-up",
  title: { en: "Checks and follow-up schedule", zh: "用药前后检查与随访计划" },
  about: {
    en: "What each check asks before and after a drug; what is due when.",
    zh: "用药前后各项检查的内容；何时应做何事。",
  },
  body: (lang) =>
    [
      `## ${{ en: "Checks", zh: "检查" }[lang]}`,
      readinessStatement[lang],
      sourceStatusNote[lang],
      checkTable(lang),
      `## ${{ en: "Follow-up schedule", zh: "随访计划" }[lang]}`,
      defaultSchedule.statement[lang],
      scheduleTable(lang),
    ].join("\n\n"),
};

const PHASES = { before: { en: "before", zh: "用药前" }, after: { en: "after", zh: "用药后" } };
const SIDES = { low: { en: "low", zh: "偏低" }, high: { en: "high", zh: "偏高" } };

function checkTable(lang: Lang): string {
  const headings = {
    en: ["Id", "Check", "When", "Why", "Fails on", "Source"],
    zh: ["编号", "检查", "时机", "意义", "不符条件", "来源"],
  }[lang];
  return table(
    headings,
    checksKnown.map((check) => [
      code(check.id),
      check.name[lang],
      phase(check, lang),
      check.why[lang],
      failing(check, lang),
      sourceText(check.source, lang),
    ]),
  );
}

function phase({ phase, dueDays }: CheckKnowledge, lang: Lang): string {
  if (dueDays === undefined) return PHASES[phase][lang];
  const { from, to, toleranceDays } = dueDays;
  return {
    en: `${from} to ${to} days after a dose (± ${toleranceDays})`,
    zh: `给药后 ${from}～${to} 天（± ${toleranceDays}）`,
  }[lang];
}

function failing({ laboratory, failsBelow }: CheckKnowledge, lang: Lang): string {
  const parts = (laboratory ?? []).map(
    ({ analytes, failsWhen }) => `${codes(analytes)}: ${failsWhen.map((side) => SIDES[side][lang]).join(", ")}`,
  );
  if (failsBelow !== undefined)
    parts.push(`< ${failsBelow.value} ${failsBelow.unit} — ${sourceText(failsBelow.source, lang)}`);
  return parts.join("; ");
}

const ANCHORS: Readonly<Record<FollowUpEntry["anchor"], Text>> = {
  diagnosis: { en: "diagnosis", zh: "确诊" },
  weaning: { en: "weaning", zh: "停止哺乳" },
  firstDose: { en: "first dose", zh: "首次给药" },
  delivery: { en: "delivery", zh: "分娩" },
  nextDelivery: { en: "next delivery", zh: "下次分娩" },
};

function span({ fromMonths, toMonths }: FollowUpEntry, lang: Lang): string {
  const [from, to] = [fromMonths, toMonths].map((months) => String(months).replace("-", MINUS));
  return from === to ? String(from) : `${from}${{ en: " to ", zh: " 至 " }[lang]}${to}`;
}

function scheduleTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = {
    en: ["Id", "When", "Months from", "Tolerance, months", "What", "Source"],
    zh: ["编号", "时间", "起点与月数", "容许误差（月）", "项目", "来源"],
  }[lang];
  return table(
    headings,
    defaultSchedule.entries.map((entry) => [
      code(entry.id),
      `${entry.name[lang]}${entry.optional === true ? { en: " (optional)", zh: "（可选）" }[lang] : ""}`,
      `${ANCHORS[entry.anchor][lang]}${{ en: ": ", zh: "：" }[lang]}${span(entry, lang)}`,
      String(entry.toleranceMonths),
      entry.tasks.map((task) => sayFollowUpTask(task, terms)).join(lang === "zh" ? "；" : "; "),
      sourceText(entry.source, lang),
    ]),
  );
}
