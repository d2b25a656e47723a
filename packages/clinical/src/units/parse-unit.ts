import { namedUnitBySpelling } from "./spellings.ts";
import type { UnitReading } from "./unit.ts";

/**
 * Reads a unit in UCUM, everyday or Chinese spelling: `ng/mL`, `ug/L`, `m[IU]/L`, `g/24 h`, `mL/(min·1.73m²)`, `ng·mL⁻¹`,
 * `微克/升`, full-width characters, either micro sign, any case.
 *
 * A product after a solidus stays below it, as reports mean `mL/min·1.73m2`; UCUM would read it above.
 */
export function readUnit(text: string): UnitReading {
  const factors = text.length > LONGEST ? undefined : product(tokens(text));
  if (factors === undefined || factors.length === 0) return { kind: "unreadable", text };
  let factor = 1;
  let exponent = 0;
  for (const part of factors) {
    const power = Math.abs(part.power);
    const size = part.count * part.factor ** power;
    factor = part.power > 0 ? factor * size : factor / size;
    exponent += part.exponent * part.power;
  }
  return { kind: "unit", code: fraction(factors, printed, "·"), dimension: dimension(factors), factor, exponent };
}

/** One named unit in a product, with the number before it: `24h` below the line is count 24, power -1. */
type Factor = {
  readonly count: number;
  readonly symbol: string;
  readonly base: string;
  readonly factor: number;
  readonly exponent: number;
  readonly power: number;
};

/** Characters; the longest unit of a report has about 30. */
const LONGEST = 64;

const TOKEN = /\d+(?:\.\d+)?|[/·.()^-]|[^\d/·.()^-]+/gu;

function tokens(text: string): readonly string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/gu, "")
    .replace("{1.73_m2}", "1.73m2")
    .replace(/\{[^}]*\}|[[\]]/gu, "")
    .replace(/[∕⁄÷每]/gu, "/")
    .replace(/[•⋅∙×・]/gu, "·")
    .replace(/\u2212/gu, "-")
    .replace(/平方([^\d/·.()^-]+)/gu, "$12");
  return plain.match(TOKEN) ?? [];
}

/** `undefined` when the text is not a product of known units. */
function product(all: readonly string[]): readonly Factor[] | undefined {
  let at = 0;

  const power = (): number => {
    if (all[at] === "^") at++;
    const sign = all[at] === "-" ? -1 : 1;
    if (sign < 0) at++;
    const digits = all[at];
    if (digits === undefined || !/^[1-3]$/.test(digits)) return sign < 0 ? Number.NaN : 1;
    at++;
    return sign * Number(digits);
  };

  const read = (close: string | undefined): readonly Factor[] | undefined => {
    const factors: Factor[] = [];
    let side = 1;
    let count = 1;
    let expectsUnit = true;
    while (at < all.length && all[at] !== close) {
      const token = all[at] ?? "";
      at++;
      if (token === "/" || token === "·" || token === ".") {
        // A number belongs to the unit behind it, `1.73·m2`; but 24/h is not per 24 hours.
        if (expectsUnit && (count === 1 || token === "/")) return undefined;
        if (token === "/") side = -1;
        expectsUnit = true;
        continue;
      }
      if (!expectsUnit) return undefined;
      if (/^\d/.test(token)) {
        count *= Number(token);
        continue;
      }
      expectsUnit = false;
      if (token === "(") {
        const inner = read(")");
        if (inner === undefined || count !== 1 || all[at] !== ")") return undefined;
        at++;
        const outer = side * power();
        for (const part of inner) factors.push({ ...part, power: part.power * outer });
      } else {
        const named = namedUnitBySpelling.get(token);
        if (named === undefined) return undefined;
        factors.push({ ...named, count, power: side * power() });
        count = 1;
      }
    }
    return expectsUnit || factors.some((part) => !Number.isInteger(part.power)) ? undefined : factors;
  };

  const factors = read(undefined);
  return at === all.length ? factors : undefined;
}

/** Numerator and denominator, the latter solidus by solidus: "mL/min/1.73m²". */
function fraction(factors: readonly Factor[], write: (part: Factor) => string, times: string): string {
  const above = factors.filter((part) => part.power > 0).map(write);
  const below = factors.filter((part) => part.power < 0).map((part) => `/${write(part)}`);
  return above.join(times) + below.join("");
}

function printed({ count, symbol, power }: Factor): string {
  return `${count === 1 ? "" : count}${symbol}${["", "", "²", "³"][Math.abs(power)] ?? ""}`;
}

function dimension(factors: readonly Factor[]): string {
  const sorted = factors.toSorted((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0));
  return fraction(sorted, ({ base, power }) => base + (Math.abs(power) === 1 ? "" : Math.abs(power)), ".");
}
