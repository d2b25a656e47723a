import { TIME_IN_HOURS, UNIT_PREFIXES } from "../model/unit-table.ts";

/**
 * A unit as exponents of base units and of the primes of its scale: mmol/d is mol^1 h^-1 2^-6 3^-1 5^-3. Two units are one
 * exactly when all exponents are equal, so that pmol and mmol differ.
 */
export type Unit = ReadonlyMap<string, number>;

export const DIMENSIONLESS: Unit = new Map();

const TEN: Unit = new Map([
  ["2", 1],
  ["5", 1],
]);
const LITRE: Unit = multiplyUnits(new Map([["m", 3]]), unitPower(TEN, -3));
const HOUR: Unit = new Map([["h", 1]]);

/** Units that take a prefix. U is an enzyme unit. */
const PREFIXED: ReadonlyMap<string, Unit> = new Map([
  ["mol", new Map([["mol", 1]])],
  ["g", new Map([["g", 1]])],
  ["L", LITRE],
  ["M", divideUnits(new Map([["mol", 1]]), LITRE)],
  ["m", new Map([["m", 1]])],
  ["U", new Map([["U", 1]])],
  ["IU", new Map([["IU", 1]])],
]);

const PREFIXES: ReadonlyMap<string, number> = new Map(Object.entries(UNIT_PREFIXES));

const WHOLE: ReadonlyMap<string, Unit> = new Map([
  ["-", DIMENSIONLESS],
  ["1", DIMENSIONLESS],
  ["0/1", DIMENSIONLESS],
  ["%", unitPower(TEN, -2)],
  ...Object.entries(TIME_IN_HOURS).map(([name, [above, below]]): readonly [string, Unit] => [
    name,
    multiplyUnits(HOUR, divideUnits(primesOf(above), primesOf(below))),
  ]),
]);

/**
 * Reads a unit: `1/(pmol h)`, `ng/mL`, `g/cm2`, `mmol/d`, `pM`, `%`, `-`.
 *
 * @throws TypeError with the part that is not known
 */
export function parseUnit(text: string): Unit {
  const known = WHOLE.get(text.trim());
  if (known !== undefined) return known;
  const tokens = text.match(/[A-Za-z%]+|\^?-?\d+|\S/g) ?? [];
  let next = 0;

  function product(): Unit {
    let unit = factor();
    while (next < tokens.length && tokens[next] !== ")") {
      const isDivided = tokens[next] === "/";
      if (isDivided || tokens[next] === "*") next++;
      unit = isDivided ? divideUnits(unit, factor()) : multiplyUnits(unit, factor());
    }
    return unit;
  }

  function factor(): Unit {
    const token = tokens[next++];
    if (token === "(") {
      const inner = product();
      if (tokens[next++] !== ")") throw new TypeError(`unit "${text}" lacks a closing bracket`);
      return raised(inner);
    }
    const unit = token === undefined ? undefined : named(token);
    if (unit === undefined) throw new TypeError(`unit "${text}" is not known at "${token ?? "its end"}"`);
    return token === "1" ? unit : raised(unit);
  }

  function raised(unit: Unit): Unit {
    const exponent = /^\^?(-?\d+)$/.exec(tokens[next] ?? "");
    if (exponent === null) return unit;
    next++;
    return unitPower(unit, Number(exponent[1]));
  }

  const unit = product();
  if (next < tokens.length) throw new TypeError(`unit "${text}" is not known at "${tokens[next]}"`);
  return unit;
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  const product = new Map(a);
  for (const [base, exponent] of b) {
    const total = (product.get(base) ?? 0) + exponent;
    if (total === 0) product.delete(base);
    else product.set(base, total);
  }
  return product;
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, unitPower(b, -1));
}

export function unitPower(unit: Unit, exponent: number): Unit {
  return exponent === 0 ? DIMENSIONLESS : new Map([...unit].map(([base, own]) => [base, own * exponent]));
}

export function areSameUnit(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
}

/** A unit in words: with the prefix and the unit of time that leave no number, else in hours with a number in front. */
export function formatUnit(unit: Unit): string {
  if (unit.size === 0) return "-";
  const hourPower = unit.get("h") ?? 0;
  for (const time of hourPower === 0 ? ["h"] : ["h", "d", "month", "year", "min", "s"]) {
    const inTime = unitPower(divideUnits(WHOLE.get(time) ?? HOUR, HOUR), -hourPower);
    const text = formatted(multiplyUnits(unit, inTime), time);
    if (text !== undefined) return text;
  }
  const number = [...scaleOf(unit)].reduce((product, [prime, exponent]) => product * Number(prime) ** exponent, 1);
  const rest = formatted(divideUnits(unit, scaleOf(unit)), "h", false);
  return rest === "-" ? String(number) : `${Number(number.toPrecision(6))} ${rest}`;
}

/** A unit with a prefix that takes up its whole scale; undefined when there is none. */
function formatted(unit: Unit, time: string, hasLitres = true): string | undefined {
  const factors = new Map([...unit].filter(([base]) => /^[A-Za-z]/.test(base)));
  let scale = scaleOf(unit);
  const metres = factors.get("m") ?? 0;
  if (hasLitres && metres % 3 === 0 && metres !== 0) {
    factors.delete("m");
    factors.set("L", metres / 3);
    scale = multiplyUnits(scale, unitPower(TEN, metres));
  }
  const sorted = [...factors].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  if (scale.size === 0) return joined(sorted, time);
  for (const [base, exponent] of sorted.filter(([of]) => of !== "h")) {
    const prefix = [...PREFIXES].find(([, power]) => areSameUnit(scale, unitPower(TEN, power * exponent)));
    if (prefix === undefined) continue;
    return joined(
      sorted.map(([of, own]) => [of === base ? prefix[0] + base : of, own]),
      time,
    );
  }
  return undefined;
}

function joined(factors: readonly (readonly [string, number])[], time: string): string {
  const named = factors.map(([base, exponent]) => [base === "h" ? time : base, exponent] as const);
  const above = named.filter(([, exponent]) => exponent > 0).map(([base, exponent]) => raisedName(base, exponent));
  const below = named.filter(([, exponent]) => exponent < 0).map(([base, exponent]) => raisedName(base, -exponent));
  const head = above.join(" ") || (below.length === 0 ? "-" : "1");
  if (below.length === 0) return head;
  return below.length === 1 ? `${head}/${below[0]}` : `${head}/(${below.join(" ")})`;
}

function scaleOf(unit: Unit): Unit {
  return new Map([...unit].filter(([base]) => /^\d/.test(base)));
}

function raisedName(base: string, exponent: number): string {
  return exponent === 1 ? base : `${base}^${exponent}`;
}

function named(token: string): Unit | undefined {
  const whole = WHOLE.get(token) ?? PREFIXED.get(token);
  if (whole !== undefined) return whole;
  const power = PREFIXES.get(token.slice(0, 1));
  const base = PREFIXED.get(token.slice(1));
  return power === undefined || base === undefined ? undefined : multiplyUnits(base, unitPower(TEN, power));
}

/** A whole number as a product of primes. */
function primesOf(whole: number): Unit {
  let product = DIMENSIONLESS;
  let rest = whole;
  for (let prime = 2; rest > 1; prime++) {
    for (; rest % prime === 0; rest /= prime) product = multiplyUnits(product, new Map([[String(prime), 1]]));
  }
  return product;
}
