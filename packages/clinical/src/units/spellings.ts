import data from "../../knowledge/units.json" with { type: "json" };
import type { Source } from "../source.ts";

/** A prefix with its power of ten, or a unit with its size in base units, and every way to write it. */
export type PrefixKnowledge = {
  readonly symbol: string;
  readonly exponent: number;
  readonly spellings: readonly string[];
};
export type NamedUnitKnowledge = {
  readonly symbol: string;
  readonly base: string;
  readonly factor: number;
  readonly exponent: number;
  /** Does it take prefixes? */
  readonly prefixed: boolean;
  readonly spellings: readonly string[];
  readonly note?: string;
};
type UnitKnowledge = {
  readonly prefixes: readonly PrefixKnowledge[];
  readonly units: readonly NamedUnitKnowledge[];
  readonly source: Source;
};

export const unitKnowledge: UnitKnowledge = data as UnitKnowledge;

/** One named unit with its prefix, as `mmol` or `毫摩尔`. */
export type NamedUnit = Pick<NamedUnitKnowledge, "symbol" | "base" | "factor" | "exponent">;

/** Every spelling, in lower case: Latin ones come with the case slips of keyboards and printers. */
export const namedUnitBySpelling: ReadonlyMap<string, NamedUnit> = namedUnits(unitKnowledge);

/** @throws RangeError when two units share a spelling */
function namedUnits({ prefixes, units }: UnitKnowledge): ReadonlyMap<string, NamedUnit> {
  const bySpelling = new Map<string, NamedUnit>();
  const add = (spelling: string, unit: NamedUnit): void => {
    if (bySpelling.has(spelling)) throw new RangeError(`two units are spelled ${spelling}`);
    bySpelling.set(spelling, unit);
  };
  for (const { symbol, base, factor, exponent, prefixed, spellings } of units) {
    for (const spelling of spellings) {
      add(spelling, { symbol, base, factor, exponent });
      if (!prefixed) continue;
      for (const prefix of prefixes) {
        for (const before of prefix.spellings) {
          add(before + spelling, {
            symbol: prefix.symbol + symbol,
            base,
            factor,
            exponent: exponent + prefix.exponent,
          });
        }
      }
    }
  }
  return bySpelling;
}
