import { logAndLists } from "./0001-log-and-lists.ts";
import { literature } from "./0002-literature.ts";
import type { Migration } from "./migration.ts";

/** Every step in order. */
export const migrations: readonly Migration[] = [logAndLists, literature];

/** Version of the schema that this program writes. */
export const SCHEMA_VERSION: number = migrations.length;
