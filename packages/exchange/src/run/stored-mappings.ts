import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../convert/whole-file.ts";
import { isDeviceName } from "./device-names.ts";
import { type ChangedOwn, changeKept, keptText, stateOf } from "./kept-text.ts";

/** `state` tells this state of it from another. */
export type StoredMapping = { readonly name: string; readonly savedAt: string; readonly state: string };

/** Mappings that are kept under a name, one file each, for the next export of the same system. */
export type StoredMappings = {
  readonly list: () => Promise<readonly StoredMapping[]>;
  /** Its file; `undefined` when there is none of that name. */
  readonly file: (name: string) => Promise<string | undefined>;
  /** Its text, and what tells this state of it from another; `undefined` when there is none of that name. */
  readonly read: (name: string) => Promise<{ readonly text: string; readonly state: string } | undefined>;
  /** Keeps it whole or not at all; `from` is the state that it was made from, absent for a new one. */
  readonly save: (name: string, yaml: string, from: string | undefined) => Promise<ChangedOwn>;
  /** Deletes it only in the state that `from` names; `undefined` when there is none of that name. */
  readonly remove: (name: string, from: string) => Promise<ChangedOwn | undefined>;
};

/** Names of mappings are names of files: letters and digits of any script, spaces, dots, dashes and underscores. */
export function isMappingName(name: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u.test(name) && !isDeviceName(name);
}

const ENDING = ".yaml";

/** Mappings of a finder's folder. */
export function storedMappings(finderFolder: string): StoredMappings {
  const folder = join(finderFolder, "mappings");
  const fileOf = (name: string): string => join(folder, `${name}${ENDING}`);
  const file: StoredMappings["file"] = async (name) => {
    if (!isMappingName(name)) return undefined;
    const info = await stat(fileOf(name)).catch(() => undefined);
    return info?.isFile() === true ? fileOf(name) : undefined;
  };
  return {
    list: async () => {
      const names = (await readdir(folder).catch(() => []))
        .filter((name) => name.endsWith(ENDING))
        .map((name) => name.slice(0, -ENDING.length))
        .filter(isMappingName);
      const listed = await Promise.all(
        names.sort().map(async (name): Promise<readonly StoredMapping[]> => {
          const text = await keptText(fileOf(name));
          const info = await stat(fileOf(name)).catch(() => undefined);
          // It may have been deleted meanwhile.
          if (text === undefined || info === undefined) return [];
          return [{ name, savedAt: info.mtime.toISOString(), state: stateOf(text) }];
        }),
      );
      return listed.flat();
    },
    file,
    read: async (name) => {
      const text = isMappingName(name) ? await keptText(fileOf(name)) : undefined;
      return text === undefined ? undefined : { text, state: stateOf(text) };
    },
    save: async (name, yaml, from) => {
      if (!isMappingName(name)) throw new RangeError(`not a name of a mapping: ${name}`);
      return changeKept(fileOf(name), from, async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(fileOf(name), yaml);
        return yaml;
      });
    },
    remove: async (name, from) => {
      const found = await file(name);
      if (found === undefined) return undefined;
      return changeKept(found, from, async () => {
        await rm(found);
        return undefined;
      });
    },
  };
}
