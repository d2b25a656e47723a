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

/** One reading that a CSV adds. */
export type AddedValue = {
  readonly row: EvidenceRow;
  readonly reading: Reading;
  /** The study or the outcome begins with it; else it is another reading of an outcome that was there. */
  readonly begins: "study" | "outcome" | undefined;
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
  const readings = new Map(evidenceRows(before).map(({ key, outcome }) => [key, outcome.readings.length]));
  return evidenceRows(after).flatMap((row) => {
    const known = readings.get(row.key);
    const begins = studies.has(row.study.id) ? ("outcome" as const) : ("study" as const);
    return row.outcome.readings
      .slice(known ?? 0)
      .map((reading) => ({ row, reading, begins: known === undefined ? begins : undefined }));
  });
}
