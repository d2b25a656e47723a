const NUMBER = String.raw`[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?`;
const BETWEEN = String.raw`\.\.|[-~]|至|到`;
const SPAN = new RegExp(`^(${NUMBER})(?:(?:${BETWEEN})(${NUMBER}))?$`);

/**
 * The texts of one number, or of the two ends of a span: `12`, `12-48`, `12–48`, `12..48`, `12～48`, `12至48`; full-width
 * digits, dashes and blanks count as the plain ones.
 *
 * @returns `undefined` when the text is neither; whether the ends run upwards is the caller's to say
 */
export function spanParts(text: string): readonly [string] | readonly [string, string] | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/\s+/g, "");
  const [, first, second] = SPAN.exec(plain) ?? [];
  if (first === undefined) return undefined;
  return second === undefined ? [first] : [first, second];
}
