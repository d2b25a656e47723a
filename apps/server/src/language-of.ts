import { createTerms, type Lang, type Terms } from "@materbone/clinical";
import type { AppContext } from "./environment.ts";

/** Language of the words of an answer: `?lang=`, else what the browser prefers, else English. */
export function languageOf(c: AppContext): Lang {
  const asked = c.req.query("lang");
  if (asked === "zh" || asked === "en") return asked;
  return preferredLanguage(c.req.header("accept-language") ?? "");
}

export function termsOf(c: AppContext): Terms {
  return createTerms(languageOf(c));
}

/** The better placed of Chinese and English in an `Accept-Language` header; English when neither is there. */
export function preferredLanguage(header: string): Lang {
  let best: { readonly lang: Lang; readonly weight: number } = { lang: "en", weight: 0 };
  for (const part of header.split(",")) {
    const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
    const lang = range.split("-")[0];
    if (lang !== "zh" && lang !== "en") continue;
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > best.weight) best = { lang, weight };
  }
  return best.lang;
}
