import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  compileQuery,
  type EventSource,
  flatContract,
  omopSource,
  type PersonTables,
  planDefinition,
  type ResolvedDefinition,
  type Row,
  readAnswer,
  type TableNames,
} from "@materbone/finder";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCIDENT_COHORT, SMALL_COHORT } from "../../../../finder/src/plan/small-cohort.fixture.ts";
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

const UNBORN =
  "NULL::INT AS month_of_birth, NULL::INT AS day_of_birth, TIMESTAMP '1992-01-01 00:00:00' AS birth_datetime";
const procedure = (id: number, person: number, concept: number, day: string, value = "NULL::TEXT"): string =>
  `SELECT ${id} AS procedure_occurrence_id, ${person} AS person_id, ${concept} AS procedure_concept_id, 0 AS procedure_source_concept_id, ${value} AS procedure_source_value, DATE '${day}' AS procedure_date, ${BLANK} AS procedure_datetime`;
const condition = (id: number, person: number, source: number): string =>
  `SELECT ${id} AS condition_occurrence_id, ${person} AS person_id, 103 AS condition_concept_id, ${source} AS condition_source_concept_id, NULL::TEXT AS condition_source_value, DATE '2024-06-20' AS condition_start_date, ${BLANK} AS condition_start_datetime`;
const concept = (id: number, vocabulary: string, code: string): string =>
  `SELECT ${id} AS concept_id, '${vocabulary}' AS vocabulary_id, '${code}' AS concept_code`;
const person = (id: number): string =>
  `SELECT ${id} AS person_id, 8532 AS gender_concept_id, 1992 AS year_of_birth, ${UNBORN}`;
const born = ([year, month, day, time]: (typeof BIRTHS)[number], index: number): string => {
  const [y, m, d] = [year, month, day].map((number) => (number === null ? "NULL::INT" : `${number}`));
  return `SELECT ${FIRST_BORN + index}, 8532, ${y}, ${m}, ${d}, ${time === null ? BLANK : `TIMESTAMP '${time} 00:00:00'`}`;
};
const all = (...parts: readonly string[]): string => parts.join(" UNION ALL ");

/** Year, month and day of birth, `birth_datetime`, and what they say: the first and the last day of birth. */
const BIRTHS: readonly (readonly [
  number | null,
  number | null,
  number | null,
  string | null,
  string | null,
  string | null,
])[] = [
  [1990, null, null, "1990-06-05", "1990-06-05", "1990-06-05"],
  [1990, 2, null, "1990-02-14", "1990-02-14", "1990-02-14"],
  [1990, 2, 3, "1990-02-14", "1990-02-03", "1990-02-03"],
  // Filled up from the year, or from the month.
  [1990, null, null, "1990-01-01", "1990-01-01", "1990-12-31"],
  [1990, 2, null, "1990-02-01", "1990-02-01", "1990-02-28"],
  // A 1 January, or a first of the month, of another time than the numbers say: it was filled up all the same.
  [1990, null, null, "1985-01-01", "1990-01-01", "1990-12-31"],
  [1990, null, null, "1991-01-01", "1990-01-01", "1990-12-31"],
  [1990, 2, null, "1990-03-01", "1990-02-01", "1990-02-28"],
  [1990, 2, null, "1990-05-01", "1990-02-01", "1990-02-28"],
  [1990, null, 5, "1990-01-01", "1990-01-01", "1990-12-31"],
  [null, null, null, "1990-01-01", "1990-01-01", "1990-01-01"],
  [null, 2, null, "1990-02-01", "1990-02-01", "1990-02-01"],
  [1992, 2, null, null, "1992-02-01", "1992-02-29"],
  // No such day, no such month.
  [1990, 2, 30, "1990-02-28", null, null],
  [1990, 13, 1, null, null, null],
  [null, null, null, null, null, null],
];
const FIRST_BORN = 100;

/**
 * A CDM of women of whom the year of birth is known. Hers of 7 writes blanks around its own codes and units; 8 and 9 gave birth and
 * have the same standard concept of a fracture, which the code of the hospital says to be of a later visit, or of the first.
 */
const CDM = {
  person: all(person(7), person(8), person(9), ...BIRTHS.map(born)),
  concept: all(
    concept(102, "LOINC", "85394-5"),
    concept(103, "SNOMED", "443165006"),
    concept(104, "SNOMED", "66348005"),
    concept(203, "ICD10CM", "S72.301D"),
    concept(204, "ICD10CM", "S72.301A"),
  ),
  concept_ancestor: "SELECT 1 AS ancestor_concept_id, 1 AS descendant_concept_id",
  condition_occurrence: all(condition(3, 8, 203), condition(4, 9, 204)),
  procedure_occurrence: all(
    procedure(1, 7, 0, "2024-06-01", "'\u3000脊柱MRI '"),
    procedure(5, 8, 104, "2024-03-10"),
    procedure(6, 9, 104, "2024-03-10"),
  ),
  measurement: `SELECT 2 AS measurement_id, 7 AS person_id, 102 AS measurement_concept_id, 0 AS measurement_source_concept_id, ' 85394-5 ' AS measurement_source_value, DATE '2024-07-01' AS measurement_date, ${BLANK} AS measurement_datetime, -2.4::DOUBLE AS value_as_number, 0 AS unit_concept_id, ' 1' AS unit_source_value
    UNION ALL SELECT 3, 7, 102, 0, NULL, DATE '2024-07-02', ${BLANK}, 'NaN'::DOUBLE, 0, '1'
    UNION ALL SELECT 4, 7, 102, 0, NULL, DATE '2024-07-03', ${BLANK}, '-Infinity'::DOUBLE, 0, '1'`,
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
    await client.query(`CREATE TABLE ${table} AS ${CDM[table].replaceAll("::DOUBLE", "::double precision")}`);
  }
  await client.end();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

