import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ARCHIVE_BOUNDS, unpacksTooLarge } from "./zip-archive.ts";

/** Whether the name of a file says that it is packed by gzip. */
export function isGzipName(name: string): boolean {
  return /\.gz$/iu.test(name);
}

/** Whether a file of a name and a size can unpack to more than it may at all; small ones cannot. */
export function canBurst(name: string, bytes: number): boolean {
  return isGzipName(name) && bytes * MOST_PACKED > ARCHIVE_BOUNDS.harmlessBytes;
}

/**
 * Whether a gzip file says at its end that it holds more than it may (RFC 1952, 2.3.1: the size of what was packed, modulo
 * 2^32). A file that breaks off says anything there, so that only what comes out decides, see `gunzipsTooLarge`.
 */
export async function claimsTooLarge(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size < TAIL) return false;
    const { buffer } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, size - TAIL);
    return unpacksTooLarge([{ bytes: buffer.readUInt32LE(0) }], size);
  } finally {
    await handle.close();
  }
}

/** Whether more comes out of a gzip file than may: it is unpacked into nothing, and no further than to the bound. */
export async function gunzipsTooLarge(path: string, signal?: AbortSignal): Promise<boolean> {
  const { size } = await stat(path);
  let bytes = 0;
  const count = async (unpacked: AsyncIterable<unknown>): Promise<void> => {
    for await (const chunk of unpacked) {
      bytes += (chunk as Buffer).length;
      if (unpacksTooLarge([{ bytes }], size)) return;
    }
  };
  const gunzip = createGunzip({ chunkSize: PIECE });
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: PIECE }),
      gunzip,
      count,
      signal === undefined ? {} : { signal },
    );
  } catch (error) {
    // A damaged file holds what comes before the damage.
    if (!(error instanceof Error && "code" in error && /^(?:Z_|ERR_STREAM_PREMATURE_CLOSE)/u.test(String(error.code))))
      throw error;
  }
  return unpacksTooLarge([{ bytes }], size);
}

/** Bytes of the size at the end. */
const TAIL = 4;

const PIECE = 1_048_576;

/** No file packs further (zlib, technical details: maximum compression factor, 1032). */
const MOST_PACKED = 1032;
