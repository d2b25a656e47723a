import type { Query, Relation, TableNames } from "@materbone/finder";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeEngine } from "./engine-contract.fixture.ts";
import { createTablesSql, HOSPITAL } from "./hospital-rows.fixture.ts";
import { startPostgres, type TestPostgres } from "./postgres.fixture.ts";
import { openPostgresEngine } from "./postgres-engine.ts";

let server: TestPostgres;
let connection: pg.ClientConfig;

const SCHEMA = `materbone "x'; DROP TABLE y; --`;
const table = (name: string) => ({ kind: "table", name: [SCHEMA, name] }) as const;
const tables: TableNames = {
  contract: { person: table("person"), event: table("event"), code: table("code"), ancestor: table("ancestor") },
};

beforeAll(async () => {
  server = await startPostgres();
  connection = await server.createDatabase("hospital");
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE SCHEMA ${client.escapeIdentifier(SCHEMA)}`);
  await client.query(`SET search_path = ${client.escapeIdentifier(SCHEMA)}`);
  for (const sql of createTablesSql(HOSPITAL)) {
    await client.query(sql);
  }
  await client.end();
});

afterAll(async () => {
  await server.stop();
});

const EVENTS: Query = { steps: [], result: { kind: "contract", table: "event" } };

/** Some 10^11 rows. */
function endless(): Query {
  const numbers = (name: string): Relation => ({
    kind: "project",
    from: { kind: "contract", table: "event" },
    columns: { [name]: { kind: "column", name: "source_ref" } },
  });
  let from = numbers("x0");
  for (let i = 1; i < 11; i += 1) {
    from = { kind: "join", how: "inner", left: from, right: numbers(`x${i}`), on: [] };
  }
  const aggregates = { n: { kind: "countDistinct", of: { kind: "column", name: "x10" } } } as const;
  return { steps: [], result: { kind: "group", from, by: [], aggregates } };
}

describe("contract", () => {
  describeEngine(async () => {
    const engine = await openPostgresEngine({ connection, tables });
    return { engine, stop: () => engine.close() };
  });
});

it("stops the statement in the server, and answers again", async () => {
  const engine = await openPostgresEngine({ connection, tables });
  const client = new pg.Client(connection);
  await client.connect();
  // A worker that vacuums is active as well.
  const running = async (): Promise<number> =>
    (
      await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%"x10"%' AND pid <> pg_backend_pid()
           AND datname = current_database() AND backend_type = 'client backend'`,
      )
    ).rows.length;
  const stop = new AbortController();
  const stopped = expect(engine.run(endless(), stop.signal)).rejects.toThrow("asked to stop");
  await expect.poll(running).toBe(1);
  stop.abort(new Error("asked to stop"));
  await stopped;
  expect(await running()).toBe(0);
  await client.end();
  expect(await engine.run(EVENTS)).toHaveLength(11);
  await engine.close();
});

it("gives up after the time that it was given", async () => {
  const engine = await openPostgresEngine({ connection, tables, statementTimeoutMs: 200 });
  await expect(engine.run(endless())).rejects.toThrow(/statement timeout \(57014\)/);
  await engine.close();
});

it("names what is missing, and no value of a row", async () => {
  const engine = await openPostgresEngine({
    connection,
    tables: { contract: { event: table("nothing") }, source: { person: table("person") } },
  });
  await expect(engine.run(EVENTS)).rejects.toThrow(/nothing" does not exist \(42P01\)/);
  const result: Relation = { kind: "source", table: "person", columns: { source_id: "integer" } };
  await expect(engine.run({ steps: [], result })).rejects.toThrow(/^SQLSTATE 22P02$/);
  await engine.close();
});

it("refuses a database that does not hold UTF-8, and says when there is no server", async () => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    "CREATE DATABASE old ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc",
  );
  await client.end();
  await expect(openPostgresEngine({ connection: server.connection("old"), tables })).rejects.toThrow(
    /LATIN1, not UTF8/,
  );
  const nowhere = { ...connection, port: 1 };
  await expect(openPostgresEngine({ connection: nowhere, tables })).rejects.toThrow(/ECONNREFUSED/);
});

it("gives the password to nobody in an error", async () => {
  const wrong = { ...connection, password: "a secret of the hospital" };
  const error = await openPostgresEngine({ connection: wrong, tables }).catch((reason: unknown) => reason);
  expect(String(error)).toMatch(/password authentication failed/);
  expect(JSON.stringify(error)).not.toContain("a secret");
});
