import { localText, type Phrase, say, type Terms } from "@materbone/clinical";
import type { ConceptRule, ConceptSet } from "@materbone/finder";

/** A code with what it covers: "ICD-10 M80.8 and every code that begins with it". */
export function sayRule(rule: ConceptRule, terms: Terms): string {
  return say(RULE[rule.match], { code: `${rule.system} ${rule.code}` }, terms);
}

/** A concept set with all its codes. */
export function sayConceptSet({ name, include, exclude = [] }: ConceptSet, terms: Terms): string {
  const facts = {
    name: localText(name, terms.lang),
    include: include.map((rule) => sayRule(rule, terms)),
    exclude: exclude.map((rule) => sayRule(rule, terms)),
  };
  return say(SET, facts, terms);
}

const RULE: Readonly<Record<ConceptRule["match"], Phrase<{ readonly code: string }>>> = {
  exact: { en: ({ code }) => code, zh: ({ code }) => code },
  prefix: {
    en: ({ code }) => `${code} and every code that begins with it`,
    zh: ({ code }) => `${code} 及以其开头的编码`,
  },
  descendants: {
    en: ({ code }) => `${code} and the codes under it`,
    zh: ({ code }) => `${code} 及其下位编码`,
  },
};

const SET: Phrase<{
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}> = {
  en: ({ name, include, exclude }) =>
    `Codes of “${name}”: ${include.join("; ")}.${exclude.length === 0 ? "" : ` Taken out again: ${exclude.join("; ")}.`}`,
  zh: ({ name, include, exclude }) =>
    `“${name}”的编码：${include.join("；")}。${exclude.length === 0 ? "" : `排除：${exclude.join("；")}。`}`,
};
