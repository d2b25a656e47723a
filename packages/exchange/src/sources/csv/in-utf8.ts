import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/**
 * Writes a text file as UTF-8 into `target`; false when its bytes are not in `encoding`.
 */
export async function writeUtf8(
  path: string,
  encoding: "utf-8" | "gb18030",
  target: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const stored = createReadStream(path, { highWaterMark: 1_048_576 });
  const pieces = async function* (source: AsyncIterable<unknown>): AsyncGenerator<string> {
    for await (const chunk of source) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  };
  const written = createWriteStream(target);
  const options = signal === undefined ? {} : { signal };
  try {
    if (/\.gz$/iu.test(path)) await pipeline(stored, createGunzip(), pieces, written, options);
    else await pipeline(stored, pieces, written, options);
    return true;
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return false;
    throw error;
  }
}
