import {
  type Columns,
  type ColumnType,
  checkQuery,
  printQuery,
  type Query,
  type Row,
  type TableNames,
} from "@materbone/finder";
import pg from "pg";
import { EngineError, type FinderEngine } from "../engine.ts";
import { checkedRow } from "./engine-rows.ts";

export type PostgresOptions = {
  /** Host, port, database, user, password, TLS, as `pg` takes them. */
  readonly connection: pg.ClientConfig;
  readonly tables: TableNames;
  /** The server gives up after so many milliseconds; 0 is never. */
  readonly statementTimeoutMs?: number;
};

/**
 * A PostgreSQL server. Every query runs in a transaction that can only read.
 *
 * @throws EngineError when there is no connection, or the database does not hold UTF-8 (texts would be ordered otherwise)
 */
export async function openPostgresEngine(options: PostgresOptions): Promise<FinderEngine> {
  const pool = new pg.Pool({ ...options.connection, max: 4 });
  // An idle connection that is lost is replaced by the pool; without a listener the process would end.
  pool.on("error", () => undefined);
  const shown = async (setting: "server_encoding" | "server_version"): Promise<string> => {
    try {
      const { rows } = await pool.query<string[]>({ text: `SHOW ${setting}`, rowMode: "array" });
      return rows[0]?.[0] ?? "";
    } catch (error) {
      throw asEngineError(error);
    }
  };
  try {
    const encoding = await shown("server_encoding");
    if (encoding !== "UTF8") {
      throw new EngineError("postgres", `the database holds ${encoding}, not UTF8`);
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    name: "postgres",
    version: () => shown("server_version"),
    explain: (query) => printQuery(query, options.tables, "postgres"),
    run: (query, signal) => run(pool, query, options, signal),
    close: () => pool.end(),
  };
}

async function run(
  pool: pg.Pool,
  query: Query,
  options: PostgresOptions,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const text = printQuery(query, options.tables, "postgres");
  const { result } = checkQuery(query);
  signal?.throwIfAborted();
  const client = await pool.connect().catch((error: unknown) => {
    throw asEngineError(error);
  });
  let broken: Error | undefined;
  let cancelling: Promise<void> | undefined;
  let pid = 0;
  const cancel = (): void => {
    cancelling = cancelBackend(options.connection, pid);
  };
  try {
    await client.query("BEGIN TRANSACTION READ ONLY");
    await client.query(`SET LOCAL statement_timeout = ${Math.trunc(options.statementTimeoutMs ?? 0)}`);
    // A plan has many short steps: compiling each takes longer than it saves. Dates come as ISO text.
    await client.query("SET LOCAL jit = off; SET LOCAL datestyle = 'ISO, YMD'");
    const backend = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    pid = backend.rows[0]?.pid ?? 0;
    signal?.throwIfAborted();
    signal?.addEventListener("abort", cancel, { once: true });
    // The extended protocol takes one statement only.
    const extended = { text, rowMode: "array", queryMode: "extended", types: AS_TEXT } as const;
    const { rows } = await client.query<(string | null)[]>(extended);
    signal?.throwIfAborted();
    return rows.map((cells) => checkedRow(plain(cells, result), result, "postgres"));
  } catch (error) {
    broken = error instanceof pg.DatabaseError || error instanceof EngineError ? undefined : asEngineError(error);
    signal?.throwIfAborted();
    throw asEngineError(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    // A cancel on its way must not meet the next statement of this connection.
    await cancelling;
    await client.query("ROLLBACK").catch((error: unknown) => {
      broken = asEngineError(error);
    });
    client.release(broken);
  }
}

const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

/** Cells as text, read by the type that the query declares. */
function plain(cells: readonly (string | null)[], columns: Columns): readonly unknown[] {
  const types: readonly ColumnType[] = [...columns.values()];
  return cells.map((cell, index) => {
    const type = types[index];
    if (cell === null || type === "text" || type === "date") {
      return cell;
    }
    return type === "boolean" ? cell === "t" : Number(cell);
  });
}

/** Another connection asks the server to stop the statement of backend `pid`. */
async function cancelBackend(connection: pg.ClientConfig, pid: number): Promise<void> {
  const canceller = new pg.Client(connection);
  try {
    await canceller.connect();
    await canceller.query("SELECT pg_cancel_backend($1)", [pid]);
  } catch {
    // The statement then runs to its end or its timeout; the caller learns of the abort all the same.
  } finally {
    await canceller.end().catch(() => undefined);
  }
}

/** SQLSTATE classes whose messages speak of the statement, its tables, the session and the machine, not of values in rows. */
const SAFE_CLASSES = /^(08|0A|25|28|3D|3F|42|53|54|55|57|58)/;

function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) {
    return error;
  }
  if (error instanceof pg.DatabaseError) {
    const code = error.code ?? "";
    return new EngineError("postgres", SAFE_CLASSES.test(code) ? `${error.message} (${code})` : `SQLSTATE ${code}`);
  }
  return new EngineError("postgres", error instanceof Error ? error.message : "the connection failed", error);
}
