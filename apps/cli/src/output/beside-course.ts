import { type CircuitWarning, sayCircuitWarning } from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";
import { csvLine } from "./csv.ts";
import { warningOutput } from "./warning-data.ts";

/** What has to be told of a course and has no place in a table of its values. */
export type BesideCourse = {
  /** File of the scenario, or id of the case. */
  readonly subject: string;
  /** Of a case, whose month of weaning may be read in two ways. */
  readonly weanedMonth?: number | undefined;
  readonly notes: readonly string[];
  readonly warnings: readonly CircuitWarning[];
};

/** An output, and beside a CSV what has no place in it. */
export type Produced = { readonly text: string; readonly beside?: readonly BesideCourse[] };

const COLUMNS = [
  "subject",
  "weanedMonth",
  "kind",
  "fromMonths",
  "toMonths",
  "value",
  "threshold",
  "unit",
  "agent",
  "extrapolation",
  "text",
  "source",
] as const;

/** Notes, then warnings, one a line; the kind of a note is `note`. */
export function besideCsv(all: readonly BesideCourse[], terms: Terms): string {
  const lines = all.flatMap(({ subject, weanedMonth, notes, warnings }) => {
    const own = { subject, weanedMonth };
    const rows: readonly Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>[] = [
      ...notes.map((text) => ({ ...own, kind: "note", text })),
      ...warningOutput(warnings, terms).map((warning) => ({ ...own, ...warning, source: warning.source.cite })),
    ];
    return rows.map((row) => csvLine(COLUMNS.map((column) => row[column])));
  });
  return csvLine(COLUMNS) + lines.join("");
}

/** The same as sentences, each once; of several courses, a warning under its subject. */
export function besideLines(all: readonly BesideCourse[], terms: Terms): readonly string[] {
  const notes = all.flatMap((each) => each.notes);
  const warnings = all.flatMap(({ subject, warnings: own }) =>
    own.map((warning) => `${all.length > 1 ? `${subject}: ` : ""}${sayCircuitWarning(warning, terms)}`),
  );
  return [...new Set([...notes, ...warnings])];
}

/** `course.csv` has its notes in `course.notes.csv`. */
export function besideFile(out: string): string {
  return `${out.replace(/\.csv$/iu, "")}.notes.csv`;
}
