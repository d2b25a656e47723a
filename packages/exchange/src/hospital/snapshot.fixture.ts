import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  type Cell,
  CONTRACT,
  type ContractTable,
  OMOP_EVENT_TABLES,
  type PersonTables,
  type Row,
  type TableNames,
} from "@materbone/finder";
import pg from "pg";
import { convert } from "../convert/convert.ts";
import { tableFile } from "../convert/manifest.ts";
import { detect } from "../detect/detect.ts";
import type { Found } from "../detect/found.ts";
import { openDuckdbEngine } from "../engines/duckdb-engine.ts";

const TABLES = Object.keys(CONTRACT) as readonly ContractTable[];

/** Converts the data of a folder, without a problem, and says where its tables are. */
export async function snapshotOf(data: string, output: string, asOf: string): Promise<TableNames> {
  await convert(await foundIn(data), { output, asOf });
  return { contract: Object.fromEntries(TABLES.map((table) => [table, parquet(output, table)])) };
}

async function foundIn(data: string): Promise<Found> {
  const detection = await detect(data);
  if (detection.kind !== "found") throw new Error(`nothing was recognised in ${data}`);
  return detection.found;
}

function parquet(folder: string, table: ContractTable) {
  return { kind: "parquet", paths: [join(folder, tableFile(table))] } as const;
}

/** Every person of converted data with her rows, as the evaluator takes them. */
export async function peopleOf(tables: TableNames, folder: string): Promise<readonly PersonTables[]> {
  const engine = await openDuckdbEngine({ tables, folders: [folder] });
  const rows = (table: ContractTable) => engine.run({ steps: [], result: { kind: "contract", table } });
  const [persons, events, ancestor] = [await rows("person"), await rows("event"), await rows("ancestor")];
  await engine.close();
  const byPerson = new Map<unknown, Row[]>();
  for (const event of events) {
    const own = byPerson.get(event.person_id);
    if (own === undefined) byPerson.set(event.person_id, [event]);
    else own.push(event);
  }
  return persons.map((person) => ({ person: [person], event: byPerson.get(person.person_id) ?? [], ancestor }));
}

const POSTGRES_TYPES = {
  integer: "bigint",
  double: "double precision",
  text: "text",
  date: "date",
  boolean: "boolean",
};

/** Puts converted data into a PostgreSQL database, in tables of the contract's names. */
export async function loadContract(connection: pg.ClientConfig, tables: TableNames, folder: string): Promise<void> {
  const engine = await openDuckdbEngine({ tables, folders: [folder] });
  const client = new pg.Client(connection);
  await client.connect();
  for (const table of TABLES) {
    const columns = Object.entries(CONTRACT[table]);
    const typed = columns.map(([name, type]) => `"${name}" ${POSTGRES_TYPES[type]}`).join(", ");
    await client.query(`CREATE TABLE ${table} (${typed})`);
    const rows = await engine.run({ steps: [], result: { kind: "contract", table } });
    await insert(client, `INSERT INTO ${table} SELECT * FROM json_to_recordset($1) AS t(${typed})`, rows);
  }
  await client.end();
  await engine.close();
}

async function insert(client: pg.Client, statement: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) {
    await client.query(statement, [JSON.stringify(rows.slice(from, from + 5000))]);
  }
}

/** Puts the CSV files of an OMOP CDM into a PostgreSQL database as they are; columns get the types of the CDM. */
export async function loadOmop(connection: pg.ClientConfig, data: string): Promise<readonly string[]> {
  const found = await foundIn(data);
  if (found.kind !== "omop") throw new Error(`${data} is no OMOP CDM`);
  const duckdb = await DuckDBInstance.create();
  const reader = await duckdb.connect();
  const client = new pg.Client(connection);
  await client.connect();
  for (const file of found.files) {
    const columns = file.columns.map((name) => name.toLowerCase());
    const typed = columns.map((name) => `"${name}" ${omopType(name)}`).join(", ");
    await client.query(`CREATE TABLE "${file.table}" (${typed})`);
    // A database has every column of the CDM; a file may leave out those without values.
    const events = OMOP_EVENT_TABLES.find(({ table }) => table === file.table);
    for (const column of events === undefined ? [] : [...events.dates, ...(events.hasValue ? VALUES : [])]) {
      await client.query(`ALTER TABLE "${file.table}" ADD COLUMN IF NOT EXISTS "${column}" ${omopType(column)}`);
    }
    const answer = await reader.runAndReadAll(
      `SELECT * FROM read_csv('${file.path.replaceAll("'", "''")}', all_varchar = true, header = true)`,
    );
    const rows = answer.getRowsJson().map((cells) => rowOf(columns, cells as readonly Cell[]));
    await insert(client, `INSERT INTO "${file.table}" SELECT * FROM json_to_recordset($1) AS t(${typed})`, rows);
  }
  await client.end();
  return found.files.map(({ table }) => table);
}

const VALUES = ["value_as_number", "unit_concept_id", "unit_source_value"] as const;

function rowOf(columns: readonly string[], cells: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] === "" ? null : (cells[index] ?? null)]));
}

function omopType(column: string): string {
  if (column === "vocabulary_id" || column === "domain_id" || column === "concept_class_id") return "text";
  if (column.endsWith("_id") || /^(?:year|month|day)_of_birth$/.test(column)) return "bigint";
  if (column.endsWith("_datetime")) return "timestamp";
  if (column.endsWith("_date")) return "date";
  return column === "value_as_number" ? "double precision" : "text";
}
