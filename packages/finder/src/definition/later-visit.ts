import knowledge from "../../knowledge/later-visits.json" with { type: "json" };

/** The code system whose codes tell visits apart, how many signs such a code has, and the last ones that tell of an older injury. */
export const LATER_VISITS: {
  readonly system: string;
  readonly signs: number;
  readonly laterSigns: readonly string[];
} = {
  system: knowledge.system,
  signs: knowledge.signs,
  laterSigns: Object.keys(knowledge.laterSigns),
};

/** Whether a code is of a later visit or a sequela, with or without its dot: something broke, but not when the code was written. */
export function isLaterVisit(system: string, code: string): boolean {
  const signs = code.charAt(DOT) === "." ? code.slice(0, DOT) + code.slice(DOT + 1) : code;
  return (
    system === LATER_VISITS.system &&
    signs.length === LATER_VISITS.signs &&
    LATER_VISITS.laterSigns.includes(signs.charAt(LATER_VISITS.signs - 1))
  );
}

/** Where the dot of a code stands, counted from 0. */
const DOT = 3;
