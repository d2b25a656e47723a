import { createTerms, type Lang, type Vocabulary, vocabularies } from "@materbone/clinical";
import { code, codes } from "./markdown.ts";
import { type CommonPart, commonPart, type SchemaNode } from "./schema-node.ts";

const COMMON: Readonly<Record<CommonPart, Readonly<Record<Lang, string>>>> = {
  when: { en: "[time](#time)", zh: "[时间](#时间)" },
  text: { en: "[text](#text-answer-printed-number)", zh: "[文本](#文本回答印刷数字)" },
  answer: { en: "[answer](#text-answer-printed-number)", zh: "[回答](#文本回答印刷数字)" },
  signed: { en: "number, or a string that keeps its digits", zh: "数字，或保留位数的字符串" },
  printed: { en: "[printed number](#text-answer-printed-number)", zh: "[印刷数字](#文本回答印刷数字)" },
};

/** Lists of values longer than this stand in the vocabularies at the end of the page. */
const INLINE_VALUES = 9;

/** What may stand in a field: type, limits, values with their words. */
export function valueText(node: SchemaNode, lang: Lang): string {
  const common = commonPart(node);
  if (common !== undefined) return COMMON[common][lang];
  if (node.const !== undefined) return code(JSON.stringify(node.const));
  if (node.enum !== undefined) return enumText(node.enum, lang);
  const list = { en: "list of ", zh: "列表：" }[lang];
  if (node.prefixItems !== undefined)
    return {
      en: `pair [low, high] of ${valueText(node.prefixItems[0] ?? {}, lang)}`,
      zh: `成对 [低, 高]：${valueText(node.prefixItems[0] ?? {}, lang)}`,
    }[lang];
  const choices = node.anyOf ?? node.oneOf;
  if (choices !== undefined) {
    const texts = [...new Set(choices.map((choice) => valueText(choice, lang)))];
    return texts.join({ en: " or ", zh: " 或 " }[lang]);
  }
  if (node.items !== undefined) return list + valueText(node.items, lang) + countText(node, lang);
  switch (node.type) {
    case "number":
    case "integer":
      return numberText(node, lang);
    case "boolean":
      return `${code("true")}, ${code("false")}`;
    case "object":
      return { en: "object", zh: "对象" }[lang];
    default:
      return stringText(node, lang);
  }
}

/** The vocabulary whose values are exactly these. */
export function vocabularyOf(values: readonly (string | number)[]): Vocabulary | undefined {
  const wanted = values.map(String).toSorted().join();
  return (Object.keys(vocabularies) as Vocabulary[]).find(
    (name) => Object.keys(vocabularies[name]).toSorted().join() === wanted,
  );
}

function enumText(values: readonly (string | number)[], lang: Lang): string {
  const vocabulary = vocabularyOf(values);
  if (vocabulary === undefined) return codes(values);
  if (values.length > INLINE_VALUES)
    return {
      en: `one of the vocabulary [${vocabulary}](#vocabulary-${vocabulary})`,
      zh: `词表 [${vocabulary}](#vocabulary-${vocabulary}) 之一`,
    }[lang];
  const terms = createTerms(lang);
  return values
    .map((value) => {
      const word = terms.word(vocabulary, String(value));
      return word === value ? code(value) : `${code(value)} (${word})`;
    })
    .join(", ");
}

function numberText({ type, minimum, maximum, exclusiveMinimum }: SchemaNode, lang: Lang): string {
  const name = type === "integer" ? { en: "whole number", zh: "整数" }[lang] : { en: "number", zh: "数字" }[lang];
  const high = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (exclusiveMinimum !== undefined) return `${name}, > ${exclusiveMinimum}${high === undefined ? "" : `, ≤ ${high}`}`;
  if (minimum === undefined) return name;
  return high === undefined
    ? `${name}, ≥ ${minimum}`
    : `${name}, ${minimum}–${high}`.replaceAll("–-", " to -").replace(/, (-\d+)–/, ", $1 to ");
}

function stringText({ pattern, maxLength }: SchemaNode, lang: Lang): string {
  const name = { en: "string", zh: "字符串" }[lang];
  if (pattern !== undefined) return `${name} ${code(pattern)}`;
  return maxLength === undefined
    ? name
    : `${name}, ${{ en: `at most ${maxLength} characters`, zh: `最多 ${maxLength} 个字符` }[lang]}`;
}

function countText({ minItems, maxItems }: SchemaNode, lang: Lang): string {
  const parts = [
    minItems === undefined ? "" : { en: `at least ${minItems}`, zh: `至少 ${minItems} 项` }[lang],
    maxItems === undefined ? "" : { en: `at most ${maxItems}`, zh: `最多 ${maxItems} 项` }[lang],
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}
