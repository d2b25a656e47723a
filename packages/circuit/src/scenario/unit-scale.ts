import { TIME_IN_HOURS, UNIT_PREFIXES } from "../model/unit-table.ts";

/** A unit as its size in base units. */
export type UnitScale = {
  /** Base units with their powers, in alphabetical order: "cm^3 h^-1"; empty when dimensionless. */
  readonly dimension: string;
  /** The size is `factor` x 10^`exponent`; the power of ten is kept apart so that moving the decimal point stays exact. */
  readonly factor: number;
  readonly exponent: number;
};

type Named = {
  readonly powers: Readonly<Record<string, number>>;
  readonly factor: number;
  readonly exponent: number;
  readonly prefixed: boolean;
};

function time(unit: keyof typeof TIME_IN_HOURS, count = 1): Named {
  const [above, below] = TIME_IN_HOURS[unit];
  return { powers: { h: 1 }, factor: (count * above) / below, exponent: 0, prefixed: false };
}

/** Units of the calcium, hormone and drug amounts of the models; a litre is 1000 cm³ and M is mol/L. */
const NAMED: ReadonlyMap<string, Named> = new Map([
  ["mol", { powers: { mol: 1 }, factor: 1, exponent: 0, prefixed: true }],
  ["M", { powers: { cm: -3, mol: 1 }, factor: 1, exponent: -3, prefixed: true }],
  ["g", { powers: { g: 1 }, factor: 1, exponent: 0, prefixed: true }],
  ["L", { powers: { cm: 3 }, factor: 1, exponent: 3, prefixed: true }],
  ["l", { powers: { cm: 3 }, factor: 1, exponent: 3, prefixed: true }],
  ["cm", { powers: { cm: 1 }, factor: 1, exponent: 0, prefixed: false }],
  ["IU", { powers: { IU: 1 }, factor: 1, exponent: 0, prefixed: true }],
  ["U", { powers: { U: 1 }, factor: 1, exponent: 0, prefixed: true }],
  ["%", { powers: {}, factor: 1, exponent: -2, prefixed: false }],
  ["1", { powers: {}, factor: 1, exponent: 0, prefixed: false }],
  ["-", { powers: {}, factor: 1, exponent: 0, prefixed: false }],
  ["s", time("s")],
  ["min", time("min")],
  ["h", time("h")],
  ["d", time("d")],
  ["day", time("d")],
  ["week", time("d", 7)],
  ["month", time("month")],
  ["year", time("year")],
]);

/** A person may write the sign of micro, in either of its two letters. */
const PREFIXES: Readonly<Record<string, number>> = { ...UNIT_PREFIXES, µ: -6, μ: -6 };

const SUPERSCRIPTS: Readonly<Record<string, string>> = { "⁻": "-", "¹": "1", "²": "2", "³": "3", "₋": "-" };

/** Characters; the longest unit of a model has about 20. */
const LONGEST = 40;

/**
 * Reads a unit: symbols with prefixes, `/`, blank, `·` or `*` between factors, whole powers (`h^2`, `h2`, `h²`), brackets
 * below the line as in `1/(pmol h)`. What follows one solidus without brackets stands above the line again.
 *
 * @returns `undefined` when the text is no unit of this list
 */
export function readUnitScale(text: string): UnitScale | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = [...text.trim()].map((letter) => SUPERSCRIPTS[letter] ?? letter).join("");
  const powers: Record<string, number> = {};
  let factor = 1;
  let exponent = 0;
  let side = 1;
  let isInBrackets = false;
  let expectsFactor = true;
  for (const token of plain.match(/[/()*·]|[^\s/()*·]+|\s+/gu) ?? []) {
    if (token === "/") {
      if (isInBrackets) return undefined;
      if (expectsFactor && plain.trim()[0] !== "/") return undefined;
      side = -1;
      expectsFactor = true;
    } else if (token === "(") {
      if (side > 0 || isInBrackets || !expectsFactor) return undefined;
      isInBrackets = true;
    } else if (token === ")") {
      if (!isInBrackets || expectsFactor) return undefined;
      isInBrackets = false;
      side = 1;
    } else if (token === "*" || token === "·") {
      if (expectsFactor) return undefined;
      expectsFactor = true;
    } else if (token.trim() !== "") {
      const read = readFactor(token);
      if (read === undefined) return undefined;
      const power = side * read.power;
      factor *= read.factor ** power;
      exponent += read.exponent * power;
      for (const [base, own] of Object.entries(read.powers)) powers[base] = (powers[base] ?? 0) + own * power;
      if (!isInBrackets) side = 1;
      expectsFactor = false;
    }
  }
  if (expectsFactor || isInBrackets) return undefined;
  return { dimension: dimensionText(powers), factor, exponent };
}

/** A value of one scale in another of the same dimension. */
export function rescaled(value: number, from: UnitScale, to: UnitScale): number {
  const ratio = from.factor === to.factor ? value : (value * from.factor) / to.factor;
  const places = from.exponent - to.exponent;
  return places < 0 ? ratio / 10 ** -places : ratio * 10 ** places;
}

/** The same dimension with moles for grams, or `undefined` where there is no mass. */
export function withMolesForGrams(dimension: string): string | undefined {
  const powers = Object.fromEntries(
    dimension
      .split(" ")
      .filter((part) => part !== "")
      .map((part) => {
        const [base = "", power = "1"] = part.split("^");
        return [base, Number(power)] as const;
      }),
  );
  if (powers.g !== 1 || powers.mol !== undefined) return undefined;
  const { g: _, ...others } = powers;
  return dimensionText({ ...others, mol: 1 });
}

function readFactor(token: string): (Named & { readonly power: number }) | undefined {
  const whole = named(token);
  if (whole !== undefined) return { ...whole, power: 1 };
  const [, symbol, digits] = /^(.+?)\^?(-?[1-4])$/u.exec(token) ?? [];
  if (symbol === undefined || digits === undefined) return undefined;
  const found = named(symbol);
  return found === undefined ? undefined : { ...found, power: Number(digits) };
}

function named(symbol: string): Named | undefined {
  const plain = NAMED.get(symbol);
  if (plain !== undefined) return plain;
  const places = PREFIXES[symbol[0] ?? ""];
  const rest = NAMED.get(symbol.slice(1));
  return places === undefined || rest === undefined || !rest.prefixed
    ? undefined
    : { ...rest, exponent: rest.exponent + places };
}

function dimensionText(powers: Readonly<Record<string, number>>): string {
  return Object.entries(powers)
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base}^${power}`)
    .join(" ");
}
