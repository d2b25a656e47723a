import type { Problem } from "@materbone/clinical";
import {
  type EvidenceRow,
  evidenceRows,
  importLiterature,
  type Literature,
  type LiteratureCsvProblem,
  type Reading,
  readLiterature,
} from "@materbone/evidence";
import { type JsonProblem, readJsonText } from "../../start/json-text.ts";

/** What a text would make of a literature, or everything that is wrong with it. Nothing is taken by halves. */
export type ImportedText =
  | { readonly kind: "nothing" }
  /** Values of a CSV, added to what is there. */
  | { readonly kind: "added"; readonly literature: Literature; readonly values: readonly AddedValue[] }
  /** A whole literature, in place of what is there. */
  | { readonly kind: "replaced"; readonly literature: Literature }
  | { readonly kind: "csvRefused"; readonly problems: readonly LiteratureCsvProblem[] }
  | { readonly kind: "jsonRefused"; readonly problems: readonly JsonProblem[] }
  | {
      readonly kind: "literatureRefused";
      readonly problems: readonly (Problem & { readonly line: number | undefined })[];
    };

/** The study or the outcome begins with the reading, or it is another one of an outcome that was there, or one that was there tells more. */
export type AddedAs = "study" | "outcome" | "reading" | "completed";

/** One reading that a CSV adds or completes. */
export type AddedValue = {
  readonly row: EvidenceRow;
  readonly reading: Reading;
  readonly as: AddedAs;
};

/**
 * Reads the text of a file: JSON when it begins as an object does, else CSV.
 *
 * @param today - ISO date that a line without `checked` was read on
 */
export function importText(base: Literature, text: string, today: string): ImportedText {
  const plain = text.replace(/^\ufeff/, "");
  if (plain.trim() === "") return { kind: "nothing" };
  if (!plain.trimStart().startsWith("{")) {
    const read = importLiterature(base, plain, today);
    return read.kind === "refused"
      ? { kind: "csvRefused", problems: read.problems }
      : { kind: "added", literature: read.literature, values: addedValues(base, read.literature) };
  }
  const json = readJsonText(plain);
  if (json.kind === "refused") return { kind: "jsonRefused", problems: json.problems };
  const read = readLiterature(json.value);
  if (read.kind === "read") return { kind: "replaced", literature: read.value };
  return {
    kind: "literatureRefused",
    problems: read.problems.map((problem) => ({ ...problem, line: json.lineOf(problem.at) })),
  };
}

/** What a literature has that another one, which it grew from, has not. */
export function addedValues(before: Literature, after: Literature): readonly AddedValue[] {
  const studies = new Set(before.studies.map(({ id }) => id));
  const readings = new Map(evidenceRows(before).map(({ key, outcome }) => [key, outcome.readings]));
  return evidenceRows(after).flatMap((row): readonly AddedValue[] => {
    const known = readings.get(row.key);
    const begins = studies.has(row.study.id) ? ("outcome" as const) : ("study" as const);
    return row.outcome.readings.flatMap((reading, position): readonly AddedValue[] => {
      const same = known?.[position];
      if (known === undefined) return [{ row, reading, as: begins }];
      if (same === undefined) return [{ row, reading, as: "reading" }];
      return JSON.stringify(same) === JSON.stringify(reading) ? [] : [{ row, reading, as: "completed" }];
    });
  });
}
