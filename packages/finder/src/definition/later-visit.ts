import knowledge from "../../knowledge/later-visits.json" with { type: "json" };
import type { Row } from "../ir/relation.ts";

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
  const signs = withoutDot(code);
  return (
    system === LATER_VISITS.system &&
    signs.length === LATER_VISITS.signs &&
    LATER_VISITS.laterSigns.includes(signs.charAt(LATER_VISITS.signs - 1))
  );
}

/** Whether a code tells visits apart, whatever it tells; another one is of the visit that its record's other codings tell. */
function tellsVisits(system: string, code: string): boolean {
  return system === LATER_VISITS.system && withoutDot(code).length >= LATER_VISITS.signs;
}

/**
 * Which events of one person are of later visits: a code that tells visits apart speaks for itself; another one is of a later
 * visit where another coding of its record says so.
 */
export function laterVisitsAmong(events: readonly Row[]): (event: Row) => boolean {
  const isOwnLater = ({ system, code }: Row): boolean => isLaterVisit(String(system), String(code));
  const recordOf = ({ kind, source_ref }: Row): string => JSON.stringify([kind, source_ref]);
  const records = new Set(events.filter(isOwnLater).map(recordOf));
  return (event) =>
    isOwnLater(event) || (!tellsVisits(String(event.system), String(event.code)) && records.has(recordOf(event)));
}

function withoutDot(code: string): string {
  return code.charAt(DOT) === "." ? code.slice(0, DOT) + code.slice(DOT + 1) : code;
}

/** Where the dot of a code stands, counted from 0. */
const DOT = 3;
