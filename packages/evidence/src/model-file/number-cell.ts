/** Cells that mean "not given". */
const MISSING: ReadonlySet<string> = new Set(["", "NA", "NaN", "."]);

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const DECIMAL_COMMA = /^[-+]?(?:\d+,\d*|,\d+)(?:[eE][-+]?\d+)?$/;

/** Is a cell empty or one of the marks of a missing value (`NA`, `NaN`, `.`)? */
export function isMissingCell(text: string): boolean {
  return MISSING.has(text);
}

/**
 * The number in a cell; both minus signs (hyphen and U+2212) are read.
 *
 * @param allowsComma - a comma may be the decimal mark; only where it does not part the cells
 * @returns `undefined` when the text is no finite number
 */
export function cellNumber(text: string, allowsComma: boolean): number | undefined {
  const plain = text.replace("\u2212", "-");
  const isComma = allowsComma && DECIMAL_COMMA.test(plain);
  if (!isComma && !NUMBER.test(plain)) return undefined;
  const value = Number(isComma ? plain.replace(",", ".") : plain);
  return Number.isFinite(value) ? value : undefined;
}
