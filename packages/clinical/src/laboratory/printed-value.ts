import type { PrintedNumber } from "../record/laboratory.ts";

/** A number with the digits and the detection limit it was printed with. */
export type PrintedValue = {
  readonly value: number;
  /** `<`: the value lies below `value`; `>`: above. */
  readonly censored: "<" | ">" | undefined;
  /** Digits after the point as printed; those of the shortest form for a plain number. */
  readonly decimals: number;
  /** True for `≤` and `≥`: the value may be `value` itself. */
  readonly limitIncluded?: true;
};

/** Reads a printed number such as `0.30`, `112` or `<0.1`; `≤` and `≥` are censored as `<` and `>` are. */
export function printedValue(printed: PrintedNumber): PrintedValue {
  const text = typeof printed === "number" ? String(printed) : printed.trim();
  const sign = text[0];
  const isBelow = sign === "<" || sign === "≤";
  const isAbove = sign === ">" || sign === "≥";
  const digits = isBelow || isAbove ? text.slice(1).trim() : text;
  const point = digits.indexOf(".");
  const value: PrintedValue = {
    value: Number(digits),
    censored: isBelow ? "<" : isAbove ? ">" : undefined,
    decimals: point < 0 ? 0 : digits.length - point - 1,
  };
  return sign === "≤" || sign === "≥" ? { ...value, limitIncluded: true } : value;
}
