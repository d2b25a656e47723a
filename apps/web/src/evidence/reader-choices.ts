import { type EvidenceRow, evidenceRows, type Literature, type SynthesisChoices } from "@materbone/evidence";
import type { EvidenceChange, EvidenceSearch } from "./evidence-search.ts";

/** The choices that an address asks for. Readings that this literature does not have are left out, as in a link from before an edit. */
export function choicesOf(search: EvidenceSearch, literature: Literature): SynthesisChoices {
  return {
    sd: search.sd === undefined ? { kind: "pooled" } : { kind: "assumed", points: search.sd },
    readNotStatedAsMean: search.notStated === "mean",
    countPossibleOnce: search.overlaps !== "each",
    readings: knownReadings(search.readings, literature),
  };
}

/** Does an address ask for anything but what the literature says and the workbench takes for granted? */
export function hasChoices({ sd, notStated, overlaps, readings }: EvidenceSearch): boolean {
  return [sd, notStated, overlaps, readings].some((choice) => choice !== undefined);
}

/** The change that takes every choice back. */
export const NO_CHOICES: EvidenceChange = {
  sd: undefined,
  notStated: undefined,
  overlaps: undefined,
  readings: undefined,
};

/** Positions of readings by the key of their row. */
type Positions = Readonly<Record<string, number>>;

/** The text of an address with one reading chosen; none is left when it is the one that the literature uses. */
export function withReading(text: string | undefined, row: EvidenceRow, position: number): string | undefined {
  const { [row.key]: _before, ...others } = positionsOf(text);
  const isOwn = position === (row.outcome.chosen ?? 0);
  return textOfPositions(isOwn ? others : { ...others, [row.key]: position });
}

/** The text of an address without the choice of one outcome. */
export function withoutReading(text: string | undefined, key: string): string | undefined {
  const { [key]: _before, ...others } = positionsOf(text);
  return textOfPositions(others);
}

function knownReadings(text: string | undefined, literature: Literature): Positions {
  const chosen = positionsOf(text);
  if (Object.keys(chosen).length === 0) return chosen;
  const rows = new Map(evidenceRows(literature).map((row) => [row.key, row]));
  return Object.fromEntries(
    Object.entries(chosen).filter(([key, position]) => rows.get(key)?.outcome.readings[position] !== undefined),
  );
}

function positionsOf(text: string | undefined): Positions {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(",").flatMap((part): readonly [string, number][] => {
      const at = part.lastIndexOf("=");
      const position = part.slice(at + 1);
      return at > 0 && /^\d{1,4}$/.test(position) ? [[decoded(part.slice(0, at)), Number(position)]] : [];
    }),
  );
}

function textOfPositions(positions: Positions): string | undefined {
  const parts = Object.entries(positions).map(([key, position]) => `${encoded(key)}=${position}`);
  return parts.length === 0 ? undefined : parts.join(",");
}

/** Only the mark that parts the choices is written otherwise, and the one that says so. */
function encoded(key: string): string {
  return key.replaceAll("%", "%25").replaceAll(",", "%2C");
}

function decoded(text: string): string {
  return text.replaceAll("%2C", ",").replaceAll("%25", "%");
}
