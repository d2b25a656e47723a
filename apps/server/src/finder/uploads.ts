import { createHash, randomBytes } from "node:crypto";
import { createWriteStream, type Stats } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type PlacedDetail, Refusal } from "../problems/refusal.ts";
import { exchange } from "./finder-data.ts";

/** Files that a page handed over, kept in a folder of their own until they are deleted. */
export type Upload = {
  readonly id: string;
  /** Folder of the files on this computer. */
  readonly path: string;
  /** What lies at its top when it is whole: the folder or the files that are handed over. */
  readonly names: readonly string[];
  readonly madeAt: string;
  /** Files that are there whole. */
  readonly files: number;
  /** Bytes on the disk, of parts, too. */
  readonly bytes: number;
  /** What it is when it is whole, as it was stated at the begin. */
  readonly stated: { readonly files: number; readonly bytes: number };
  /** Every stated file is there, and no other: these are data. */
  readonly isWhole: boolean;
};

/** A file that is going to be handed over. */
export type StatedFile = Omit<FilePart, "at">;

/** An upload that was begun or is gone on with, and how many bytes of each stated file are there. */
export type BegunUpload = { readonly upload: Upload; readonly received: readonly number[] };

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

/** Within the folder of an upload: what was stated, the files, and parts of files that are not whole. */
const STATED = "stated.json";
const FILES = "files";
const PARTS = "parts";

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

/**
 * Begins an upload of the files that are stated, or goes on with one of the same files, by path, size and day of change, that
 * is not whole.
 *
 * @throws Refusal when names are unfit or one is taken by another of them, with the places
 */
export async function beginUpload(folder: string, now: Date, files: readonly StatedFile[]): Promise<BegunUpload> {
  await refuseNames(files);
  const text = JSON.stringify([...files].sort((a, b) => (a.path < b.path ? -1 : 1)));
  const { inTurn } = await exchange();
  return inTurn(folder, async () => {
    const id = (await unfinishedOf(folder, text)) ?? (await makeFolder(folder, now, text));
    const upload = join(folder, id);
    const received = await mapInTurn(files, (file) => receivedOf(upload, file));
    return { upload: await readUpload(folder, id), received };
  });
}

