import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
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
  const source: AsyncIterable<unknown> = /\.gz$/iu.test(path) ? stored.pipe(createGunzip()) : stored;
  let isRight = true;
  const pieces = async function* (): AsyncGenerator<string> {
    try {
      for await (const chunk of source) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      isRight = false;
    }
  };
  await pipeline(Readable.from(pieces()), createWriteStream(target), signal === undefined ? {} : { signal });
  return isRight;
}
