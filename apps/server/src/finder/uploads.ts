import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, truncate, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../problems/refusal.ts";
import { exchange } from "./finder-data.ts";

/** Files that a page handed over, kept in a folder of their own until they are deleted. */
export type Upload = {
  readonly id: string;
  /** Folder of the files on this computer. */
  readonly path: string;
  /** What lies at its top: the folder or the files that were handed over. */
  readonly names: readonly string[];
  readonly madeAt: string;
  readonly files: number;
  /** Files of which only a part is there. */
  readonly unfinished: number;
  readonly bytes: number;
};

/** A part of one file: where it begins, and what the whole will be. */
export type FilePart = {
  /** Path inside the upload, segments divided by `/`. */
  readonly path: string;
  /** First byte of this part. */
  readonly at: number;
  /** Bytes of the whole file. */
  readonly size: number;
  /** When the file was last changed, ms: the day of the data follows from it. */
  readonly changed?: number | undefined;
};

/** Largest part of one request; a file of any size comes in parts. */
export const PART_LIMIT = 64 * 1024 * 1024;

const PART = ".part-";
const LONGEST_PATH = 1000;
const LONGEST_NAME_BYTES = 200;
const DEEPEST = 8;

/** Signs that one of the systems does not allow in names, and such as nobody sees. */
const FORBIDDEN = /[<>:"|?*\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Segments of a path that may be made inside a folder; `undefined` when it could lead elsewhere or has no fit name. */
async function uploadSegments(path: string): Promise<readonly string[] | undefined> {
  const { isDeviceName } = await exchange();
  const segments = path.split("/");
  const isFit = (name: string): boolean =>
    name !== "" &&
    !name.startsWith(".") &&
    !/[. ]$/u.test(name) &&
    !FORBIDDEN.test(name) &&
    !isDeviceName(name) &&
    Buffer.byteLength(name) <= LONGEST_NAME_BYTES;
  return path.length <= LONGEST_PATH && segments.length <= DEEPEST && segments.every(isFit) ? segments : undefined;
}

export function isUploadId(id: string): boolean {
  return /^\d{8}T\d{6}-[0-9a-f]{8}$/.test(id);
}

export async function makeUpload(folder: string, now: Date): Promise<Upload> {
  const id = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}-${randomBytes(4).toString("hex")}`;
  await mkdir(join(folder, id), { recursive: true, mode: 0o700 });
  return readUpload(folder, id);
}

/** Uploads, the newest first. */
export async function listUploads(folder: string): Promise<readonly Upload[]> {
  const ids = (await readdir(folder).catch(() => [])).filter(isUploadId).sort().reverse();
  return Promise.all(ids.map((id) => readUpload(folder, id)));
}

/** @throws Refusal when there is none of that id */
export async function removeUpload(folder: string, id: string): Promise<void> {
  await rm(await existing(folder, id), { recursive: true });
}

/**
 * Writes a part to the disk as it comes. A file gets its name when its last byte is there; sent again from an earlier byte,
 * it goes on from there. Parts belong together when path, size and day of change are the same; those of one path come one
 * after another, and a file that is there whole is not written again.
 *
 * @returns bytes of the file that are there
 * @throws Refusal for an unfit name, one that is taken, a part that does not fit the ones before, one that is too large, or a
 *   full disk
 */
export async function writePart(
  folder: string,
  id: string,
  file: FilePart,
  body: ReadableStream<Uint8Array> | null,
): Promise<number> {
  const upload = await existing(folder, id);
  const segments = await uploadSegments(file.path);
  if (segments === undefined) throw new Refusal("upload-name", {});
  const { inTurn } = await exchange();
  return inTurn(join(upload, ...segments), async () => {
    if (await isThere(upload, segments, file)) return file.size;
    return writeInTurn(upload, join(upload, ...segments), file, body);
  });
}

/** Whether the file is there whole. @throws Refusal when another has its name, or that of a folder above it */
async function isThere(
  upload: string,
  segments: readonly string[],
  { path, size, changed }: FilePart,
): Promise<boolean> {
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const info = await stat(join(upload, ...segments.slice(0, depth))).catch(() => undefined);
    if (info === undefined) return false;
    const isLast = depth === segments.length;
    if (isLast && info.isFile() && info.size === size && Math.round(info.mtimeMs) === changed) return true;
    if (isLast || !info.isDirectory()) throw new Refusal("upload-taken", { path });
  }
  return false;
}

async function writeInTurn(
  upload: string,
  target: string,
  { path, at, size, changed }: FilePart,
  body: ReadableStream<Uint8Array> | null,
): Promise<number> {
  const key = createHash("sha256")
    .update(JSON.stringify([path, size, changed]))
    .digest("hex");
  const part = join(upload, `${PART}${key.slice(0, 32)}`);
  if (at === 0) await (await open(part, "w", 0o600)).close();
  const before = await stat(part).catch(() => undefined);
  if (before === undefined || before.size < at) throw new Refusal("upload-gap", {});
  await truncate(part, at);
  const most = Math.min(PART_LIMIT, size - at);
  let received = 0;
  const counted = async function* (source: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      const bytes = chunk as Uint8Array;
      received += bytes.byteLength;
      if (received > most) throw new Refusal("too-large", { megabytes: PART_LIMIT / (1024 * 1024) });
      yield bytes;
    }
  };
  try {
    if (body !== null) {
      await pipeline(
        Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
        counted,
        createWriteStream(part, { flags: "r+", start: at }),
      );
    }
    if (at + received < size) return at + received;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    if (changed !== undefined) await utimes(part, new Date(), new Date(changed));
    await rename(part, target);
    return size;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/^(?:ENOSPC|EDQUOT)$/u.test(code)) throw new Refusal("upload-full", {});
    // A folder stands where the file goes, or a file where a folder of it goes: made since that was asked.
    if (/^(?:EEXIST|ENOTDIR|EISDIR|ENOTEMPTY)$/u.test(code)) {
      await rm(part, { force: true });
      throw new Refusal("upload-taken", { path });
    }
    throw error;
  }
}

async function readUpload(folder: string, id: string): Promise<Upload> {
  const path = join(folder, id);
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name)).catch(() => undefined))?.size ?? 0),
  );
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(id)?.slice(1) ?? [];
  return {
    id,
    path,
    names: entries
      .filter(({ parentPath, name }) => parentPath === path && !name.startsWith("."))
      .map(({ name }) => name)
      .sort(),
    madeAt: `${time.slice(0, 3).join("-")}T${time.slice(3).join(":")}Z`,
    files: files.filter(({ name }) => !name.startsWith(PART)).length,
    unfinished: files.filter(({ name }) => name.startsWith(PART)).length,
    // What is half there takes room, too.
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

async function existing(folder: string, id: string): Promise<string> {
  const path = join(folder, id);
  const info = isUploadId(id) ? await stat(path).catch(() => undefined) : undefined;
  if (info?.isDirectory() !== true) throw new Refusal("not-found", { what: "upload" });
  return path;
}
