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
  return withReferences(read(document, CASE_SCHEMA, caseRecordSchema), caseReferences);
}

/** Reads `series.json` of a folder: a series without its cases. */
export function readSeriesHead(document: unknown): ReadResult<SeriesHead> {
  return read(document, SERIES_SCHEMA, seriesHeadSchema);
}

/** Reads a series with its cases in one document. */
export function readSeries(document: unknown): ReadResult<Series> {
  const result = read(document, SERIES_SCHEMA, seriesSchema);
  return withReferences(result, (series) => [
    ...series.cases.flatMap((record, position) =>
      caseReferences(record).map((problem) => ({ ...problem, at: jsonPointer(["cases", position]) + problem.at })),
    ),
    ...seriesReferences(series),
  ]);
}

function read<T>(document: unknown, current: string, schema: z.ZodType<T>): ReadResult<T> {
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

function withReferences<T>(result: ReadResult<T>, check: (value: T) => readonly Problem[]): ReadResult<T> {
  if (result.kind === "refused") return result;
  const problems = check(result.value);
  return problems.length === 0 ? result : { kind: "refused", problems };
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
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
