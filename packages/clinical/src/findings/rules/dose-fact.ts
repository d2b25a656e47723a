import type { Terms } from "../../language/terms.ts";
import type { Dose, Treatment } from "../../record/treatment.ts";
import type { Regimen } from "../../therapy/agent.ts";
import type { AgentId, Route } from "../../therapy/vocabulary.ts";
import { printedUnit } from "../../units/printed-unit.ts";

/** A dose as a fact; `low` and `high` are equal for one amount. */
export type DoseFact = { readonly low: number; readonly high: number; readonly unit: string; readonly per: string };

/** What an agent was given as. */
export type GivenDose = DoseFact & { readonly agent: AgentId; readonly route: Route };

export function doseFact({ amount, unit, per }: Dose): DoseFact {
  const [low, high] = typeof amount === "number" ? [amount, amount] : amount;
  return { low, high, unit, per };
}

export function givenDose({ agent, route }: Treatment, dose: Dose): GivenDose {
  return { agent, route: route ?? "notStated", ...doseFact(dose) };
}

export function regimenFact({ doseLow, doseHigh, unit, per }: Regimen): DoseFact {
  return { low: doseLow, high: doseHigh, unit, per };
}

const PERIOD_ZH: Readonly<Record<string, string>> = { day: "日", week: "周", month: "月", year: "年" };
const SEVERAL_ZH: Readonly<Record<string, string>> = { day: "日", week: "周", month: "个月", year: "年" };

/** "calcitriol 1 μg per day (oral)", "骨化三醇 1 μg/日（口服）". */
export function sayGivenDose(given: GivenDose, t: Terms): string {
  const dose = `${t.agent(given.agent)} ${sayDose(given, t)}`;
  if (given.route === "notStated") return dose;
  const route = t.word("route", given.route);
  return t.lang === "zh" ? `${dose}（${route}）` : `${dose} (${route})`;
}

/** "0.6–1.2 g per day", "3 mg per 3 months", "5 mg once"; "0.6–1.2 g/日", "3 mg/3个月", "5 mg 单次". */
export function sayDose(dose: DoseFact, t: Terms): string {
  const amount = dose.low === dose.high ? `${dose.low}` : `${dose.low}–${dose.high}`;
  const measured = `${amount} ${printedUnit(dose.unit)}`;
  if (dose.per === "once") return t.lang === "zh" ? `${measured} 单次` : `${measured} once`;
  if (dose.per === "notStated") return measured;
  return t.lang === "zh" ? `${measured}/${periodZh(dose.per)}` : `${measured} per ${dose.per}`;
}

function periodZh(per: string): string {
  const [count, word] = per.includes(" ") ? per.split(" ") : [undefined, per];
  const unit = (word ?? per).replace(/s$/, "");
  return count === undefined ? (PERIOD_ZH[unit] ?? per) : `${count}${SEVERAL_ZH[unit] ?? unit}`;
}
