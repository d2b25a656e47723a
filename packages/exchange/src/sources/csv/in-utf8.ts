import { createReadStream, createWriteStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { TextEncoding } from "../../convert/problem.ts";
import { isGzipName } from "../gzip-file.ts";

/** Whether a text was written as UTF-8; if not, in which encoding its bytes can be read, if in any. */
export type WrittenUtf8 = { readonly kind: "written" } | { readonly kind: "wrong"; readonly seems?: TextEncoding };

/**
 * Writes a text file as UTF-8 into `target`, unless its bytes are not in `encoding`.
 */
export async function writeUtf8(
  path: string,
  encoding: TextEncoding,
  target: string,
  signal: AbortSignal | undefined,
): Promise<WrittenUtf8> {
  // Nearly any bytes can be read as GB18030, so that UTF-8 would pass as other letters.
  if (encoding === "gb18030" && (await letters(path, "utf-8", signal)) >= TELLING)
    return { kind: "wrong", seems: "utf-8" };
  if (await decode(path, encoding, createWriteStream(target), signal)) return { kind: "written" };
  const other = encoding === "utf-8" ? "gb18030" : "utf-8";
  return (await letters(path, other, signal)) < 0 ? { kind: "wrong" } : { kind: "wrong", seems: other };
}

/** Chinese letters of which a text has at least so many when it is taken for UTF-8: by accident, GB18030 has next to none such. Assumed. */
const TELLING = 8;

/** Chinese letters in a file, at most `TELLING`; -1 when its bytes are not in the encoding. */
async function letters(path: string, encoding: TextEncoding, signal: AbortSignal | undefined): Promise<number> {
  let found = 0;
  const count = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      if (found < TELLING) found += text.match(/\p{Script=Han}/gu)?.length ?? 0;
      done();
    },
  });
  return (await decode(path, encoding, count, signal)) ? found : -1;
}

/** Decodes a file into `target`; false when its bytes are not in `encoding`. */
async function decode(
  path: string,
  encoding: TextEncoding,
  target: NodeJS.WritableStream,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const stored = createReadStream(path, { highWaterMark: 1_048_576 });
  const pieces = async function* (source: AsyncIterable<unknown>): AsyncGenerator<string> {
    for await (const chunk of source) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  };
  const options = signal === undefined ? {} : { signal };
  try {
    if (isGzipName(path)) await pipeline(stored, createGunzip(), pieces, target, options);
    else await pipeline(stored, pieces, target, options);
    return true;
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return false;
    throw error;
  }
}
