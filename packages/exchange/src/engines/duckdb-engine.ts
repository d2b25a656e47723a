import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import {
  CONTRACT,
  type Columns,
  type ColumnType,
  checkQuery,
  duckdbDialect,
  isoOfDay,
  literalPath,
  printQuery,
  type Query,
  type Row,
  type TableName,
  type TableNames,
} from "@materbone/finder";
import { EngineError, type FinderEngine } from "../engine.ts";
import { checkedRow, safeMessage } from "./engine-rows.ts";

export type DuckdbOptions = {
  readonly tables: TableNames;
  /** Folders that statements may read; anything else on the machine and in the network is out of reach. */
  readonly folders: readonly string[];
  /** As DuckDB writes it: `800MB`. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Folder of this engine alone for rows that memory does not hold. */
  readonly temporaryFolder?: string;
};

/** DuckDB's messages of these kinds speak of statements, files and memory, not of values in rows. */
const SAFE_KINDS = /^(Catalog|Binder|Parser|IO|Out of Memory|Permission|INTERNAL|Interrupt)\b/i;
/** Once interrupted before it began, a statement would run: the interrupt is said again until it ends. */
const INTERRUPT_EVERY_MS = 25;

/**
 * DuckDB in memory over Parquet files, within this process.
 *
 * @throws EngineError when a Parquet file of the contract is missing, or lacks a column or has it with another type
 */
export async function openDuckdbEngine(options: DuckdbOptions): Promise<FinderEngine> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // Rows come in no order anyway, and to keep one takes memory.
    preserve_insertion_order: "false",
    // What a statement gives back goes to the system, not only to the next one.
    allocator_background_threads: "true",
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.temporaryFolder === undefined ? {} : { temp_directory: options.temporaryFolder }),
  });
  try {
    const connection = await instance.connect();
    // A path with signs of a pattern is compared as its pattern.
    const folders = options.folders
      .flatMap((folder) => [folder, literalPath(folder)])
      .map(duckdbDialect.text)
      .join(", ");
    // Each list of codes would become a join, each with its own two megabytes: a hundred of them for a definition.
    await connection.run("SET disabled_optimizers = 'in_clause'");
    await connection.run(`SET allowed_directories = [${folders}]`);
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
    await checkContractFiles(connection, options.tables);
    connection.closeSync();
  } catch (error) {
    instance.closeSync();
    throw asEngineError(error);
  }
  return {
    name: "duckdb",
    version: async () => {
      const { rows } = await select(instance, "SELECT version()");
      return String(rows[0]?.[0]);
    },
    explain: (query) => printQuery(query, options.tables, "duckdb"),
    run: (query, signal) => run(instance, query, options.tables, signal),
    close: async () => instance.closeSync(),
  };
}

async function run(
  instance: DuckDBInstance,
  query: Query,
  tables: TableNames,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const sql = printQuery(query, tables, "duckdb");
  const { result } = checkQuery(query);
  const { rows } = await select(instance, sql, signal);
  return rows.map((cells) => checkedRow(cells.map(plain), result, "duckdb"));
}

/** Runs one statement on a connection of its own, so that a cancelled one stops no other. */
async function select(
  instance: DuckDBInstance,
  sql: string,
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly (readonly DuckDBValue[])[] }> {
  signal?.throwIfAborted();
  const connection = await instance.connect();
  let again: ReturnType<typeof setInterval> | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  };
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    const rows: DuckDBValue[][] = [];
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) {
        break;
      }
      signal?.throwIfAborted();
      for (const row of chunk.getRows()) {
        rows.push(row);
      }
    }
    return { rows };
  } catch (error) {
    signal?.throwIfAborted();
    throw asEngineError(error);
  } finally {
    clearInterval(again);
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
  }
}

function plain(value: DuckDBValue): unknown {
  return value instanceof DuckDBDateValue ? isoOfDay(value.days) : value;
}

/** Types in files that stand for a type of the contract without loss. */
const FILE_TYPES: Readonly<Record<ColumnType, RegExp>> = {
  integer: /^(BIGINT|INTEGER|SMALLINT|TINYINT|UINTEGER|USMALLINT|UTINYINT)$/,
  double: /^(DOUBLE|FLOAT)$/,
  text: /^VARCHAR$/,
  date: /^DATE$/,
  boolean: /^BOOLEAN$/,
};

async function checkContractFiles(connection: DuckDBConnection, tables: TableNames): Promise<void> {
  for (const [name, columns] of Object.entries(CONTRACT)) {
    const table = tables.contract?.[name as keyof typeof CONTRACT];
    if (table?.kind === "parquet") {
      await checkFile(connection, table, name, new Map(Object.entries(columns)));
    }
  }
}

async function checkFile(
  connection: DuckDBConnection,
  table: Extract<TableName, { kind: "parquet" }>,
  name: string,
  columns: Columns,
): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${duckdbDialect.parquet(table.paths)}`);
  const found = new Map(described.getRows().map((row) => [String(row[0]), String(row[1])]));
  for (const [column, type] of columns) {
    const fileType = found.get(column);
    if (fileType === undefined || !FILE_TYPES[type].test(fileType)) {
      throw new EngineError(
        "duckdb",
        `table ${name}: column "${column}" is ${fileType ?? "missing"}, not ${type} (${table.paths[0] ?? ""})`,
      );
    }
  }
}

function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : "";
  return new EngineError("duckdb", safeMessage(message, SAFE_KINDS), undefined, message.startsWith("Out of Memory"));
}