type Asked = {
  readonly rowsOf: (sourceId: string) => Promise<PersonTables>;
  readonly answer: () => Promise<readonly Row[]>;
  readonly persons: () => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

function askedOf(engine: FinderEngine, definition: ResolvedDefinition, source?: EventSource): Asked {
  return {
    rowsOf: (sourceId) =>
      personTables(engine, { sourceId }, undefined, source === undefined ? undefined : { definition, source }),
    answer: () => engine.run(planDefinition(definition, source)),
    persons: () => engine.run({ steps: [], result: (source ?? flatContract).person }),
    close: () => engine.close(),
  };
}

const IN_PLACE = omopSource({ tables: new Set(TABLES), asOf: AS_OF });

async function inDuckdb(definition: ResolvedDefinition): Promise<Asked> {
  const source: TableNames["source"] = Object.fromEntries(
    TABLES.map((table) => [table, { kind: "parquet", paths: [file(table)] } as const]),
  );
  const engine = await openDuckdbEngine({ tables: { source }, folders: [join(folder.path, "cdm")] });
  return askedOf(engine, definition, IN_PLACE);
}

async function inPostgres(definition: ResolvedDefinition): Promise<Asked> {
  const source: TableNames["source"] = Object.fromEntries(
    TABLES.map((table) => [table, { kind: "table", name: [table] } as const]),
  );
  const engine = await openPostgresEngine({ connection: server.connection(), tables: { source } });
  return askedOf(engine, definition, IN_PLACE);
}

async function converted(definition: ResolvedDefinition): Promise<Asked> {
  const output = join(folder.path, "out");
  await convert(await foundIn(join(folder.path, "cdm")), { output, asOf: AS_OF });
  return askedOf(await openSnapshot(output), definition);
}

describe.each([
  ["converted", converted],
  ["in place in DuckDB", inDuckdb],
  ["in place in PostgreSQL", inPostgres],
])("an OMOP CDM %s", (_how, open) => {
  it("has codes and units of the hospital without the blanks around them, no number that is none, and a birth within its year", async () => {
    const asked = await open(SMALL_COHORT);
    const { person, event } = await asked.rowsOf("7");
    await asked.close();
    expect(person).toMatchObject([{ source_id: "7", birth_low: "1992-01-01", birth_high: "1992-12-31" }]);
    const coded = event.filter(({ system }) => system !== "OMOP").map(told);
    expect(coded.sort()).toEqual([
      ["LOINC", "85394-5", "2024-07-01", -2.4, "1", "measurement/2"],
      ["LOINC", "85394-5", "2024-07-02", null, "1", "measurement/3"],
      ["LOINC", "85394-5", "2024-07-03", null, "1", "measurement/4"],
      ["local", "脊柱MRI", "2024-06-01", null, null, "procedure_occurrence/1"],
    ]);
  });

  it("takes a standard concept for one of a later visit where the hospital's own code is, and lets it be asked again", async () => {
    const asked = await open(ACCIDENT_COHORT);
    const found = readAnswer(ACCIDENT_COHORT, await asked.answer()).candidates;
    expect(found.map(({ sourceId, tier }) => [sourceId, tier])).toEqual([["9", "fracture"]]);
    const again = compileQuery(planDefinition(ACCIDENT_COHORT));
    const counts = await Promise.all(
      ["8", "9"].map(async (id) => readAnswer(ACCIDENT_COHORT, again(await asked.rowsOf(id))).candidates.length),
    );
    await asked.close();
    expect(counts).toEqual([0, 1]);
  });

  it("has the day of birth that the numbers and the time of birth give together", async () => {
    const asked = await open(SMALL_COHORT);
    const persons = await asked.persons();
    await asked.close();
    const bornById = new Map(persons.map((one) => [one.person_id, [one.birth_low, one.birth_high]]));
    const expected = BIRTHS.map(([, , , , low, high], index) => [index, low, high]);
    expect(BIRTHS.map((_, index) => [index, ...(bornById.get(FIRST_BORN + index) ?? ["not there"])])).toEqual(expected);
  });
});

function told({ system, code, date_low, value, unit, source_ref }: Row): readonly unknown[] {
  return [system, code, date_low, value, unit, source_ref];
}
