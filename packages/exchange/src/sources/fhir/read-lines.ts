import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { isGzipName } from "../gzip-file.ts";

/** A line of a file. `text` is absent where the line is longer than allowed: its bytes are passed over. */
export type FileLine = {
  /** From 1. */
  readonly line: number;
  /** Offset of its first byte in the unpacked file. */
  readonly byte: number;
  readonly text: Buffer | undefined;
  /** False for a last line without an end. */
  readonly isEnded: boolean;
};

const NEWLINE = 0x0a;

/**
 * Lines of a file, packed by gzip or not, a chunk of the file at a time; memory is bounded by `longest`.
 *
 * @param longest - bytes of the longest line that is given
 * @returns true when a packed file breaks off before its end
 */
export async function* readLines(
  path: string,
  longest: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly FileLine[], boolean> {
  let pieces: Buffer[] = [];
  let held = 0;
  let isTooLong = false;
  let line = 1;
  let start = 0;
  const take = (isEnded: boolean): FileLine => {
    const text = isTooLong ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    const taken = { line, byte: start, text, isEnded };
    line += 1;
    pieces = [];
    held = 0;
    isTooLong = false;
    return taken;
  };
  let at = 0;
  let isCut = false;
  try {
    for await (const chunk of chunksOf(path, signal)) {
      const lines: FileLine[] = [];
      let from = 0;
      while (from < chunk.length) {
        const end = chunk.indexOf(NEWLINE, from);
        const to = end < 0 ? chunk.length : end;
        held += to - from;
        if (held > longest) {
          isTooLong = true;
          pieces = [];
        } else pieces.push(chunk.subarray(from, to));
        if (end < 0) break;
        lines.push(take(true));
        from = end + 1;
        start = at + from;
      }
      at += chunk.length;
      yield lines;
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^Z_/u.test(String(error.code)))) throw error;
    isCut = true;
  }
  if (held > 0) yield [take(false)];
  return isCut;
}

/**
 * Numbers of the lines on which records of NDJSON stand, from 1; blank lines are no records.
 *
 * @param records - numbers from 1, ascending
 */
export async function linesOfRecords(path: string, records: readonly number[]): Promise<readonly number[]> {
  const found: number[] = [];
  let record = 0;
  for await (const lines of readLines(path, LONGEST_BLANK, undefined)) {
    for (const { line, text } of lines) {
      if (found.length === records.length) return found;
      if (text?.every((byte) => BLANK_BYTES.has(byte)) === true) continue;
      record += 1;
      if (record === records[found.length]) found.push(line);
    }
  }
  return found;
}

/** A longer line is taken for a record. */
const LONGEST_BLANK = 4096;
const BLANK_BYTES: ReadonlySet<number> = new Set([0x09, 0x0d, 0x20]);

async function* chunksOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1_048_576, ...(signal === undefined ? {} : { signal }) });
  if (!isGzipName(path)) {
    for await (const chunk of file) yield chunk as Buffer;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 1_048_576 });
  file.on("error", (error) => gunzip.destroy(error));
  for await (const chunk of file.pipe(gunzip)) yield chunk as Buffer;
}
