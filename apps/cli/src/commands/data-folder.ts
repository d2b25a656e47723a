import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { defaultDataFolder, openSqliteRegistry, REGISTRY_FILE, type Registry } from "@materbone/registry";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import type { World } from "../terminal.ts";

/** Folder of the database: `--data`, else the one that the workbench uses. */
export function dataFolder({ env }: World, flags: Flags): string {
  return typeof flags.data === "string" ? flags.data : defaultDataFolder(env, process.platform, homedir());
}

/** Runs work on a database that is there; none is made. @throws InputError when there is none */
export async function withRegistry<T>(folder: string, work: (registry: Registry) => Promise<T>): Promise<T> {
  if (!existsSync(join(folder, REGISTRY_FILE))) throw new InputError([{ kind: "noRegistry", file: folder }]);
  const registry = await openSqliteRegistry({ folder });
  try {
    return await work(registry);
  } finally {
    await registry.close();
  }
}
