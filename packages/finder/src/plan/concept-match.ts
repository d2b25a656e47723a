import type { ConceptRule, ConceptSet } from "../definition/definition-schema.ts";
import { LATER_VISITS } from "../definition/later-visit.ts";
import { and, col, compare, equal, isIn, not, or, part, startsWith, text } from "../ir/build-expression.ts";
import type { Expression } from "../ir/expression.ts";

/** The codes of one system that rules name outright: exact ones and beginnings, without those another beginning covers. */
export type NamedCodes = {
  readonly system: string;
  /** Sorted, none begins with one of `prefixes`. */
  readonly exact: readonly string[];
  /** Sorted, none begins with another. */
  readonly prefixes: readonly string[];
};

/** What rules name, system by system and each code once, so that every event is read once. */
export function namedCodes(rules: readonly ConceptRule[]): readonly NamedCodes[] {
  const systems = [...new Set(rules.map((rule) => rule.system))].sort();
  return systems.map((system) => {
    const own = rules.filter((rule) => rule.system === system);
    const beginnings = codesOf(own.filter((rule) => rule.match === "prefix"));
    const prefixes = beginnings.filter((code) => !beginnings.some((other) => other !== code && code.startsWith(other)));
    const exact = codesOf(own.filter((rule) => rule.match !== "prefix"));
    return { system, exact: exact.filter((code) => !prefixes.some((prefix) => code.startsWith(prefix))), prefixes };
  });
}

/** True for an event whose code a rule names outright, exactly or by its beginning; the hierarchy is not looked at. */
export function isNamed(rules: readonly ConceptRule[]): Expression {
  return or(
    ...namedCodes(rules).map(({ system, exact, prefixes }) =>
      and(
        equal(col("system"), text(system)),
        or(
          ...(exact.length > 0 ? [isIn(col("code"), exact)] : []),
          ...prefixes.map((prefix) => startsWith(col("code"), prefix)),
        ),
      ),
    ),
  );
}

/** True for an event of the set: named or below what is named, and neither named nor below anything that is taken out. */
export function isOfSet(name: string, set: ConceptSet): Expression {
  const isIncluded = matches(set.include, belowColumn(name, "include"));
  if (set.exclude === undefined || set.exclude.length === 0) return isIncluded;
  return and(isIncluded, not(matches(set.exclude, belowColumn(name, "exclude"))));
}

/** True for a code, with or without its dot, of a later visit or a sequela of an injury; as `isLaterVisit` says of one code. */
export function isOfLaterVisit(): Expression {
  const { system, signs, laterSigns } = LATER_VISITS;
  const dotted = equal(part(col("code"), 4, 1), text("."));
  // Two signs are asked for where one may stand, so that nothing follows it.
  const ends = (at: number): Expression => isIn(part(col("code"), at, 2), laterSigns);
  return and(equal(col("system"), text(system)), or(and(dotted, ends(signs + 1)), and(not(dotted), ends(signs))));
}

/** True for a code that is long enough to tell visits apart, whatever it tells. */
export function isOfVisitsTold(): Expression {
  const { system, signs } = LATER_VISITS;
  const dotted = equal(part(col("code"), 4, 1), text("."));
  const reaches = (at: number): Expression => compare(part(col("code"), at, 1), "<>", text(""));
  return and(equal(col("system"), text(system)), or(and(dotted, reaches(signs + 1)), and(not(dotted), reaches(signs))));
}

/** Rules whose codes stand for everything below them, too. */
export function descending(rules: readonly ConceptRule[] | undefined): readonly ConceptRule[] {
  return (rules ?? []).filter((rule) => rule.match === "descendants");
}

/** Column that says whether an event's code stands below a rule of this part of the set. */
export function belowColumn(name: string, part: "include" | "exclude"): string {
  return `${part === "include" ? "bi" : "be"}_${name}`;
}

function matches(rules: readonly ConceptRule[], below: string): Expression {
  const named = isNamed(rules);
  return descending(rules).length === 0 ? named : or(named, col(below));
}

function codesOf(rules: readonly ConceptRule[]): readonly string[] {
  return [...new Set(rules.map((rule) => rule.code))].sort();
}
