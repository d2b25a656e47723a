import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";

export type ZipMember = {
  readonly entry: number;
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
};

/** Bounds of what an archive may unpack to: beyond, it is no export but made to fill a disk. */
export const ARCHIVE_BOUNDS = {
  /** Bytes that any disk takes; below, nothing else is asked. Assumed. */
  harmlessBytes: 268_435_456,
  /**
   * Of all members to the archive. Tables and NDJSON of hospitals pack to a fifth to a fiftieth; the method itself reaches
   * 1032 (zlib, technical details: maximum compression factor). Assumed between them.
   */
  ratio: 200,
  /** Bytes of all members. Assumed: several times what ten million persons take as text. */
  mostBytes: 1_099_511_627_776,
} as const;

/** Whether an archive claims to hold more than it may; members that share bytes of it count each. */
export function unpacksTooLarge(members: readonly Pick<ZipMember, "bytes">[], archiveBytes: number): boolean {
  const { harmlessBytes, ratio, mostBytes } = ARCHIVE_BOUNDS;
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0);
  return total > mostBytes || (total > harmlessBytes && total > ratio * archiveBytes);
}

/**
 * Members of an archive that are files, as its directory lists them.
 *
 * @throws Error of yauzl when it is no zip archive, or a damaged one
 */
export async function listZip(path: string): Promise<readonly ZipMember[]> {
  const members: ZipMember[] = [];
  await eachEntry(path, async (entry, index) => {
    if (!entry.fileName.endsWith("/")) {
      members.push({ entry: index, name: entry.fileName, bytes: entry.uncompressedSize, crc32: entry.crc32 });
    }
    return true;
  });
  return members;
}

/** The first `bytes` of a member. */
export async function zipHead(path: string, member: number, bytes: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  await eachEntry(path, async (entry, index, zip) => {
    if (index !== member) return true;
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      head = Buffer.concat([head, chunk as Buffer]);
      if (head.length >= bytes) break;
    }
    return false;
  });
  return head.subarray(0, bytes);
}

/** Unpacks one member to the file `to`, no more of it than the archive says it has. The name in the archive is not used, so it cannot lead out of a folder. */
export async function unzip(path: string, member: number, to: string, signal?: AbortSignal): Promise<void> {
  await eachEntry(path, async (entry, index, zip) => {
    if (index !== member) return true;
    const target = createWriteStream(to);
    const stream = await zip.openReadStreamPromise(entry);
    await (signal === undefined ? pipeline(stream, target) : pipeline(stream, target, { signal }));
    return false;
  });
}

/** Calls `visit` for each entry until it says false. */
async function eachEntry(
  path: string,
  visit: (entry: yauzl.Entry, index: number, zip: yauzl.ZipFile) => Promise<boolean>,
): Promise<void> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  try {
    let index = 0;
    for await (const entry of zip.eachEntry()) {
      if (!(await visit(entry, index, zip))) return;
      index += 1;
    }
  } finally {
    zip.close();
  }
}
