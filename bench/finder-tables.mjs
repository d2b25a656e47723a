// Tables of the contract for a generated hospital of any size, as conversion leaves them: order, row groups, packing.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT } from "@duckdb/node-api";
import { BATCH_CODES, eventBatches } from "../packages/finder/dist/src/index.js";

const BATCH = 20_000;
/** Persons made one by one; a larger hospital is these several times, under other numbers. */
const MADE = 200_000;
const CHUNK = 2048;
const FORM = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, USE_TMP_FILE false";

export const TABLES = ["person", "event", "code", "ancestor"];

/** Writes the tables of a number of persons into `folder` and says how many events there are. The rows go through a database file beside them. */
export async function writeTables(folder, persons) {
  const database = join(folder, "rows.duckdb");
  const instance = await DuckDBInstance.create(database, {
    threads: "2",
    memory_limit: "4GB",
    temp_directory: join(folder, "spill"),
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run("CREATE TABLE p (id DOUBLE, female INTEGER, low INTEGER, high INTEGER)");
    await connection.run(
      "CREATE TABLE e (id DOUBLE, concept UTINYINT, day INTEGER, value DOUBLE, unit INTEGER, record DOUBLE)",
    );
    const made = Math.min(persons, MADE);
    const times = Math.ceil(persons / made);
    const events = times * (await appendAll(connection, { seed: 7, persons: made }));
    // Numbers of persons and records of one time all lie below this.
    const range = await connection.runAndReadAll("SELECT max(id), max(record) FROM e");
    const [apart, recordsApart] = range.getRowsJson()[0].map((most) => Math.ceil(Number(most) + 1));
    const again = `CROSS JOIN range(${times}) AS r(again)`;
    const of = (column) =>
      `[${BATCH_CODES.map((code) => (code[column] === null ? "NULL" : text(code[column]))).join(", ")}][concept + 1]`;
    const units = `[${BATCH_CODES.map(({ units }) => `[${[...units, ""].map(text).join(", ")}]`).join(", ")}][concept + 1][unit + 1]`;
    const codes = [...new Set(BATCH_CODES.map(keyOf))].sort();
    const place = `[${BATCH_CODES.map((code) => codes.indexOf(keyOf(code))).join(", ")}][concept + 1]`;
    const write = (name, select) =>
      connection.run(`COPY (${select}) TO ${text(join(folder, `${name}.parquet`))} (${FORM})`);
    await write(
      "person",
      `SELECT id AS person_id, CAST(id AS VARCHAR) AS source_id, CASE female WHEN 1 THEN 'female' ELSE 'male' END AS sex,
        DATE '1970-01-01' + low AS birth_low, DATE '1970-01-01' + high AS birth_high, 'person/' || id AS source_ref
       FROM (SELECT * REPLACE (CAST(id + again * ${apart} AS BIGINT) AS id) FROM p ${again}) ORDER BY id`,
    );
    // Sorted as whole numbers: the texts of a code are the same in all its rows.
    await write(
      "event",
      `SELECT id AS person_id, ${of("kind")} AS kind, ${of("system")} AS system, ${of("code")} AS code,
        DATE '1970-01-01' + day AS date_low, DATE '1970-01-01' + day AS date_high,
        CASE WHEN unit >= 0 THEN value END AS value, CASE WHEN unit >= 0 THEN ${units} END AS unit, ${of("site")} AS site,
        'event/' || record AS source_ref
       FROM (SELECT CAST(id + again * ${apart} AS BIGINT) AS id, concept, day, value, unit,
           CAST(record + again * ${recordsApart} AS BIGINT) AS record
         FROM e ${again} ORDER BY ${place}, id, day, record)`,
    );
    const event = `read_parquet(${text(join(folder, "event.parquet"))})`;
    await write("code", `SELECT system, code, count(*) AS events FROM ${event} GROUP BY ALL ORDER BY ALL`);
    await write("ancestor", "SELECT '' AS system, '' AS ancestor_code, '' AS descendant_code WHERE false");
    // A reader of a conversion sees by its manifest that the tables are still the same.
    await writeFile(join(folder, "manifest.json"), "{}");
    return events;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(database, { force: true });
    await rm(join(folder, "spill"), { recursive: true, force: true });
  }
}

function keyOf({ system, code }) {
  return `${system}\u0000${code}`;
}

async function appendAll(connection, options) {
  const person = await appender(connection, "p", [DOUBLE, INTEGER, INTEGER, INTEGER]);
  const event = await appender(connection, "e", [DOUBLE, UTINYINT, INTEGER, DOUBLE, INTEGER, DOUBLE]);
  let events = 0;
  for (const batch of eventBatches(options, BATCH)) {
    const { id, isFemale, birthLow, birthHigh } = batch.person;
    person.append([id, isFemale, birthLow, birthHigh], batch.persons);
    event.append([batch.personId, batch.code, batch.day, batch.value, batch.unit, batch.record], batch.events);
    events += batch.events;
  }
  person.close();
  event.close();
  return events;
}

async function appender(connection, table, types) {
  const to = await connection.createAppender(table);
  return {
    append: (columns, length) => {
      for (let from = 0; from < length; from += CHUNK) {
        const rows = Math.min(CHUNK, length - from);
        const chunk = DuckDBDataChunk.create(types, rows);
        columns.forEach((column, place) => {
          // Without a check of each cell for NULL, which takes most of the time and is never there.
          const vector = chunk.getColumnVector(place);
          vector.items.set(column.subarray(from, from + rows));
          vector.flush();
        });
        to.appendDataChunk(chunk);
      }
    },
    close: () => to.closeSync(),
  };
}

export function text(value) {
  return `'${value.replaceAll("'", "''")}'`;
}
