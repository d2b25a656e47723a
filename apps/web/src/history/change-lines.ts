import { type Change, say, type Terms } from "@materbone/clinical";
import { type PlaceOf, placeWords } from "../parts/place-words.ts";
import { sayValueAt } from "../parts/place-words-value.ts";
import { historySays } from "./history-words.ts";

/** A change in words, as the history and a conflict print it. */
export type ChangeLine = {
  readonly at: string;
  readonly place: string;
  /** What kind of change of a list it was; absent for a field. */
  readonly remark?: string;
  readonly before: string;
  readonly after: string;
};

/** Each change in words. Of a list that grew or shrank, only the entries that came or went are told. */
export function changeLines(changes: readonly Change[], of: PlaceOf, terms: Terms): readonly ChangeLine[] {
  return changes.map((change) => {
    const place = placeWords(change.at, of, terms);
    const line = (before: unknown, after: unknown): ChangeLine => ({
      at: change.at,
      place,
      before: sayValueAt(change.at, of, before, terms),
      after: sayValueAt(change.at, of, after, terms),
    });
    if (!Array.isArray(change.before) || !Array.isArray(change.after)) return line(change.before, change.after);
    const gone = missingFrom(change.before, change.after);
    const come = missingFrom(change.after, change.before);
    // The same entries in another order.
    if (gone.length === 0 && come.length === 0) return line(change.before, change.after);
    const remarks = [
      ...(come.length === 0 ? [] : [say(historySays.added, { n: come.length }, terms)]),
      ...(gone.length === 0 ? [] : [say(historySays.taken, { n: gone.length }, terms)]),
    ];
    return {
      ...line(gone.length === 0 ? undefined : gone, come.length === 0 ? undefined : come),
      remark: terms.series(remarks),
      ...(gone.length === 0 ? { before: "" } : {}),
      ...(come.length === 0 ? { after: "" } : {}),
    };
  });
}

/** Entries of one list that the other lacks, each counted as often as it stands there. */
function missingFrom(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const left = other.map((entry) => JSON.stringify(entry));
  return list.filter((entry) => {
    const position = left.indexOf(JSON.stringify(entry));
    if (position < 0) return true;
    left.splice(position, 1);
    return false;
  });
}
