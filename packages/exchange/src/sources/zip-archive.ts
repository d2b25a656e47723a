import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";

export type ZipMember = {
  readonly entry: number;
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
};

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

/** Unpacks one member to the file `to`. The name in the archive is not used, so it cannot lead out of a folder. */
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
