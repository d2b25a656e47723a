import { createHash } from "node:crypto";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { canBurst, claimsTooLarge, gunzipsTooLarge } from "../sources/gzip-file.ts";
import type { SourceFile } from "../sources/source-file.ts";
import { listZip, unpacksTooLarge, zipHead } from "../sources/zip-archive.ts";
import type { Ignored } from "./found.ts";

export type Listing = { readonly files: readonly SourceFile[]; readonly ignored: readonly Ignored[] };

/** Bytes of each end of a file that its fingerprint takes in. */
const ENDS = 65_536;

/** Folders deeper than this are not looked into. */
const DEEPEST = 8;

/**
 * All files of a folder, a file or a zip archive, archives opened, in the order of their names (UTF-16 code units), then
 * those that only links lead to. Each file comes once; a link that leads out of the folder is left aside.
 *
 * @throws the error of the file system when `path` is not there or cannot be read
 */
export async function listFiles(path: string): Promise<Listing> {
  const files: SourceFile[] = [];
  const ignored: Ignored[] = [];
  const root = await realpath(path);
  /** Real paths of files and folders that were come to. */
  const seen = new Set<string>();
  const links: Place[] = [];
  const walk = async ({ at, name, depth }: Place): Promise<void> => {
    if (seen.has(at)) {
      ignored.push({ name, why: "linked" });
      return;
    }
    seen.add(at);
    const info = await stat(at);
    if (info.isDirectory()) {
      const entries = await readdir(at, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const childName = name === "" ? entry.name : `${name}/${entry.name}`;
        const child = { at: join(at, entry.name), name: childName, depth: depth + 1 };
        const why = litter(entry.name);
        if (why !== undefined) ignored.push({ name: childName, why });
        else if (depth < DEEPEST) {
          if (entry.isSymbolicLink()) links.push(child);
          else await unlessRefused(child, walk, ignored);
        }
      }
      return;
    }
    if (!info.isFile()) {
      ignored.push({ name, why: "notData" });
      return;
    }
    if (info.size === 0) {
      ignored.push({ name, why: "empty" });
      return;
    }
    const fingerprint = `${info.size} ${info.mtimeMs} ${await endsHash(at, info.size)}`;
    if (/\.zip$/iu.test(at)) await addArchive(at, name, info.size, files, ignored);
    else if (canBurst(at, info.size) && (await claimsTooLarge(at)) && (await gunzipsTooLarge(at))) {
      ignored.push({ name, why: "tooLarge" });
    } else files.push({ path: at, name, bytes: info.size, fingerprint });
  };
  const follow = async (link: Place): Promise<void> => {
    const at = await realpath(link.at);
    if (at === root || at.startsWith(root.endsWith(sep) ? root : root + sep)) await walk({ ...link, at });
    else ignored.push({ name: link.name, why: "leadsOut" });
  };
  const top = await stat(root);
  await walk({ at: root, name: top.isDirectory() ? "" : basename(path), depth: 0 });
  // After all else, so that a file is read under its own name. Links in a linked folder join the list.
  for (const link of links) await unlessRefused(link, follow, ignored);
  return { files, ignored };
}

type Place = {
  /** Real path; of a link, its own. */
  readonly at: string;
  readonly name: string;
  readonly depth: number;
};

async function unlessRefused(place: Place, go: (place: Place) => Promise<void>, ignored: Ignored[]): Promise<void> {
  try {
    await go(place);
  } catch (error) {
    if (!isRefused(error)) throw error;
    ignored.push({ name: place.name, why: "noPermission" });
  }
}

/** Bytes of a file that tell what it is. */
const HEAD = 262_144;

/** The first 256 KiB of a file or of a member of an archive, as stored. */
export function headOf({ path, entry }: SourceFile): Promise<Buffer> {
  return entry === undefined ? fileHead(path, HEAD) : zipHead(path, entry, HEAD);
}

/** A file of its own, such as a mapping from elsewhere. @throws the error of the file system */
export async function sourceFile(path: string): Promise<SourceFile> {
  const { size, mtimeMs } = await stat(path);
  const fingerprint = `${size} ${mtimeMs} ${await endsHash(path, size)}`;
  return { path, name: basename(path), bytes: size, fingerprint };
}

/** The first `bytes` of a file. */
async function fileHead(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function addArchive(
  path: string,
  name: string,
  archiveBytes: number,
  files: SourceFile[],
  ignored: Ignored[],
): Promise<void> {
  const members = await listZip(path).catch(() => undefined);
  if (members === undefined) {
    ignored.push({ name, why: "damaged" });
    return;
  }
  if (unpacksTooLarge(members, archiveBytes)) {
    ignored.push({ name, why: "tooLarge" });
    return;
  }
  for (const member of members) {
    const full = `${name}/${member.name}`;
    const why = member.name
      .split("/")
      .map(litter)
      .find((found) => found !== undefined);
    if (why !== undefined) ignored.push({ name: full, why });
    else if (member.bytes === 0) ignored.push({ name: full, why: "empty" });
    else {
      const fingerprint = `${member.bytes} ${member.crc32}`;
      files.push({ path, entry: member.entry, name: full, bytes: member.bytes, fingerprint });
    }
  }
}

function litter(name: string): Ignored["why"] | undefined {
  if (name === "__MACOSX" || name.startsWith("._")) return "archiveLitter";
  return name.startsWith(".") ? "hidden" : undefined;
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:EACCES|EPERM|ENOENT|ELOOP)$/u.test(String(error.code));
}

async function endsHash(path: string, size: number): Promise<string> {
  const hash = createHash("sha256");
  const handle = await open(path, "r");
  try {
    for (const at of size > ENDS ? [0, size - ENDS] : [0]) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(ENDS), 0, ENDS, at);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}
