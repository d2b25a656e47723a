import { createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import {
  type BadLineReason,
  type ConversionProblem,
  LISTED_PER_KIND,
  type ProblemReport,
} from "../../convert/problem.ts";
import { isGzipName } from "../gzip-file.ts";
import { type FileLine, readLines } from "./read-lines.ts";
import { isObject, type LineRow, type RowsOf, textAt } from "./resource-rows.ts";

/** Bytes of the longest line that is read. */
const LONGEST = 67_108_864;

/** Bytes of the largest file that is read as one JSON text: what it holds takes some ten times as much memory. */
export const LARGEST_FILE = 50_331_648;

export type ByLine = {
  readonly path: string;
  /** Name of the source, for the report. */
  readonly name: string;
  readonly format: "ndjson" | "json";
  /** Type that all resources must have; undefined for any. */
  readonly wanted: string | undefined;
};

/**
 * Reads files resource by resource and writes the rows of views as NDJSON into `target`. Tells, with its line, each resource
 * that cannot be read; the rest is written.
 */
export async function writeRowsByLine(
  files: readonly ByLine[],
  rowsOf: RowsOf,
  target: string,
  signal: AbortSignal | undefined,
): Promise<ProblemReport> {
  const tally = new Tally();
  const pieces = async function* (): AsyncGenerator<string> {
    for (const file of files) {
      if (file.format === "json") yield* wholeFile(file, rowsOf, tally);
      else yield* lineByLine(file, rowsOf, tally, signal);
    }
  };
  const options = signal === undefined ? {} : { signal };
  await pipeline(Readable.from(pieces(), { objectMode: true }), createWriteStream(target), options);
  return tally.report();
}

class Tally {
  readonly #totals = new Map<ConversionProblem["kind"], number>();
  readonly #listed: ConversionProblem[] = [];

  add(problem: ConversionProblem): void {
    const count = (this.#totals.get(problem.kind) ?? 0) + 1;
    this.#totals.set(problem.kind, count);
    if (count <= LISTED_PER_KIND) this.#listed.push(problem);
  }

  report(): ProblemReport {
    return { totals: Object.fromEntries(this.#totals), listed: this.#listed };
  }
}

async function* lineByLine(
  file: ByLine,
  rowsOf: RowsOf,
  tally: Tally,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const lines = readLines(file.path, LONGEST, signal);
  for (;;) {
    const next = await lines.next();
    if (next.done === true) {
      if (next.value) tally.add({ kind: "truncatedFile", file: file.name });
      return;
    }
    const out = next.value.map((line) => rowsOfLine(line, file, rowsOf, tally)).join("");
    if (out !== "") yield out;
  }
}

function rowsOfLine({ line, byte, text, isEnded }: FileLine, file: ByLine, rowsOf: RowsOf, tally: Tally): string {
  const bad = (why: BadLineReason): string => {
    tally.add({ kind: "badLine", file: file.name, line, byte, why });
    return "";
  };
  if (text === undefined) return bad("tooLong");
  const decoded = decodedText(text);
  if (decoded === undefined) return bad("encoding");
  if (decoded.trim() === "") return "";
  const resource = parsed(decoded);
  if (resource === undefined) return bad(isEnded ? "malformed" : "truncated");
  if (!isObject(resource)) return bad("notAnObject");
  const type = textAt(resource, "resourceType") ?? "";
  if (file.wanted !== undefined && type !== file.wanted) {
    const found = /^[A-Za-z]{1,40}$/u.test(type) ? type : "?";
    tally.add({ kind: "wrongResourceType", file: file.name, line, found, wanted: file.wanted });
    return "";
  }
  const rows = rowsOrNothing(resource, line, rowsOf);
  return rows === undefined ? bad("malformed") : rows.map(jsonLine).join("");
}

async function* wholeFile(file: ByLine, rowsOf: RowsOf, tally: Tally): AsyncGenerator<string> {
  const resource = await wholeResource(file);
  if (typeof resource === "string") {
    tally.add(
      resource === "tooLarge"
        ? { kind: "bundleTooLarge", file: file.name, megabytes: LARGEST_FILE / 1_048_576 }
        : { kind: "badLine", file: file.name, why: resource },
    );
    return;
  }
  const rows = rowsOrNothing(resource, 1, rowsOf);
  if (rows === undefined) {
    tally.add({ kind: "badLine", file: file.name, why: "malformed" });
    return;
  }
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    yield rows
      .slice(at, at + ROWS_AT_ONCE)
      .map(jsonLine)
      .join("");
  }
}

const ROWS_AT_ONCE = 1000;

/** What a file of one JSON text holds, or why it cannot be read. Its bytes and its text are free once it returns. */
async function wholeResource({ path }: ByLine): Promise<object | "tooLarge" | BadLineReason> {
  if ((await stat(path)).size > LARGEST_FILE) return "tooLarge";
  const stored = unpackedWhole(path, await readFile(path));
  if (stored === undefined) return "tooLarge";
  const text = decodedText(stored);
  if (text === undefined) return "encoding";
  const resource = parsed(text);
  if (resource === undefined) return "malformed";
  return isObject(resource) ? resource : "notAnObject";
}

/** What a file holds; undefined when it unpacks to more than the largest file that is read. */
function unpackedWhole(path: string, stored: Buffer): Buffer | undefined {
  if (!isGzipName(path)) return stored;
  try {
    return gunzipSync(stored, { maxOutputLength: LARGEST_FILE });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw error;
  }
}

/** A resource from which a view cannot choose a single value is as unusable as one that is no JSON. */
function rowsOrNothing(resource: object, line: number, rowsOf: RowsOf): readonly LineRow[] | undefined {
  try {
    return rowsOf(resource, line);
  } catch (error) {
    if (error instanceof Error && error.name === "FhirViewError") return undefined;
    throw error;
  }
}

function jsonLine(row: LineRow): string {
  // Half of a surrogate pair and NUL are legal in JSON and not in the engine's text.
  const json = JSON.stringify(row, (_key, value: unknown) =>
    typeof value === "string" ? value.replace(/[\uD800-\uDFFF\0]/gu, "\uFFFD") : value,
  );
  return `${json}\n`;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decodedText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
