import { type Lang, nearest } from "@materbone/clinical";
import { InputError } from "./input/input-error.ts";

/** One of a list of words. @throws InputError that names the nearest right one */
export function oneOf<const T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new InputError([{ kind: "badOption", option, value, allowed, nearest: nearest(value, allowed) }]);
}

/** Language of the output: the option, else the locale of the terminal, else English. */
export function languageOf(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Lang {
  if (option !== undefined) return oneOf("--lang", option, ["zh", "en"]);
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** A number of months. @throws InputError when the text is none */
export function monthsOption(option: string, value: string): number {
  const months = Number(value);
  if (value.trim() !== "" && Number.isFinite(months) && Math.abs(months) <= 720) return months;
  throw new InputError([{ kind: "notMonths", option, value }]);
}