async function makeFolder(folder: string, now: Date, stated: string): Promise<string> {
  const id = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}-${randomBytes(4).toString("hex")}`;
  const upload = join(folder, id);
  for (const name of [FILES, PARTS]) await mkdir(join(upload, name), { recursive: true, mode: 0o700 });
  await writeFile(join(upload, STATED), stated, { mode: 0o600 });
  return id;
}

/** Id of the newest upload of just these files that is not whole. */
async function unfinishedOf(folder: string, stated: string): Promise<string | undefined> {
  for (const id of await uploadIds(folder)) {
    const before = await readFile(join(folder, id, STATED), "utf8").catch(() => undefined);
    if (before === stated && !(await readUpload(folder, id)).isWhole) return id;
  }
  return undefined;
}

/** Bytes of a file that need not be sent again. */
async function receivedOf(upload: string, file: StatedFile): Promise<number> {
  const whole = await stat(join(upload, FILES, ...file.path.split("/"))).catch(() => undefined);
  if (isSame(whole, file)) return file.size;
  const part = await stat(partOf(upload, file)).catch(() => undefined);
  // A part as long as the file never got its name: its end is sent once more.
  return part === undefined || part.size >= file.size ? 0 : part.size;
}

/** Few at a time, however many files there are. */
async function mapInTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += 64) done.push(...(await Promise.all(items.slice(at, at + 64).map(work))));
  return done;
}

async function refuseNames(files: readonly StatedFile[]): Promise<void> {
  const places = (wrong: (path: string) => boolean): readonly PlacedDetail[] =>
    files.flatMap(({ path }, index) => (wrong(path) ? [{ pointer: `/files/${index}/path`, detail: path }] : []));
  const fit = await Promise.all(files.map(async ({ path }) => [path, await uploadSegments(path)] as const));
  const unfit = new Set(fit.flatMap(([path, segments]) => (segments === undefined ? [path] : [])));
  if (unfit.size > 0) throw new Refusal("upload-name", {}, { problems: places((path) => unfit.has(path)) });
  const taken = takenNames(files.map(({ path }) => path));
  const [first] = taken;
  if (first === undefined) return;
  throw new Refusal("upload-taken", { path: first }, { problems: places((path) => taken.has(path)) });
}

/** Paths that stand there twice, or that are a folder of another path, too. */
function takenNames(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set(
    paths.flatMap((path) => path.split("/").map((_, depth, all) => all.slice(0, depth).join("/"))),
  );
  const seen = new Set<string>();
  const taken = new Set<string>();
  for (const path of paths) {
    if (seen.has(path) || folders.has(path)) taken.add(path);
    seen.add(path);
  }
  return taken;
}

/** Uploads, the newest first. */
export async function listUploads(folder: string): Promise<readonly Upload[]> {
  return Promise.all((await uploadIds(folder)).map((id) => readUpload(folder, id)));
}

async function uploadIds(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).filter(isUploadId).sort().reverse();
}

/** Deletes it whole or not at all; a part that is being written then goes with it. @throws Refusal when there is none of that id */
export async function removeUpload(folder: string, id: string): Promise<void> {
  const { inTurn, removeAside } = await exchange();
  await inTurn(folder, async () => {
    await existing(folder, id);
    await removeAside(folder, id);
  });
}

/**
 * Writes a part to the disk as it comes. A file gets its name when its last byte is there; sent again from an earlier byte,
 * it goes on from there. Parts belong together when path, size and day of change are the same; those of one path come one
 * after another, and a file that is there whole is not written again.
 *
 * @returns bytes of the file that are there
 * @throws Refusal for an unfit name, one that is taken, a file that was not stated so at the begin, a part that does not fit the ones before, one that is too large, a full
 *   disk, or an upload that was deleted meanwhile
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
  const files = join(upload, FILES);
  const { inTurn } = await exchange();
  return inTurn(join(files, ...segments), async () => {
    if (!(await isStated(upload, file))) {
      await existing(folder, id);
      throw new Refusal("upload-unstated", { path: file.path });
    }
    if (await isThere(files, segments, file)) return file.size;
    try {
      return await writeInTurn(partOf(upload, file), files, segments, file, body);
    } catch (error) {
      await existing(folder, id);
      throw error;
    }
  });
}

/** Whether it is one of the files that make up the upload, by path, size and day of change. */
async function isStated(upload: string, file: FilePart): Promise<boolean> {
  const stated =
    lastStated?.upload === upload ? lastStated : { upload, keys: new Set((await statedFiles(upload)).map(fileKey)) };
  if (stated.keys.size > 0) lastStated = stated;
  return stated.keys.has(fileKey(file));
}

/** Of the upload that parts came for last: what was stated never changes, and thousands of files come with a part each. */
let lastStated: { readonly upload: string; readonly keys: ReadonlySet<string> } | undefined;

function fileKey({ path, size, changed }: StatedFile): string {
  return JSON.stringify([path, size, changed]);
}

/** Whether the file is there whole. @throws Refusal when another has its name, or that of a folder above it */
async function isThere(files: string, segments: readonly string[], file: FilePart): Promise<boolean> {
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const info = await stat(join(files, ...segments.slice(0, depth))).catch(() => undefined);
    if (info === undefined) return false;
    const isLast = depth === segments.length;
    if (isLast && isSame(info, file)) return true;
    if (isLast || !info.isDirectory()) throw new Refusal("upload-taken", { path: file.path });
  }
  return false;
}

/** A file that was stated without a day of change is known by its size. */
function isSame(info: Stats | undefined, { size, changed }: StatedFile): boolean {
  if (info?.isFile() !== true || info.size !== size) return false;
  return changed === undefined || Math.round(info.mtimeMs) === changed;
}

/** File of what is there of a file that is not whole. */
function partOf(upload: string, file: StatedFile): string {
  const key = createHash("sha256").update(fileKey(file)).digest("hex");
  return join(upload, PARTS, key.slice(0, 32));
}

async function writeInTurn(
  part: string,
  files: string,
  segments: readonly string[],
  { path, at, size, changed }: FilePart,
  body: ReadableStream<Uint8Array> | null,
): Promise<number> {
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
    await makeFolders(files, segments.slice(0, -1));
    if (changed !== undefined) await utimes(part, new Date(), new Date(changed));
    await rename(part, join(files, ...segments));
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

/** One after another within the upload, which is not made anew when it was deleted meanwhile. */
async function makeFolders(files: string, segments: readonly string[]): Promise<void> {
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const path = join(files, ...segments.slice(0, depth));
    await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
      if (!(await stat(path).catch(() => undefined))?.isDirectory()) throw error;
    });
  }
}

async function readUpload(folder: string, id: string): Promise<Upload> {
  const upload = join(folder, id);
  const path = join(upload, FILES);
  const [stated, files, parts] = await Promise.all([statedFiles(upload), sizesIn(path), sizesIn(join(upload, PARTS))]);
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(id)?.slice(1) ?? [];
  return {
    id,
    path,
    names: [...new Set(stated.map((file) => file.path.split("/")[0] ?? ""))].sort(),
    madeAt: `${time.slice(0, 3).join("-")}T${time.slice(3).join(":")}Z`,
    files: files.size,
    bytes: sum([...files.values(), ...parts.values()]),
    stated: { files: stated.length, bytes: sum(stated.map(({ size }) => size)) },
    isWhole:
      stated.length > 0 && files.size === stated.length && stated.every((file) => files.get(file.path) === file.size),
  };
}

/** What was stated at the begin; nothing when that cannot be read, so that what is there is never taken for whole. */
async function statedFiles(upload: string): Promise<readonly StatedFile[]> {
  try {
    return JSON.parse(await readFile(join(upload, STATED), "utf8"));
  } catch {
    return [];
  }
}

/** Sizes of the files of a folder by their path in it, segments divided by `/`. */
async function sizesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = await mapInTurn(
    entries.filter((entry) => entry.isFile()),
    async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [
        relative(folder, file).split(sep).join("/"),
        (await stat(file).catch(() => undefined))?.size ?? 0,
      ] as const;
    },
  );
  return new Map(sizes);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

async function existing(folder: string, id: string): Promise<string> {
  const path = join(folder, id);
  const info = isUploadId(id) ? await stat(path).catch(() => undefined) : undefined;
  if (info?.isDirectory() !== true) throw new Refusal("not-found", { what: "upload" });
  return path;
}
