import { checkQuery, printQuery, type Query, type Row, type TableNames } from "@materbone/finder";
import { BasicAuth, type Iterator as Pages, QueryIterator, type QueryResult, Trino } from "trino-client";
import { EngineError, type FinderEngine } from "../engine.ts";
import { checkedRow } from "./engine-rows.ts";

export type TrinoOptions = {
  /** `https://trino.hospital.example:8443`. */
  readonly server: string;
  readonly user: string;
  /** Sent over https only. */
  readonly password?: string;
  readonly tables: TableNames;
};

/**
 * A Trino coordinator, through its statement protocol. Tested against a small server that speaks the protocol, not on a cluster.
 *
 * @throws TypeError when a password would go over a connection that is not encrypted
 */
export function openTrinoEngine(options: TrinoOptions): FinderEngine {
  const { server, user, password } = options;
  if (password !== undefined && !server.startsWith("https://")) {
    throw new TypeError("a password is sent to a Trino server over https only");
  }
  const trino = Trino.create({ server, source: "materbone", auth: new BasicAuth(user, password) });
  return {
    name: "trino",
    version: async () => {
      const rows = await select(trino, "SELECT version()", 1);
      return String(rows[0]?.[0]);
    },
    explain: (query) => printQuery(query, options.tables, "trino"),
    run: (query, signal) => run(trino, query, options.tables, signal),
    close: async () => undefined,
  };
}

async function run(trino: Trino, query: Query, tables: TableNames, signal?: AbortSignal): Promise<readonly Row[]> {
  const sql = printQuery(query, tables, "trino");
  const { result } = checkQuery(query);
  const rows = await select(trino, sql, result.size, signal);
  return rows.map((cells) => checkedRow(cells, result, "trino"));
}

/** All pages of one statement. */
async function select(
  trino: Trino,
  sql: string,
  columns: number,
  signal?: AbortSignal,
): Promise<readonly (readonly unknown[])[]> {
  signal?.throwIfAborted();
  const rows: (readonly unknown[])[] = [];
  try {
    const pages = await trino.query(sql);
    const first = firstPage(pages);
    const stopped = whenAborted(signal, () => trino.cancel(first.id));
    try {
      takePage(first, columns, rows);
      for (;;) {
        const next = pages.next();
        // The page that nobody waits for any more may still fail.
        next.catch(() => undefined);
        const { value, done } = await Promise.race([next, stopped.promise]);
        if (done === true) {
          return rows;
        }
        takePage(value, columns, rows);
      }
    } finally {
      stopped.forget();
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw asEngineError(error);
  }
}

/** The answer to the statement itself, which the client's iterator keeps: it alone has the id while the server still waits. */
function firstPage(pages: Pages<QueryResult>): QueryResult {
  const iterator: unknown = Reflect.get(pages, "iter");
  if (!(iterator instanceof QueryIterator)) {
    throw new EngineError("trino", "the client gives no first answer");
  }
  return Reflect.get(iterator, "queryResult") as QueryResult;
}

function takePage(page: QueryResult, columns: number, rows: (readonly unknown[])[]): void {
  if (page.error !== undefined) {
    const { errorName, message } = page.error;
    throw new EngineError("trino", SAFE_ERRORS.test(errorName) ? `${errorName}: ${message.slice(0, 400)}` : errorName);
  }
  for (const cells of (page.data ?? []) as readonly (readonly unknown[])[]) {
    if (cells.length !== columns) {
      throw new EngineError("trino", `a row has ${cells.length} cells for ${columns} columns`);
    }
    rows.push(cells);
  }
}

/** Errors that speak of the statement, its tables, rights and the cluster, not of values in rows. */
const SAFE_ERRORS =
  /^(SYNTAX_ERROR|.*_NOT_FOUND|TYPE_MISMATCH|PERMISSION_DENIED|ACCESS_DENIED|EXCEEDED_.*|NO_NODES_AVAILABLE|CLUSTER_.*|QUERY_.*|SERVER_.*|USER_CANCELED|ADMINISTRATIVELY_.*)$/;

/** A promise that rejects when `signal` is aborted, once `cancel` has been asked for; `forget` when it is no longer needed. */
function whenAborted(
  signal: AbortSignal | undefined,
  cancel: () => Promise<unknown>,
): { readonly promise: Promise<never>; readonly forget: () => void } {
  let onAbort: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => {
      // A server that cannot be told has lost the statement, or ends it when no page is asked for.
      cancel().then(
        () => reject(signal?.reason),
        () => reject(signal?.reason),
      );
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) {
      onAbort();
    }
  });
  promise.catch(() => undefined);
  return { promise, forget: () => signal?.removeEventListener("abort", onAbort) };
}

/** The client's own errors hold the request with its statement and password: they are not passed on as a cause. */
function asEngineError(error: unknown): EngineError {
  return error instanceof EngineError
    ? error
    : new EngineError("trino", error instanceof Error ? error.message.slice(0, 200) : "the request failed");
}
