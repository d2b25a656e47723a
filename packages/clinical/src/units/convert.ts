import { analyteKnowledge } from "../laboratory/analyte.ts";
import type { Analyte } from "../laboratory/vocabulary.ts";
import { readUnit } from "./parse-unit.ts";
import { isSameScale, type Unit, type UnitReading } from "./unit.ts";

/** Distinct spellings kept; a file of damaged units must not grow the memory. */
const MEMORY_LIMIT = 500;

const readings = new Map<string, UnitReading>();
const conversions = new Map<Analyte, Map<string, Map<string, Scaling | undefined>>>();
const conventions = new Map<Analyte, Map<string, boolean>>();

/** Reads a unit in UCUM, everyday or Chinese spelling, see `readUnit`; each spelling is read once. */
export function parseUnit(text: string): UnitReading {
  return remembered(readings, text, () => readUnit(text));
}

/**
 * The value in another unit, by the analyte's molar mass where one is a mass and the other a substance unit.
 * A unit that cannot be read still converts to itself.
 *
 * @returns `undefined` when a unit cannot be read or the two measure unlike things
 */
export function convert(value: number, fromUnit: string, analyte: Analyte, toUnit: string): number | undefined {
  if (fromUnit === toUnit) return value;
  const ofAnalyte = remembered(conversions, analyte, () => new Map());
  const fromHere = remembered(ofAnalyte, fromUnit, () => new Map<string, Scaling | undefined>());
  const scaling = remembered(fromHere, toUnit, () => scalingOf(fromUnit, analyte, toUnit));
  return scaling === undefined ? undefined : scaled(value, scaling);
}

/** Is the unit, or one of equal size, one that laboratories use for this analyte? */
export function isConventional(analyte: Analyte, unit: string): boolean {
  const ofAnalyte = remembered(conventions, analyte, () => new Map<string, boolean>());
  return remembered(ofAnalyte, unit, () => {
    const given = parseUnit(unit);
    if (given.kind === "unreadable") return false;
    return analyteKnowledge(analyte).conventionalUnits.some((usual) => isSameScale(given, known(usual)));
  });
}

/** A value is multiplied by `factor` and its decimal point moved by `exponent`. */
type Scaling = { readonly factor: number; readonly exponent: number };

function scalingOf(fromUnit: string, analyte: Analyte, toUnit: string): Scaling | undefined {
  const from = parseUnit(fromUnit);
  const to = parseUnit(toUnit);
  if (from.kind === "unreadable" || to.kind === "unreadable") return undefined;
  if (from.dimension === to.dimension) return ratio(from, to);
  const { molarMassGPerMol: mass, links } = analyteKnowledge(analyte);
  if (mass !== undefined) {
    if (from.dimension === to.dimension.replace(MOLE, "g")) return times(ratio(from, to), 1 / mass);
    if (to.dimension === from.dimension.replace(MOLE, "g")) return times(ratio(from, to), mass);
  }
  for (const link of links ?? []) {
    const a = known(link.from);
    const b = known(link.to);
    if (from.dimension === a.dimension && to.dimension === b.dimension) {
      return joined(times(ratio(from, a), link.factor), ratio(b, to));
    }
    if (from.dimension === b.dimension && to.dimension === a.dimension) {
      return joined(times(ratio(from, b), 1 / link.factor), ratio(a, to));
    }
  }
  return undefined;
}

/** The amount of substance above the line. */
const MOLE = /^mol(?=\/|$)/;

function ratio(from: Unit, to: Unit): Scaling {
  return { factor: from.factor / to.factor, exponent: from.exponent - to.exponent };
}

function times(scaling: Scaling, factor: number): Scaling {
  return { factor: scaling.factor * factor, exponent: scaling.exponent };
}

function joined(a: Scaling, b: Scaling): Scaling {
  return { factor: a.factor * b.factor, exponent: a.exponent + b.exponent };
}

/** Fifteen digits take off the binary tail: 4.35 moved by two places is 435, not 434.99999999999994. */
function scaled(value: number, { factor, exponent }: Scaling): number {
  if (factor === 1 && exponent === 0) return value;
  const product = value * factor;
  const moved = exponent < 0 ? product / 10 ** -exponent : product * 10 ** exponent;
  return Number(moved.toPrecision(15));
}

function known(unit: string): Unit {
  const reading = parseUnit(unit);
  if (reading.kind === "unreadable") throw new RangeError(`unit of the knowledge files cannot be read: ${unit}`);
  return reading;
}

function remembered<K, V>(memory: Map<K, V>, key: K, compute: () => V): V {
  const found = memory.get(key);
  if (found !== undefined || memory.has(key)) return found as V;
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  const value = compute();
  memory.set(key, value);
  return value;
}
