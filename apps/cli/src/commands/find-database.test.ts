import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startPostgres, type TestPostgres } from "../../../../packages/exchange/src/engines/postgres.fixture.ts";
import { loadContract, loadOmop, snapshotOf } from "../../../../packages/exchange/src/hospital/snapshot.fixture.ts";
import { writeHospital } from "../../../../packages/exchange/src/hospital/write-hospital.ts";
import { run, workFolder } from "../run.fixture.ts";

const folder = workFolder();
const data = join(folder.path, "omop", "data");
const tables = join(folder.path, "tables");
const AS_OF = "2026-01-01";
let server: TestPostgres;

beforeAll(async () => {
  await writeHospital(join(folder.path, "omop"), { seed: 3, persons: 120, format: "omop" });
  server = await startPostgres();
  await loadContract(await server.createDatabase("converted"), await snapshotOf(data, tables, AS_OF), tables);
  await loadOmop(await server.createDatabase("cdm"), data);
  process.env.PGPASSWORD = String(server.connection().password);
});
afterAll(async () => {
  delete process.env.PGPASSWORD;
  await server.stop();
  folder.remove();
});

/** Without the password, which the client takes from the environment. */
function addressOf(database: string): string {
  const { host, port, user } = server.connection(database);
  return `postgres://${user}@${host}:${port}/${database}`;
}

it("puts up the same women from a PostgreSQL database as from files, converted or as a CDM", async () => {
  const candidates = async (argv: readonly string[]): Promise<readonly string[]> => {
    const { code, out, err } = await run(["find", ...argv, "--format", "ndjson", "--as-of", AS_OF]);
    expect([code, err]).toEqual([0, expect.any(String)]);
    return out.split("\n").slice(1);
  };
  const files = await candidates([tables]);
  expect(files.length).toBeGreaterThan(10);
  expect(await candidates(["--engine", "postgres", "--connection", addressOf("converted")])).toEqual(files);
  expect(await candidates(["--engine", "postgres", "--connection", addressOf("cdm"), "--omop"])).toEqual(files);
});

it("explains a woman from a database as from files, by the number of the person in a CDM", async () => {
  const worklist = JSON.parse((await run(["find", tables, "--format", "json", "--as-of", AS_OF])).out);
  const id: string = worklist.candidates[0].sourceId;
  const explained = async (argv: readonly string[]): Promise<unknown> => {
    const { code, out, err } = await run(["find", ...argv, "--person", id, "--format", "json", "--as-of", AS_OF]);
    expect([code, err]).toEqual([0, expect.any(String)]);
    return JSON.parse(out);
  };
  const files = await explained([tables]);
  expect(files).toMatchObject({ candidate: { sourceId: id, tier: "fracture_with_low_z" } });
  expect(await explained(["--engine", "postgres", "--connection", addressOf("converted")])).toEqual(files);
  expect(await explained(["--engine", "postgres", "--connection", addressOf("cdm"), "--omop"])).toEqual(files);
  const nobody = await run([
    "find",
    "--engine",
    "postgres",
    "--connection",
    addressOf("cdm"),
    "--omop",
    "--person",
    "no",
  ]);
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("There is no person no in the data.")]);
});

it("asks a Trino coordinator, and never sends a password in the open", async () => {
  const asked: { readonly body: string; readonly user: unknown }[] = [];
  const coordinator = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      asked.push({ body, user: request.headers["x-trino-user"] ?? request.headers.authorization });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ id: "q1", error: { message: "no such catalog", errorName: "CATALOG_NOT_FOUND" } }));
    });
  });
  await new Promise<void>((resolve) => coordinator.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(coordinator.address() as AddressInfo).port}`;
  const trino = ["find", "--engine", "trino", "--schema", "lake.cdm", "--lang", "en"];
  const refused = await run([...trino, "--connection", url]);
  expect(refused.code).toBe(3);
  expect(asked[0]?.body).toMatch(/^WITH "contract_/);
  expect(asked[0]?.body).toContain('"lake"."cdm"."event"');
  expect((await run(trino)).code).toBe(2);
  expect((await run([...trino, "--connection", "https://me:secret@lake:8443"])).err).toContain("TRINO_PASSWORD");
  const open = await run([...trino, "--connection", url], { TRINO_PASSWORD: "secret" });
  expect([open.code, open.err]).toEqual([2, expect.stringContaining("https")]);
  expect(asked).toHaveLength(1);
  coordinator.close();
});
