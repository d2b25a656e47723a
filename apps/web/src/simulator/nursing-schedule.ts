import { type NursingLevel, type NursingStretch, weaningMonth } from "./course-inputs.ts";

/** The level of each month from delivery on, `months` of them; the level at the middle of a month stands for it. */
export function monthLevels(nursing: readonly NursingStretch[], months: number): readonly NursingLevel[] {
  return Array.from({ length: months }, (_, month) => levelAt(nursing, month + 0.5));
}

export function levelAt(nursing: readonly NursingStretch[], month: number): NursingLevel {
  let end = 0;
  for (const stretch of nursing) {
    end += stretch.months;
    if (month < end) return stretch.level;
  }
  return "none";
}

/** The schedule with one month, counted from 0, at another level; months are whole from then on. */
export function withMonth(
  nursing: readonly NursingStretch[],
  month: number,
  level: NursingLevel,
): readonly NursingStretch[] {
  const months = Math.max(month + 1, Math.ceil(weaningMonth(nursing)));
  return stretches(monthLevels(nursing, months).map((each, at) => (at === month ? level : each)));
}

/** The schedule with another end: the last level of nursing goes on, or is cut short. */
export function weanedAt(nursing: readonly NursingStretch[], month: number): readonly NursingStretch[] {
  const ended = weaningMonth(nursing);
  if (month <= 0) return [];
  const kept: NursingStretch[] = [];
  let end = 0;
  for (const stretch of nursing) {
    const months = Math.min(stretch.months, Math.min(month, ended) - end);
    if (months > 0) kept.push({ level: stretch.level, months });
    end += stretch.months;
  }
  if (month > ended) kept.push({ level: kept.at(-1)?.level ?? "full", months: month - ended });
  return joined(kept);
}

/** All months of nursing at one level, with the same end. */
export function allAt(nursing: readonly NursingStretch[], level: NursingLevel): readonly NursingStretch[] {
  const end = weaningMonth(nursing);
  return level === "none" ? [] : [{ level, months: end === 0 ? 6 : end }];
}

function stretches(levels: readonly NursingLevel[]): readonly NursingStretch[] {
  return joined(levels.map((level) => ({ level, months: 1 })));
}

/** Neighbours of one level as one; what follows the last nursing is left out. */
function joined(parts: readonly NursingStretch[]): readonly NursingStretch[] {
  const whole: NursingStretch[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.level === part.level) whole[whole.length - 1] = { level: last.level, months: last.months + part.months };
    else whole.push(part);
  }
  return whole.at(-1)?.level === "none" ? whole.slice(0, -1) : whole;
}
