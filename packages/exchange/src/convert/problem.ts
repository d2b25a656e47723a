import type { Mapping } from "@materbone/finder";

/**
 * Something in the source that was not used, or used in part. Never holds a person's data: a place, names of columns and
 * resource types, and counts.
 */
/**
 * Which of two contents of one identifier is used: the one last updated, where the source says when; the first line of a table;
 * or one that is chosen by what is in it, always the same.
 */
export type UsedContent = "lastUpdated" | "firstLine" | "always";

export type ConversionProblem =
  /** A line that cannot be read: it is left out. `byte` counts from the start of the (unpacked) file. */
  | {
      readonly kind: "badLine";
      readonly file: string;
      readonly line?: number;
      readonly byte?: number;
      readonly why: BadLineReason;
    }
  /** The file ends before its end: what could be read before is used. */
  | { readonly kind: "truncatedFile"; readonly file: string }
  | {
      readonly kind: "wrongResourceType";
      readonly file: string;
      readonly line?: number;
      readonly found: string;
      readonly wanted: string;
    }
  /** A record without an identifier, or without a person. */
  | { readonly kind: "noIdentifier" | "noPerson"; readonly file: string; readonly line?: number }
  /** A date, number or sex that cannot be read: the row is kept without it. */
  | { readonly kind: "badDate" | "badNumber" | "badSex"; readonly file: string; readonly line?: number }
  /** A serial number of a spreadsheet where a date should be: which day it means depends on the program. */
  | { readonly kind: "serialDate"; readonly file: string; readonly line?: number }
  /** A date after the day of which the data are read: the row is not used; a person stays, without the birth. */
  | { readonly kind: "futureDate" | "futureBirth"; readonly file: string; readonly line?: number }
  | { readonly kind: "noBirthDate"; readonly file: string; readonly line?: number }
  /** A record without a code, and without a text that could stand for it: not used. */
  | { readonly kind: "noCode"; readonly file: string; readonly line?: number }
  /** A record that names its drug by a reference to a resource that the source does not have, or that has no code: not used. */
  | { readonly kind: "unknownDrug"; readonly file: string; readonly line?: number }
  /** An answer that is a code which a shipped definition asks for: what it says of the person depends on the question, so it is not used. */
  | { readonly kind: "codedAnswer"; readonly file: string; readonly line?: number }
  /** A word or own code that no shipped concept set names, in so many rows of the file: kept as written. */
  | { readonly kind: "unseenCode"; readonly file: string; readonly code: string; readonly rows: number }
  /** The same record again, word for word: one copy is used. */
  | { readonly kind: "duplicateCopy"; readonly file: string; readonly line?: number }
  /** The same identifier with another content; `used`: which of them is. */
  | {
      readonly kind: "duplicateConflict";
      readonly file: string;
      readonly line?: number;
      readonly used: UsedContent;
    }
  /** An event of a person that the source does not have: not used. */
  | { readonly kind: "unknownPerson"; readonly file: string; readonly line?: number }
  /** A file that is left out whole. */
  | { readonly kind: "missingColumn"; readonly file: string; readonly column: string }
  | {
      readonly kind: "columnType";
      readonly file: string;
      readonly column: string;
      readonly found: string;
      readonly wanted: string;
    }
  /** Bytes that are not in the encoding that the mapping names; `seems` is that in which they can be read. */
  | {
      readonly kind: "wrongEncoding";
      readonly file: string;
      readonly encoding: TextEncoding;
      readonly seems?: TextEncoding;
    }
  | { readonly kind: "unreadableFile"; readonly file: string }
  /** A packed file that unpacks to more than it may: it is left out whole. */
  | { readonly kind: "fileTooLarge"; readonly file: string }
  /** A file that is one JSON text, such as a Bundle, of more than so many MiB: it is left out whole. */
  | { readonly kind: "bundleTooLarge"; readonly file: string; readonly megabytes: number };

export type TextEncoding = NonNullable<Mapping["encoding"]>;

export type ConversionProblemKind = ConversionProblem["kind"];

export type BadLineReason = "malformed" | "tooLong" | "truncated" | "columns" | "quote" | "encoding" | "notAnObject";

/** Problems of one kind in all of a file: `listed` names at most `LISTED_PER_KIND` of the `total`. */
export type ProblemReport = {
  readonly totals: Readonly<Partial<Record<ConversionProblemKind, number>>>;
  readonly listed: readonly ConversionProblem[];
  /** Rows that have one of the codes which `totals.unseenCode` counts. */
  readonly unseenRows?: number;
};

/** Problems of one kind that are listed with their place, per file; the rest are counted. */
export const LISTED_PER_KIND = 20;

/** Kinds that are normal in real data and do not make `strict` refuse. */
export const HARMLESS: readonly ConversionProblemKind[] = ["duplicateCopy", "noBirthDate", "unseenCode"];

export const NO_PROBLEMS: ProblemReport = { totals: {}, listed: [] };

export function joinReports(reports: readonly ProblemReport[]): ProblemReport {
  const totals: Partial<Record<ConversionProblemKind, number>> = {};
  const listed: ConversionProblem[] = [];
  let unseenRows = 0;
  for (const report of reports) {
    for (const [kind, count] of Object.entries(report.totals) as [ConversionProblemKind, number][]) {
      totals[kind] = (totals[kind] ?? 0) + count;
    }
    listed.push(...report.listed);
    unseenRows += report.unseenRows ?? 0;
  }
  return { totals, listed, ...(unseenRows === 0 ? {} : { unseenRows }) };
}

/** A report of `problems`, counted; `more` adds those that are not listed. */
export function reportOf(
  problems: readonly ConversionProblem[],
  more: Readonly<Partial<Record<ConversionProblemKind, number>>> = {},
): ProblemReport {
  const totals: Partial<Record<ConversionProblemKind, number>> = {};
  const listed: ConversionProblem[] = [];
  for (const problem of problems) {
    const count = (totals[problem.kind] ?? 0) + 1;
    totals[problem.kind] = count;
    if (count <= LISTED_PER_KIND) listed.push(problem);
  }
  return joinReports([
    { totals, listed },
    { totals: more, listed: [] },
  ]);
}
