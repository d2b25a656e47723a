import { createHash } from "node:crypto";
import { open, opendir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { SourceFile } from "../sources/source-file.ts";
import { listZip, zipHead } from "../sources/zip-archive.ts";
import type { Ignored } from "./found.ts";

export type Listing = { readonly files: readonly SourceFile[]; readonly ignored: readonly Ignored[] };

/** Bytes of each end of a file that its fingerprint takes in. */
const ENDS = 65_536;

/** Folders deeper than this are not looked into. */
const DEEPEST = 8;

/**
 * All files of a folder, a file or a zip archive, archives opened, in the order of their names (UTF-16 code units).
 *
 * @throws the error of the file system when `path` is not there or cannot be read
 */
export async function listFiles(path: string): Promise<Listing> {
  const files: SourceFile[] = [];
  const ignored: Ignored[] = [];
  const walk = async (at: string, name: string, depth: number): Promise<void> => {
    const info = await stat(at);
    if (info.isDirectory()) {
      const names: string[] = [];
      for await (const entry of await opendir(at)) names.push(entry.name);
      for (const child of names.sort()) {
        const childName = name === "" ? child : `${name}/${child}`;
        const why = litter(child);
        if (why !== undefined) ignored.push({ name: childName, why });
        else if (depth < DEEPEST) {
          await walk(join(at, child), childName, depth + 1).catch((error: unknown) => {
            if (!isRefused(error)) throw error;
            ignored.push({ name: childName, why: "noPermission" });
          });
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
    if (/\.zip$/iu.test(at)) await addArchive(at, name, files, ignored);
    else files.push({ path: at, name, bytes: info.size, fingerprint });
  };
  const top = await stat(path);
  await walk(path, top.isDirectory() ? "" : basename(path), 0);
  return { files, ignored };
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

async function addArchive(path: string, name: string, files: SourceFile[], ignored: Ignored[]): Promise<void> {
  const members = await listZip(path).catch(() => undefined);
  if (members === undefined) {
    ignored.push({ name, why: "damaged" });
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
