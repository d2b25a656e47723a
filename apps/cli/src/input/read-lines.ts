import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { type CaseRecord, readCase } from "@materbone/clinical";
import { decode } from "./decode.ts";
import { requireFile } from "./files.ts";
import type { InputProblem } from "./input-error.ts";
import { readJsonText } from "./json-text.ts";

export type CaseLine =
  | { readonly kind: "read"; readonly record: CaseRecord; readonly line: number }
  | { readonly kind: "refused"; readonly problems: readonly InputProblem[] };

/** Longest line of an NDJSON file; one woman never needs as much. */
const LONGEST_LINE_MEGABYTES = 16;
const LONGEST_LINE = LONGEST_LINE_MEGABYTES * 1024 * 1024;
const NEWLINE = 10;
const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

export function isNdjson(path: string): boolean {
  return path.endsWith(".ndjson") || path.endsWith(".jsonl");
}

/**
 * Reads an NDJSON file of cases, a batch of lines at a time; a bad line is reported and the next one read. Only the ids are
 * kept, to find one that stands twice. Batches, because waiting for each line costs more than reading it.
 *
 * @throws InputError when the file is not there
 */
export async function* readCaseBatches(path: string): AsyncGenerator<readonly CaseLine[]> {
  await requireFile(path);
  const ids = new Set<string>();
  let line = 0;
  for await (const lines of lineBatches(createReadStream(path, { highWaterMark: 1 << 18 }))) {
    const batch: CaseLine[] = [];
    for (const bytes of lines) {
      line++;
      if (bytes !== "tooLong" && isBlank(bytes)) continue;
      const read = readOnce(bytes, path, line, ids);
      batch.push(read);
      // Two bytes a character: the line breaks found so far were none.
      if (read.kind === "refused" && read.problems.some(isUtf16)) {
        yield batch;
        return;
      }
    }
    yield batch;
  }
}

/** A line whose id has not stood before. */
function readOnce(bytes: Buffer | "tooLong", file: string, line: number, ids: Set<string>): CaseLine {
  if (bytes === "tooLong") return refused({ kind: "lineTooLong", file, line, limit: LONGEST_LINE_MEGABYTES });
  const read = readLine(bytes, file, line);
  if (read.kind === "refused") return read;
  const { id } = read.record;
  if (ids.has(id)) {
    return refused({ kind: "record", file, line, problem: { at: "/id", kind: "duplicateId", what: "case", id } });
  }
  ids.add(id);
  return read;
}

function isUtf16(problem: InputProblem): boolean {
  return problem.kind === "encoding" && problem.encoding === "UTF-16";
}

function refused(...problems: readonly InputProblem[]): CaseLine {
  return { kind: "refused", problems };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 13 || byte === 32 || byte === 9);
}

function readLine(bytes: Buffer, file: string, line: number): CaseLine {
  const document = parsed(bytes);
  const result = document === undefined ? undefined : readCase(document);
  if (result?.kind === "read") return { kind: "read", record: result.value, line };
  // Rare, so it may be slow: read again in the way that tells what is wrong.
  const decoded = decode(bytes, file);
  if (decoded.kind === "refused") return refused(withLine(decoded.problem, line));
  const json = readJsonText(decoded.text, file);
  if (json.kind === "refused") return refused(...json.problems.map((problem) => withLine(problem, line)));
  const again = readCase(json.value);
  if (again.kind === "read") return { kind: "read", record: again.value, line };
  return refused(...again.problems.map((problem): InputProblem => ({ kind: "record", file, line, problem })));
}

/** The value of a line of UTF-8 JSON without repeated keys; `undefined` where any of that does not hold. */
function parsed(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined;
  try {
    const document: unknown = JSON.parse(bytes.toString("utf8"));
    return keysIn(document, 0) === colonsIn(bytes) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Deep enough for any record; deeper lines are read the slow way, which refuses them. */
const DEEPEST_RECORD = 32;

function keysIn(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null || depth > DEEPEST_RECORD) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const entry of value) keys += keysIn(entry, depth + 1);
    return keys;
  }
  for (const key in value) keys += 1 + keysIn((value as Readonly<Record<string, unknown>>)[key], depth + 1);
  return keys;
}

/** One for each key as written, so that a repeated key, which `JSON.parse` drops, shows as one too many. */
function colonsIn(bytes: Buffer): number {
  let colons = 0;
  let isInText = false;
  for (let position = 0; position < bytes.length; position++) {
    const byte = bytes[position];
    if (byte === QUOTE) isInText = !isInText;
    else if (isInText && byte === BACKSLASH) position++;
    else if (!isInText && byte === COLON) colons++;
  }
  return colons;
}

/** Problems of one line are counted from its own start; the file's line and the message need the line in the file. */
function withLine(problem: InputProblem, line: number): InputProblem {
  return "line" in problem || problem.kind === "encoding" ? { ...problem, line } : problem;
}

/** The lines that end in each chunk, as bytes without the newline. */
async function* lineBatches(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly (Buffer | "tooLong")[]> {
  let rest: Buffer[] = [];
  let length = 0;
  let skipping = false;
  for await (const chunk of chunks) {
    const lines: (Buffer | "tooLong")[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE, start); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, end);
      if (!skipping) lines.push(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
      skipping = false;
      rest = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length && !skipping) {
      rest.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > LONGEST_LINE) {
        lines.push("tooLong");
        skipping = true;
        rest = [];
        length = 0;
      }
    }
    yield lines;
  }
  if (length > 0) yield [Buffer.concat(rest)];
}
