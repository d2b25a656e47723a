import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from "kysely";
import type { Database } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Statements kept prepared; the registry has fewer. */
const STATEMENTS_KEPT = 200;

/** Kysely upon one connection. A transaction that is not read only takes the lock at its beginning, never half-way. */
export function queriesOn(database: Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new RegistryDialect(database) });
}

class RegistryDialect extends SqliteDialect {
  readonly #database: Database;
  constructor(database: Database) {
    super({ database: shim(database) });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new RegistryDriver(this.#database);
  }
}

class RegistryDriver extends SqliteDriver {
  readonly #database: Database;
  constructor(database: Database) {
    super({ database: shim(database) });
    this.#database = database;
  }
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(settings?.accessMode === "read only" ? "begin" : "begin immediate"),
    );
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk rolls back by itself, and rolling back twice would hide why.
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** The engine as kysely's dialect expects one: rows for queries, counts for the rest. */
function shim(database: Database): SqliteDatabase {
  const statementBySql = new Map<string, SqliteStatement>();
  return {
    close: () => {
      statementBySql.clear();
      if (database.isOpen) database.close();
    },
    prepare: (sql) => {
      const known = statementBySql.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      const prepared: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
      if (statementBySql.size < STATEMENTS_KEPT) statementBySql.set(sql, prepared);
      return prepared;
    },
  };
}
