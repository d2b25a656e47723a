import type { DatabaseSync } from "@photostructure/sqlite";

export type Database = InstanceType<typeof DatabaseSync>;

/** The native module, loaded when the first file is opened, so that programs which only name types never load it. */
export async function loadEngine(): Promise<typeof import("@photostructure/sqlite")> {
  return import("@photostructure/sqlite");
}

/** `MTBN`: tells a registry from any other SQLite file. */
export const APPLICATION_ID = 0x4d54424e;

/** One number that a pragma answers with. */
export function pragma(database: Database, name: string): number {
  const row = database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined;
  return Number(Object.values(row ?? {})[0]);
}
