import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Query, TableNames } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngineError } from "../engine.ts";
import { openDuckdbEngine } from "./duckdb-engine.ts";
import { describeEngine } from "./engine-contract.fixture.ts";
import { createTablesSql, HOSPITAL } from "./hospital-rows.fixture.ts";

let folder: string;
let tables: TableNames;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "duckdb-engine-"));
  tables = await writeHospital(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("contract", () => {
  describeEngine(async () => {
    const own = await mkdtemp(join(tmpdir(), "duckdb-engine-"));
    const engine = await openDuckdbEngine({ tables: await writeHospital(own), folders: [own], threads: 2 });
    return {
      engine,
      stop: async () => {
        await engine.close();
        await rm(own, { recursive: true });
      },
    };
  });
});

/** Files are written beside first: DuckDB's COPY takes the signs of a pattern as such. */
async function writeHospital(path: string, beside = path): Promise<TableNames> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const sql of createTablesSql(HOSPITAL)) {
    await connection.run(sql);
  }
  for (const table of ["person", "event", "code", "ancestor"]) {
    const written = join(beside, beside === path ? `${table}.parquet` : `${table}-copy.parquet`);
    await connection.run(`COPY ${table} TO '${written}'`);
    if (beside !== path) {
      await rename(written, join(path, `${table}.parquet`));
    }
  }
  connection.closeSync();
  instance.closeSync();
  const parquet = (table: string) => ({ kind: "parquet", paths: [join(path, `${table}.parquet`)] }) as const;
  return {
    contract: {
      person: parquet("person"),
      event: parquet("event"),
      code: parquet("code"),
      ancestor: parquet("ancestor"),
    },
  };
}

it("answers a query over Parquet files", async () => {
  const engine = await openDuckdbEngine({ tables, folders: [folder], threads: 2, memoryLimit: "400MB" });
  const query: Query = {
    steps: [
      {
        name: "ages",
        relation: {
          kind: "project",
          from: { kind: "contract", table: "person" },
          columns: {
            source_id: { kind: "column", name: "source_id" },
            age: {
              kind: "completedYears",
              from: { kind: "column", name: "birth_low" },
              to: { kind: "date", value: "2020-02-27" },
            },
            birth_low: { kind: "column", name: "birth_low" },
          },
        },
      },
    ],
    result: { kind: "step", name: "ages" },
  };
  const rows = await engine.run(query);
  expect(rows).toHaveLength(4);
  expect(rows).toContainEqual({ source_id: "a", age: 29, birth_low: "1990-02-28" });
  expect(rows).toContainEqual({ source_id: "中", age: null, birth_low: null });
  expect(await engine.version()).toMatch(/^v1\./);
  await engine.close();
});

it("stops when told to, and answers again", async () => {
  const engine = await openDuckdbEngine({ tables, folders: [folder] });
  const numbers = (name: string) =>
    ({
      kind: "project",
      from: { kind: "contract", table: "event" },
      columns: { [name]: { kind: "column", name: "source_ref" } },
    }) as const;
  let relation: Query["result"] = numbers("x0");
  for (let i = 1; i < 11; i += 1) {
    relation = { kind: "join", how: "inner", left: relation, right: numbers(`x${i}`), on: [] };
  }
  const endless: Query = {
    steps: [],
    result: {
      kind: "group",
      from: relation,
      by: [],
      aggregates: { n: { kind: "countDistinct", of: { kind: "column", name: "x10" } } },
    },
  };
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("asked to stop")), 200);
  await expect(engine.run(endless, stop.signal)).rejects.toThrow("asked to stop");
  await expect(engine.run(endless, stop.signal)).rejects.toThrow("asked to stop");
  expect(await engine.run({ steps: [], result: numbers("x") })).toHaveLength(11);
  await engine.close();
});

it("names the column of a file that does not fit, and the file that is missing", async () => {
  const event = { ...tables.contract, person: tables.contract?.event ?? { kind: "empty" } } as const;
  await expect(openDuckdbEngine({ tables: { contract: event }, folders: [folder] })).rejects.toThrow(
    /table person: column "source_id" is missing, not text/,
  );
  const missing = { person: { kind: "parquet", paths: [join(folder, "nothing.parquet")] } } as const;
  await expect(openDuckdbEngine({ tables: { contract: missing }, folders: [folder] })).rejects.toThrow(
    /nothing\.parquet/,
  );
});

it("reads nothing outside its folders", async () => {
  const elsewhere = { person: { kind: "parquet", paths: ["/etc/passwd"] } } as const;
  await expect(openDuckdbEngine({ tables: { contract: elsewhere }, folders: [folder] })).rejects.toThrow(/Permission/);
});

it("takes a path as it is, with quotes and the signs of a pattern", async () => {
  for (const name of ["it's", "a*b", "[x]", "q?", "'); DROP TABLE person; --", "中文 \\ $x", "{a,b}"]) {
    const own = join(folder, name);
    await mkdir(own);
    const named = await writeHospital(own, folder);
    const engine = await openDuckdbEngine({ tables: named, folders: [own] });
    expect(await engine.run({ steps: [], result: { kind: "contract", table: "event" } })).toHaveLength(11);
    await engine.close();
  }
});

it("never reads another file that a name would match as a pattern", async () => {
  const paths = [join(folder, "pers*.parquet")];
  const person = { kind: "parquet", paths } as const;
  await expect(openDuckdbEngine({ tables: { contract: { person } }, folders: [folder] })).rejects.toThrow(EngineError);
});

it("works a step that others read often out once", async () => {
  const code = { kind: "column", name: "code" } as const;
  const fractures = {
    kind: "filter",
    from: { kind: "contract", table: "event" },
    where: { kind: "startsWith", of: code, prefix: "M80" },
  } as const;
  const engine = await openDuckdbEngine({ tables, folders: [folder] });
  const fracture = { kind: "step", name: "fracture" } as const;
  const twice = {
    steps: [{ name: "fracture", relation: fractures }],
    result: { kind: "union", of: [fracture, fracture] },
  } as const;
  const once = { ...twice, result: fracture } as const;
  expect(engine.explain(twice)).toContain('"fracture" AS MATERIALIZED (');
  expect(engine.explain(once)).toContain('"fracture" AS (');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const query of [twice, once]) {
    const plan = await connection.runAndReadAll(`EXPLAIN ${engine.explain(query)}`);
    const text = String(plan.getRows()[0]?.[1]);
    expect(text.match(/code>='M80' AND code<'M81'/g)).toHaveLength(1);
  }
  connection.closeSync();
  instance.closeSync();
  await engine.close();
});
