import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readManifest } from "../convert/manifest.ts";
import { writeWhole } from "../convert/whole-file.ts";
import { isBrokenOff } from "../convert/workspace.ts";
import { removeAside } from "./passing-folder.ts";

/** Converted data of one source, as they lie on the disk. */
export type StoredData = {
  readonly key: string;
  /** Where the source was; absent of data that an older version converted. */
  readonly place?: string;
  readonly bytes: number;
  /** Absent while a conversion is not finished. */
  readonly converted?: {
    readonly format: "omop" | "fhir" | "csv";
    readonly asOf: string;
    readonly persons: number;
    readonly events: number;
  };
  /** Beside converted data lies what a later conversion of the same place read before it broke off. */
  readonly isBrokenOff?: true;
};

const PLACE_FILE = "source.json";
const placeSchema = z.object({ place: z.string() });

export function isDataKey(name: string): boolean {
  return /^[0-9a-f]{16}$/.test(name);
}

/** Keeps beside converted data where they come from, for this user's own list. */
export async function keepPlace(folder: string, place: string): Promise<void> {
  await writeWhole(join(folder, PLACE_FILE), `${JSON.stringify({ place })}\n`);
}

/** Converted data in a finder's folder, the largest first. */
export async function listData(finderFolder: string): Promise<readonly StoredData[]> {
  const names = (await readdir(finderFolder).catch(() => [])).filter(isDataKey);
  const all = await Promise.all(names.map((key) => readData(finderFolder, key)));
  return all.sort((a, b) => b.bytes - a.bytes || (a.key < b.key ? -1 : 1));
}

/** What is there of one source. */
export async function readData(finderFolder: string, key: string): Promise<StoredData> {
  const folder = join(finderFolder, key);
  const [manifest, place, bytes, isLeft] = await Promise.all([
    readManifest(folder),
    readPlace(folder),
    folderBytes(folder),
    isBrokenOff(folder),
  ]);
  return {
    key,
    bytes,
    ...(place === undefined ? {} : { place }),
    ...(manifest === undefined
      ? {}
      : {
          converted: {
            format: manifest.source,
            asOf: manifest.asOf,
            persons: manifest.tables.person.rows,
            events: manifest.tables.event.rows,
          },
          ...(isLeft ? { isBrokenOff: true as const } : {}),
        }),
  };
}

/** `false` when there are none of that key. */
export async function removeData(finderFolder: string, key: string): Promise<boolean> {
  if (!isDataKey(key)) return false;
  const info = await stat(join(finderFolder, key)).catch(() => undefined);
  if (info?.isDirectory() !== true) return false;
  await removeAside(finderFolder, key);
  return true;
}

/** Bytes of all files in a folder; 0 when it is not there. */
async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function readPlace(folder: string): Promise<string | undefined> {
  try {
    return placeSchema.parse(JSON.parse(await readFile(join(folder, PLACE_FILE), "utf8"))).place;
  } catch {
    return undefined;
  }
}
