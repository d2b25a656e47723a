import { logAndLists } from "./0001-log-and-lists.ts";
import type { Migration } from "./migration.ts";

/** Every step in order. */
export const migrations: readonly Migration[] = [logAndLists];

/** Version of the schema that this program writes. */
export const SCHEMA_VERSION: number = migrations.length;
