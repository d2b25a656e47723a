import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { isGzipName } from "../gzip-file.ts";

/**
 * Numbers of the lines, from 1, on which bytes of a text file stand; of a packed file (`.gz`) those of what is in it.
 *
 * @param bytes - positions from 1, ascending
 */
export async function linesAt(path: string, bytes: readonly number[]): Promise<readonly number[]> {
  const lines: number[] = [];
  if (bytes.length === 0) return lines;
  const stored = createReadStream(path, { highWaterMark: 1_048_576 });
  const text = isGzipName(path) ? stored.pipe(createGunzip()) : stored;
  stored.on("error", (error) => text.destroy(error));
  let start = 0;
  let line = 1;
  for await (const piece of text) {
    const chunk = piece as Buffer;
    for (let at = 0; at >= 0 && lines.length < bytes.length; ) {
      const end = chunk.indexOf(NEWLINE, at);
      const known = start + (end < 0 ? chunk.length : end + 1);
      while (lines.length < bytes.length && (bytes[lines.length] ?? 0) <= known) lines.push(line);
      if (end < 0) break;
      line += 1;
      at = end + 1;
    }
    start += chunk.length;
    if (lines.length === bytes.length) break;
  }
  return lines;
}

const NEWLINE = 0x0a;
