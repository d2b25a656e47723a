import type { Stats } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { nearest } from "@materbone/clinical";
import { decode } from "./decode.ts";
import { InputError, type InputProblem } from "./input-error.ts";

/** Largest JSON file read at once; larger sets belong in NDJSON, which is streamed. */
export const LARGEST_JSON_MEGABYTES = 64;

const MEGABYTE = 1024 * 1024;

export type PathKind = "folder" | "file";

/** What stands at a path. @throws InputError when nothing does, links run in a circle, or it is a device or a pipe. */
export async function pathKind(path: string): Promise<PathKind> {
  const found = await statOf(path);
  if (found.isDirectory()) return "folder";
  if (found.isFile()) return "file";
  throw new InputError([{ kind: "unknownFormat", file: path }]);
}

/** Text of a JSON file. @throws InputError when it is missing, too large, not readable or not UTF-8. */
export async function readText(path: string): Promise<string> {
  const { size } = await requireFile(path);
  if (size > LARGEST_JSON_MEGABYTES * MEGABYTE) {
    const megabytes = Math.round(size / MEGABYTE);
    throw new InputError([{ kind: "tooLarge", file: path, megabytes, limit: LARGEST_JSON_MEGABYTES }]);
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new InputError([await pathProblem(error, path)]);
  }
  const decoded = decode(bytes, path);
  if (decoded.kind === "refused") throw new InputError([decoded.problem]);
  return decoded.text;
}

/** Bytes of a file that may be no larger than `limit` megabytes. @throws InputError when it is missing, larger or not readable */
export async function readBytes(path: string, limit: number): Promise<Uint8Array> {
  const { size } = await requireFile(path);
  if (size > limit * MEGABYTE) {
    throw new InputError([{ kind: "dataFileTooLarge", file: path, megabytes: Math.round(size / MEGABYTE), limit }]);
  }
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError([await pathProblem(error, path)]);
  }
}

/** Size of a file in bytes. @throws InputError when there is none at the path */
export async function requireFile(path: string): Promise<{ readonly size: number }> {
  const found = await statOf(path);
  if (found.isFile()) return found;
  throw new InputError([{ kind: found.isDirectory() ? "folderNotFile" : "unknownFormat", file: path }]);
}

/** Names of the JSON files in a folder, in alphabetical order; empty when the folder is not there. */
export async function jsonFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(".json") && !name.startsWith(".")).sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
    throw new InputError([await pathProblem(error, folder)]);
  }
}

/** Files that hold ".json" in their name without ending with it, as `case-1.json.txt` does: meant to be read, and not read. */
export async function misnamedJsonFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(
    (name) => /\.json./i.test(name) && !/\.json(~|\.swp|\.bak)$/i.test(name) && !name.startsWith("."),
  );
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw new InputError([await pathProblem(error, path)]);
  }
}

async function pathProblem(error: unknown, path: string): Promise<InputProblem> {
  const code = errorCode(error);
  if (code === "ELOOP") return { kind: "linkLoop", file: path };
  if (code !== "ENOENT" && code !== "ENOTDIR") return { kind: "notReadable", file: path, code };
  const siblings = await readdir(dirname(path)).catch(() => []);
  return { kind: "noSuchPath", file: path, nearest: nearest(basename(path), siblings) };
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
