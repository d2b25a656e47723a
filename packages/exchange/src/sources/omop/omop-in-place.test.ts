import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { omopSource, type PersonTables, type Row, type TableNames } from "@materbone/finder";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMALL_COHORT } from "../../../../finder/src/plan/small-cohort.fixture.ts";
import { foundIn, type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { convert } from "../../convert/convert.ts";
import type { FinderEngine } from "../../engine.ts";
import { openDuckdbEngine } from "../../engines/duckdb-engine.ts";
import { startPostgres, type TestPostgres } from "../../engines/postgres.fixture.ts";
import { openPostgresEngine } from "../../engines/postgres-engine.ts";
import { personTables } from "../../run/person-tables.ts";
import { openSnapshot } from "../../run/snapshot.ts";

const AS_OF = "2026-01-01";
const BLANK = "NULL::TIMESTAMP";

/** A CDM of one woman of whom the year of birth is known; her hospital writes blanks around its own codes and units. */
const CDM = {
  person:
    "SELECT 7 AS person_id, 8532 AS gender_concept_id, 1992 AS year_of_birth, NULL::INT AS month_of_birth, NULL::INT AS day_of_birth, TIMESTAMP '1992-01-01 00:00:00' AS birth_datetime",
  concept: "SELECT 102 AS concept_id, 'LOINC' AS vocabulary_id, '85394-5' AS concept_code",
  concept_ancestor: "SELECT 1 AS ancestor_concept_id, 1 AS descendant_concept_id",
  procedure_occurrence: `SELECT 1 AS procedure_occurrence_id, 7 AS person_id, 0 AS procedure_concept_id, 0 AS procedure_source_concept_id, '\u3000脊柱MRI ' AS procedure_source_value, DATE '2024-06-01' AS procedure_date, ${BLANK} AS procedure_datetime`,
  measurement: `SELECT 2 AS measurement_id, 7 AS person_id, 102 AS measurement_concept_id, 0 AS measurement_source_concept_id, ' 85394-5 ' AS measurement_source_value, DATE '2024-07-01' AS measurement_date, ${BLANK} AS measurement_datetime, -2.4::DOUBLE AS value_as_number, 0 AS unit_concept_id, ' 1' AS unit_source_value`,
} as const;
const TABLES = Object.keys(CDM) as readonly (keyof typeof CDM)[];

let folder: TestFolder;
let server: TestPostgres;
const file = (table: string): string => join(folder.path, "cdm", `${table}.parquet`);

beforeAll(async () => {
  folder = testFolder();
  folder.write("cdm/readme.md", "");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const table of TABLES) await connection.run(`COPY (${CDM[table]}) TO '${file(table)}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  server = await startPostgres();
  const client = new pg.Client(server.connection());
  await client.connect();
  for (const table of TABLES) {
    await client.query(`CREATE TABLE ${table} AS ${CDM[table].replace("::DOUBLE", "::double precision")}`);
  }
  await client.end();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function herRows(engine: FinderEngine): Promise<PersonTables> {
  const source = omopSource({ tables: new Set(TABLES), asOf: AS_OF });
  const tables = await personTables(engine, { sourceId: "7" }, undefined, { definition: SMALL_COHORT, source });
  await engine.close();
  return tables;
}

async function inDuckdb(): Promise<PersonTables> {
  const source: TableNames["source"] = Object.fromEntries(
    TABLES.map((table) => [table, { kind: "parquet", paths: [file(table)] } as const]),
  );
  return herRows(await openDuckdbEngine({ tables: { source }, folders: [join(folder.path, "cdm")] }));
}

async function inPostgres(): Promise<PersonTables> {
  const source: TableNames["source"] = Object.fromEntries(
    TABLES.map((table) => [table, { kind: "table", name: [table] } as const]),
  );
  return herRows(await openPostgresEngine({ connection: server.connection(), tables: { source } }));
}

async function converted(): Promise<PersonTables> {
  const output = join(folder.path, "out");
  await convert(await foundIn(join(folder.path, "cdm")), { output, asOf: AS_OF });
  const engine = await openSnapshot(output);
  const tables = await personTables(engine, { sourceId: "7" });
  await engine.close();
  return tables;
}

describe.each([
  ["converted", converted],
  ["in place in DuckDB", inDuckdb],
  ["in place in PostgreSQL", inPostgres],
])("an OMOP CDM %s", (_how, rows) => {
  it("has codes and units of the hospital without the blanks around them, and a birth within its year", async () => {
    const { person, event } = await rows();
    expect(person).toMatchObject([{ source_id: "7", birth_low: "1992-01-01", birth_high: "1992-12-31" }]);
    const coded = event.filter(({ system }) => system !== "OMOP").map(told);
    expect(coded.sort()).toEqual([
      ["LOINC", "85394-5", "2024-07-01", -2.4, "1", "measurement/2"],
      ["local", "脊柱MRI", "2024-06-01", null, null, "procedure_occurrence/1"],
    ]);
  });
});

function told({ system, code, date_low, value, unit, source_ref }: Row): readonly unknown[] {
  return [system, code, date_low, value, unit, source_ref];
}
