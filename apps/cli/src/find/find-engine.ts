import { userInfo } from "node:os";
import {
  type FinderEngine,
  localDay,
  openPostgresEngine,
  openSnapshot,
  openTrinoEngine,
  runData,
} from "@materbone/exchange";
import {
  type EventSource,
  flatContract,
  isIsoDate,
  type JsonValue,
  OMOP_EVENT_TABLES,
  omopSource,
  printQuery,
  type Query,
  type TableNames,
} from "@materbone/finder";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { oneOf } from "../options.ts";
import type { Session } from "../terminal.ts";
import type { FindData } from "./find-data.ts";
import { findWords } from "./find-words.ts";

export const ENGINES = ["duckdb", "postgres", "trino", "spark"] as const;
export type EngineName = (typeof ENGINES)[number];

export function engineName({ engine }: Flags): EngineName {
  return engine === undefined ? "duckdb" : oneOf("--engine", String(engine), ENGINES);
}

/** An engine and, for the manifest of a run, what it reads. */
export type OpenedEngine = { readonly engine: FinderEngine; readonly data: JsonValue; readonly asOf?: string };

/** Where a definition is asked: converted data, or with `--omop` the tables of an OMOP CDM as they stand in a database. */
export function eventSource({ omop, asOf }: Flags): EventSource {
  return omop === true ? omopSource({ tables: new Set(OMOP_TABLES), asOf: dayOf(asOf) }) : flatContract;
}

/** A database is read as of today when nothing else is said. */
function dayOf(asOf: Flags[string]): string {
  const day = typeof asOf === "string" ? asOf : localDay(new Date());
  if (isIsoDate(day)) return day;
  throw new InputError([{ kind: "notADay", option: "--as-of", value: day }]);
}

/** Tables of the CDM that are read; a CDM has each of them, be it empty. */
const OMOP_TABLES = ["person", "concept", "concept_ancestor", ...OMOP_EVENT_TABLES.map(({ table }) => table)];

/** DuckDB over converted files. */
export async function openFiles({ folder, manifest }: FindData): Promise<OpenedEngine> {
  const engine = await openSnapshot(folder, { key: manifest.key });
  return { engine, data: runData(manifest), asOf: manifest.asOf };
}

/**
 * A database that has the tables of the contract, or those of an OMOP CDM, in one schema.
 *
 * @throws InputError when there is no client for the engine
 */
export async function openDatabase(name: EngineName, session: Session, flags: Flags): Promise<OpenedEngine> {
  const tables = tablesOfSchema(flags);
  const data = { schema: schemaOf(flags) };
  const asOf = flags.omop === true ? { asOf: dayOf(flags.asOf) } : {};
  if (name === "trino") return { engine: trinoOf(session, flags, tables), data, ...asOf };
  if (name !== "postgres") throw new InputError([{ kind: "engineOnlyExplains", engine: name }]);
  const { connection } = flags;
  if (typeof connection === "string" && hasPassword(connection)) {
    session.world.progress.write(`${session.terms.text(findWords.passwordSeen)}\n`);
  }
  // Host, port, database, user and password that the URL leaves out come from PGHOST, PGPASSWORD and their like.
  const engine = await openPostgresEngine({
    connection: typeof connection === "string" ? { connectionString: connection } : {},
    tables,
  });
  return { engine, data, ...asOf };
}

/** A coordinator by its URL; user and password come from TRINO_USER and TRINO_PASSWORD, never from the command line. */
function trinoOf({ world }: Session, { connection }: Flags, tables: TableNames): FinderEngine {
  if (typeof connection !== "string") throw new InputError([{ kind: "trinoUrl" }]);
  const url = URL.canParse(connection) ? new URL(connection) : undefined;
  const isPlain = url?.protocol === "http:";
  const password = world.env.TRINO_PASSWORD;
  if (url === undefined || (!isPlain && url.protocol !== "https:") || url.username !== "" || url.password !== "") {
    throw new InputError([{ kind: "trinoUrl" }]);
  }
  if (isPlain && password !== undefined) throw new InputError([{ kind: "trinoPasswordInTheOpen" }]);
  return openTrinoEngine({
    server: url.origin,
    user: world.env.TRINO_USER ?? userInfo().username,
    ...(password === undefined ? {} : { password }),
    tables,
  });
}

/** The statement as the engine would get it; nothing is asked of any. */
export function explained(name: EngineName, query: Query, flags: Flags): string {
  return `${printQuery(query, tablesOfSchema(flags), name)}\n`;
}

/** `--schema` may name a catalog before the schema, with a dot between: `hive.finder`. */
function tablesOfSchema(flags: Flags): TableNames {
  const path = schemaOf(flags).split(".");
  const table = (name: string) => ({ kind: "table", name: [...path, name] }) as const;
  if (flags.omop === true) return { source: Object.fromEntries(OMOP_TABLES.map((name) => [name, table(name)])) };
  return {
    contract: { person: table("person"), event: table("event"), code: table("code"), ancestor: table("ancestor") },
  };
}

function schemaOf({ schema }: Flags): string {
  if (schema === undefined) return "public";
  if (typeof schema === "string" && schema.split(".").every((part) => part !== "")) return schema;
  throw new InputError([{ kind: "missingOption", option: "--schema" }]);
}

function hasPassword(connection: string): boolean {
  try {
    const { password, searchParams } = new URL(connection);
    return password !== "" || searchParams.has("password");
  } catch {
    return /\bpassword\s*=/i.test(connection);
  }
}
