import { localText, type Study, type StudyRegimen, type Terms } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedDose, printedDuration, printedMonths } from "./printed.ts";
import { TABLE_WORDS } from "./words.ts";

/**
 * The treatment of a study in one sentence: when it began, what was given, for how long. Several agents without a number of
 * women are alternatives; steps of one sequence follow each other; women on one regimen for unlike times are told together.
 */
export function regimenSentence(study: Study, t: Terms): string {
  const zh = t.lang === "zh";
  const groups = groupsOf(study.regimens);
  const parts = groups.map((group) => groupText(group, study, t));
  const noDose = study.regimens.every((regimen) => regimen.dose === undefined);
  const given = parts.join(zh ? "；" : "; ");
  const withoutDose = t.text(TABLE_WORDS.doseNotGiven);
  const what = noDose ? (zh ? `${given}（${withoutDose}）` : `${given} (${withoutDose})`) : given;
  const length = treatmentText(study, t);
  const start = startText(study, t);
  const regimen = length === undefined ? what : `${what}${zh ? "，" : ", "}${length}`;
  return headed(start === undefined ? regimen : `${start}${zh ? "：" : ": "}${regimen}`);
}

type Group =
  | { readonly kind: "alternatives"; readonly regimens: readonly StudyRegimen[] }
  | { readonly kind: "steps"; readonly regimens: readonly StudyRegimen[] }
  | { readonly kind: "alike"; readonly regimens: readonly StudyRegimen[] };

function groupsOf(regimens: readonly StudyRegimen[]): readonly Group[] {
  const free = regimens.filter((regimen) => regimen.sequence === undefined && regimen.women === undefined);
  const bound = regimens.filter((regimen) => !free.includes(regimen));
  const sequences = [...new Set(bound.map((regimen) => regimen.sequence))].map((sequence) =>
    bound.filter((regimen) => regimen.sequence === sequence),
  );
  const steps = sequences.filter((sequence) => sequence.length > 1 && sequence[0]?.sequence !== undefined);
  const single = bound.filter((regimen) => !steps.some((sequence) => sequence.includes(regimen)));
  const byRegimen = new Map<string, StudyRegimen[]>();
  for (const regimen of single) {
    const key = JSON.stringify([regimen.agent, regimen.dose, regimen.route]);
    byRegimen.set(key, [...(byRegimen.get(key) ?? []), regimen]);
  }
  return [
    ...(free.length > 0 ? [{ kind: "alternatives", regimens: free } as const] : []),
    ...steps.map((sequence) => ({ kind: "steps", regimens: sequence }) as const),
    ...[...byRegimen.values()].map((alike) => ({ kind: "alike", regimens: alike }) as const),
  ];
}

function groupText(group: Group, study: Study, t: Terms): string {
  switch (group.kind) {
    case "alternatives":
      return t.either(group.regimens.map((regimen) => withLength(regimen, study, t)));
    case "steps":
      return stepsText(group.regimens, t);
    case "alike":
      return alikeText(group.regimens, t);
  }
}

/** "1 woman: pamidronate 200 mg/day for 1 year (then stopped), then alendronate 10 mg/day for 2 years". */
function stepsText(regimens: readonly StudyRegimen[], t: Terms): string {
  const zh = t.lang === "zh";
  const steps = regimens.map((regimen) => {
    const note = regimen.note === undefined ? "" : localText(regimen.note, t.lang);
    const remark = note === "" ? "" : zh ? `（${note}）` : ` (${note})`;
    const length = regimen.durationMonths === undefined ? "" : printedDuration(regimen.durationMonths, t.lang);
    const name = regimenText(regimen, t);
    if (zh) return `${name}${length === "" ? "" : `治疗${length}`}${remark}`;
    return `${name}${length === "" ? "" : ` for ${length}`}${remark}`;
  });
  return `${womenText(Math.max(1, ...regimens.map((regimen) => regimen.women ?? 0)), t)}${steps.join(zh ? "，其后" : ", then ")}`;
}

/** "2 women: alendronate 10 mg/day for 12 and 30 months". */
function alikeText(regimens: readonly StudyRegimen[], t: Terms): string {
  const [first] = regimens;
  if (first === undefined) return "";
  const zh = t.lang === "zh";
  const women = regimens.reduce((sum, regimen) => sum + (regimen.women ?? 1), 0);
  const lengths = regimens.flatMap((regimen) => (regimen.durationMonths === undefined ? [] : [regimen.durationMonths]));
  const whole = lengths.every((length) => typeof length === "number" && length % 12 === 0);
  const [only] = lengths;
  const name = `${womenText(women, t)}${regimenText(first, t)}`;
  if (only === undefined) return name;
  if (lengths.length === 1)
    return zh ? `${name}，治疗${printedDuration(only, "zh")}` : `${name} for ${printedDuration(only, "en")}`;
  const scale = whole ? 12 : 1;
  const numbers = lengths.map((length) => String(typeof length === "number" ? length / scale : length.join("–")));
  if (zh) return `${name}，分别治疗${numbers.join("、")}${whole ? "年" : "个月"}`;
  return `${name} for ${t.list(numbers)} ${whole ? "years" : "months"}`;
}

/** A regimen with its own length, where the study as a whole has none. */
function withLength(regimen: StudyRegimen, study: Study, t: Terms): string {
  const name = regimenText(regimen, t);
  if (study.treatmentMonths !== undefined || regimen.durationMonths === undefined) return name;
  const length = printedDuration(regimen.durationMonths, t.lang);
  return t.lang === "zh" ? `${name}治疗${length}` : `${name} for ${length}`;
}

function regimenText(regimen: StudyRegimen, t: Terms): string {
  const dose = regimen.dose === undefined ? "" : ` ${printedDose(regimen.dose, t)}`;
  const name = `${t.agent(regimen.agent)}${dose}`;
  if (regimen.route === undefined || regimen.route === "notStated") return name;
  const route = t.word("route", regimen.route);
  return t.lang === "zh" ? `${name}（${route}）` : `${name} (${route})`;
}

function womenText(women: number, t: Terms): string {
  return t.lang === "zh" ? `${women}例：` : `${women} ${t.count(women, "woman", "women")}: `;
}

/** A median is printed in months, as the studies give it; one length or a range in years where it is whole years. */
function treatmentText(study: Study, t: Terms): string | undefined {
  if (study.treatmentMonths === undefined) return undefined;
  const { value, statistic } = study.treatmentMonths;
  const zh = t.lang === "zh";
  const length = statistic === "median" ? printedMonths(value, t.lang) : printedDuration(value, t.lang);
  const suffix = statistic === "median" ? (zh ? "（中位数）" : " (median)") : "";
  return zh ? `治疗${length}${suffix}` : `for ${length}${suffix}`;
}

/** "begun within 2 years", "begun 1 year after diagnosis". */
function startText(study: Study, t: Terms): string | undefined {
  const started = study.startedAfterDiagnosisMonths;
  if (started === undefined) return undefined;
  const zh = t.lang === "zh";
  if (typeof started !== "number" && started[0] === 0) {
    const length = printedDuration(started[1], t.lang);
    return zh ? `诊断后${length}内开始` : `begun within ${length} of diagnosis`;
  }
  const length = printedDuration(started, t.lang);
  return zh ? `诊断后${length}开始` : `begun ${length} after diagnosis`;
}
