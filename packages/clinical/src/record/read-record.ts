import type * as z from "zod";
import { accepting } from "./accept.ts";
import { CASE_SCHEMA, type CaseRecord, caseRecordSchema } from "./case-record.ts";
import { jsonPointer } from "./json-pointer.ts";
import { migrate } from "./migrate.ts";
import type { Problem } from "./problem.ts";
import { caseReferences, seriesReferences } from "./references.ts";
import { SERIES_SCHEMA, type Series, type SeriesHead, seriesHeadSchema, seriesSchema } from "./series.ts";
import { problemsOf } from "./zod-problems.ts";

/** A value read from outside, or every problem that stands in its way. */
export type ReadResult<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads one case record from parsed JSON. `null` is read as "not recorded". */
export function readCase(document: unknown): ReadResult<CaseRecord> {
  return readDocument(document, CASE_SCHEMA, caseRecordSchema, caseReferences);
}

/** Reads `series.json` of a folder: a series without its cases. */
export function readSeriesHead(document: unknown): ReadResult<SeriesHead> {
  return readDocument(document, SERIES_SCHEMA, seriesHeadSchema);
}

/** Reads a series with its cases in one document. */
export function readSeries(document: unknown): ReadResult<Series> {
  return readDocument(document, SERIES_SCHEMA, seriesSchema, (series) => [
    ...series.cases.flatMap((record, position) =>
      caseReferences(record).map((problem) => ({ ...problem, at: jsonPointer(["cases", position]) + problem.at })),
    ),
    ...seriesReferences(series),
  ]);
}

/**
 * Reads a document of any format whose first key names its version, as records are read: `null` stands for "not recorded".
 *
 * @param current - the format that this program writes, such as `materbone/case/1`
 * @param check - what the schema cannot say, such as ids that point to one another; asked only when the schema accepts
 */
export function readDocument<T>(
  document: unknown,
  current: string,
  schema: z.ZodType<T>,
  check?: (value: T) => readonly Problem[],
): ReadResult<T> {
  const result = accepted(document, current, schema);
  if (result.kind === "refused" || check === undefined) return result;
  const problems = check(result.value);
  return problems.length === 0 ? result : { kind: "refused", problems };
}

function accepted<T>(document: unknown, current: string, schema: z.ZodType<T>): ReadResult<T> {
  const migrated = migrate(document, current);
  if (migrated.kind === "refused") return { kind: "refused", problems: [migrated.problem] };
  if (accepting(schema)(migrated.document)) return { kind: "read", value: migrated.document as T };
  // Rare, so it is tried only after a refusal: null stands for "not recorded".
  const tooDeep = placeTooDeep(migrated.document, []);
  if (tooDeep !== undefined) {
    return { kind: "refused", problems: [{ at: jsonPointer(tooDeep), kind: "tooDeep", maximum: DEEPEST }] };
  }
  const cleaned = withoutNulls(migrated.document);
  const second = schema.safeParse(cleaned);
  if (second.success) return { kind: "read", value: second.data };
  return { kind: "refused", problems: problemsOf(second.error, cleaned, schema) };
}

/** Far deeper than any field, and shallow enough for functions that walk a document by calling themselves. */
const DEEPEST = 32;

function placeTooDeep(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= DEEPEST) return path;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "object") continue;
    const place = placeTooDeep(inner, [...path, key]);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A copy without keys whose value is `null`; nulls inside arrays stay, they mark open ends. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
