import { parseAst } from "vitest/node";

/** A pair of sentences found in source code: every piece of literal text on either side. */
export type BilingualPair = {
  readonly line: number;
  readonly missing: "en" | "zh" | undefined;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /** Chinese text without the codes that stand in calls and comparisons. */
  readonly zhProse: readonly string[];
};

type AstNode = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/**
 * Every object with an `en` or a `zh` key, and every `word("…", "…")`, in one TypeScript file, so that a sentence that is
 * missing in one language is found wherever it stands.
 */
export function bilingualPairs(source: string, file: string): readonly BilingualPair[] {
  const program = parseAst(source, { lang: "ts" }, file) as unknown as AstNode;
  const pairs: BilingualPair[] = [];
  visit(program, (node) => {
    const sides = node.type === "ObjectExpression" ? objectSides(node) : wordSides(node);
    if (sides === undefined) return;
    const { en, zh } = sides;
    pairs.push({
      line: source.slice(0, node.start).split("\n").length,
      missing: en === undefined ? "en" : zh === undefined ? "zh" : undefined,
      en: en === undefined ? [] : literals(en, true),
      zh: zh === undefined ? [] : literals(zh, true),
      zhProse: zh === undefined ? [] : literals(zh, false),
    });
  });
  return pairs;
}

const CHINESE = /[\u3400-\u9fff]/u;
/** Four small letters in a row are a word; abbreviations and symbols are not. */
const LATIN_WORD = /[a-z]{4}/u;

/** What is wrong with a pair, or `undefined`. */
export function faultOf({ missing, en, zh, zhProse }: BilingualPair): string | undefined {
  if (missing !== undefined) return `no ${missing}`;
  if (en.length === 0 && zh.length === 0) return undefined;
  if (en.length > 0 && en.every((text) => text === "")) return "en is empty";
  if (zh.length > 0 && zh.every((text) => text === "")) return "zh is empty";
  if (en.some((text) => CHINESE.test(text))) return `en has Chinese characters: ${en.join("")}`;
  if (!zh.some((text) => CHINESE.test(text)) && zhProse.some((text) => LATIN_WORD.test(text)))
    return `zh has none: ${zh.join("")}`;
  return undefined;
}

function objectSides(
  node: AstNode,
): { readonly en: AstNode | undefined; readonly zh: AstNode | undefined } | undefined {
  const properties = node.properties as readonly AstNode[];
  const sideOf = (name: string): AstNode | undefined =>
    properties.find((property) => {
      const key = property.key as AstNode | undefined;
      return property.computed !== true && (key?.name === name || key?.value === name);
    })?.value as AstNode | undefined;
  const en = sideOf("en");
  const zh = sideOf("zh");
  return en === undefined && zh === undefined ? undefined : { en, zh };
}

function wordSides(node: AstNode): { readonly en: AstNode | undefined; readonly zh: AstNode | undefined } | undefined {
  if (node.type !== "CallExpression" || (node.callee as AstNode).name !== "word") return undefined;
  const [en, zh] = node.arguments as readonly AstNode[];
  return { en, zh };
}

function literals(node: AstNode, withCodes: boolean): readonly string[] {
  const found: string[] = [];
  visit(
    node,
    (inner) => {
      if (inner.type === "Literal" && typeof inner.value === "string") found.push(inner.value);
      if (inner.type === "TemplateElement") found.push((inner.value as { readonly cooked: string }).cooked);
    },
    withCodes ? undefined : isCode,
  );
  return found;
}

/** Calls, comparisons and look-ups carry codes of the record, not words; a sum of texts is prose. */
function isCode({ type, operator }: AstNode): boolean {
  if (type === "BinaryExpression") return operator !== "+";
  return type === "CallExpression" || type === "MemberExpression";
}

function visit(node: AstNode, see: (node: AstNode) => void, skip?: (node: AstNode) => boolean): void {
  if (skip?.(node) === true) return;
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see, skip);
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
