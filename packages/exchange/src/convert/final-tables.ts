import type { DuckDBConnection } from "@duckdb/node-api";
import { codeSystem } from "@materbone/finder";
import { dottedCode } from "./dotted-code.ts";
import { copyTo, type ParquetForm, parquetScan } from "./parquet-file.ts";
import { sqlText, theFiles } from "./sql-text.ts";
import { STAGED_EVENT, STAGED_PERSON, UNUSED } from "./staging.ts";
import { wordOrder } from "./word-order.ts";

/** Staged files by table. */
export type StagedFiles = {
  readonly person: readonly string[];
  readonly event: readonly string[];
  readonly ancestor: readonly string[];
  /** True when the source numbers its persons itself. */
  readonly isNumbered: boolean;
};

/** Of the final tables: rows of one code lie together, so a query reads few groups. */
const FINAL: ParquetForm = { rows: 122_880, compression: "zstd" };

/**
 * Makes the temporary tables that the final ones need: `who (patient, person_id)`, and `twice_person` and `twice`
 * `(key, winner, winner_ref, copies, versions, source_ref, filename)`: persons and records that come more than once, the nonce
 * and reference of the one to use, and the reference of one that is not.
 */
export async function relate(connection: DuckDBConnection, staged: StagedFiles): Promise<void> {
  const persons = personScan(staged);
  const number = staged.isNumbered ? "patient" : "row_number() OVER (ORDER BY patient)";
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE who AS
    SELECT patient, CAST(${number} AS BIGINT) AS person_id
    FROM (SELECT DISTINCT patient FROM ${persons} WHERE fault & ${UNUSED} = 0)`);
  await connection.run(twice("twice_person", persons, "patient", "count(*) > 1", "sex, birth_low, birth_high"));
  await connection.run(
    twice(
      "twice",
      eventScan(staged),
      "source_ref",
      "min(nonce) <> max(nonce)",
      "kind, system, code, date_low, date_high, value, unit, site, patient",
    ),
  );
}

/**
 * Records are found by hashes first: the references themselves would take several times the memory. Of two contents the
 * one last updated is used (an instant: two offsets may write one); where that does not tell, the first of a table, and
 * else the choice is arbitrary but always the same.
 *
 * @param key - the column that says which records are one
 * @param isTwice - whether rows with one hash of the key may be more than one record
 */
function twice(name: string, scan: string, key: "patient" | "source_ref", isTwice: string, content: string): string {
  const used = `${scan} WHERE fault & ${UNUSED} = 0`;
  return `
    CREATE OR REPLACE TEMP TABLE ${name} AS
    SELECT key, arg_min(nonce, rank) AS winner, arg_min(ref, rank) AS winner_ref, count(*) AS copies,
      count(DISTINCT signature) AS versions, arg_max(ref, rank) AS source_ref, max(filename) AS filename
    FROM (
      SELECT ${key} AS key, source_ref AS ref, nonce, hash(list_sort(list(hash(${content})))) AS signature,
        max(filename) AS filename,
        {updated: -coalesce(max(epoch_us(TRY_CAST(updated AS TIMESTAMPTZ))), -${Number.MAX_SAFE_INTEGER}),
          line: coalesce(TRY_CAST(regexp_extract(source_ref, ':([0-9]+)$', 1) AS BIGINT), 0),
          signature: hash(list_sort(list(hash(${content})))), ref: source_ref} AS rank
      FROM ${used} AND hash(${key}) IN (SELECT hash(${key}) AS h FROM ${used} GROUP BY h HAVING ${isTwice})
      GROUP BY ${key === "patient" ? "patient, " : ""}source_ref, nonce
    )
    GROUP BY key HAVING count(*) > 1`;
}

/** Rows of `person.parquet`. `relate` comes first. */
export async function writePersons(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  await copyTo(
    connection,
    `SELECT person_id, CAST(patient AS VARCHAR) AS source_id, sex, birth_low, birth_high, source_ref
     FROM (
       SELECT DISTINCT ON (patient) patient, sex, birth_low, birth_high, p.source_ref
       FROM ${personScan(staged)} AS p LEFT JOIN twice_person AS t ON p.patient = t.key
       WHERE fault & ${UNUSED} = 0 AND (t.key IS NULL OR (t.winner = p.nonce AND t.winner_ref = p.source_ref))
       ORDER BY patient, p.source_ref, sex, birth_low, birth_high
     ) JOIN who USING (patient)
     ORDER BY person_id`,
    path,
    FINAL,
  );
}

/** Rows of `event.parquet`, in an order that leaves no choice. `relate` comes first. */
export async function writeEvents(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  const doubled = await connection.runAndReadAll("SELECT count(*) FROM twice");
  const isDoubled = Number(doubled.getRowsJson()[0]?.[0] ?? 0) > 0;
  const system = await systemSql(connection, staged);
  const scan = eventScan(staged);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE named AS
    SELECT DISTINCT ${system} AS system, kind, code FROM ${scan} WHERE code IS NOT NULL AND system IS NOT NULL`);
  const dotted = dottedCode("system", "kind", "code");
  const words = {
    kind: "SELECT kind FROM named",
    system: "SELECT system FROM named",
    code: `SELECT ${dotted} FROM named`,
    unit: `SELECT DISTINCT unit FROM ${scan}`,
    site: `SELECT DISTINCT site FROM ${scan}`,
  } as const;
  const ordered: string[] = [];
  for (const [column, of] of Object.entries(words)) {
    ordered.push(`${await wordOrder(connection, column, of)} AS ${column}`);
  }
  const texts = Object.keys(words).map((column) => `CAST(${column} AS VARCHAR) AS ${column}`);
  await copyTo(
    connection,
    `SELECT * REPLACE (${texts.join(", ")}) FROM (
       SELECT * REPLACE (${ordered.join(", ")}) FROM (
         SELECT * REPLACE (${dotted} AS code) FROM (
           SELECT person_id, kind, ${system} AS system, code, date_low, date_high, value, unit, site,
             e.source_ref AS source_ref
           FROM ${scan} AS e JOIN who USING (patient)
             ${isDoubled ? "LEFT JOIN twice AS t ON e.source_ref = t.key" : ""}
           WHERE fault & ${UNUSED} = 0 AND code IS NOT NULL AND system IS NOT NULL
             ${isDoubled ? "AND (t.winner IS NULL OR t.winner = e.nonce)" : ""}
         )
       ) ORDER BY system, code, person_id, date_low, source_ref, kind, date_high, value, unit, site
     )`,
    path,
    FINAL,
  );
}

/** Rows of `code.parquet`, counted over the finished `event.parquet` at `events`. */
export async function writeCodes(connection: DuckDBConnection, events: string, path: string): Promise<void> {
  await copyTo(
    connection,
    `SELECT system, code, count(*) AS events FROM ${parquetScan([events], "")} GROUP BY system, code ORDER BY system, code`,
    path,
    FINAL,
  );
}

export async function writeAncestors(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  const scan = parquetScan(staged.ancestor, "system VARCHAR, ancestor_code VARCHAR, descendant_code VARCHAR");
  await copyTo(connection, `SELECT DISTINCT * FROM ${scan} ORDER BY ALL`, path, FINAL);
}

export function eventScan({ event, isNumbered }: StagedFiles): string {
  return scanNamed(event, isNumbered, STAGED_EVENT);
}

function personScan({ person, isNumbered }: StagedFiles): string {
  return scanNamed(person, isNumbered, STAGED_PERSON);
}

function scanNamed(files: readonly string[], isNumbered: boolean, columns: string): string {
  const all = `patient ${isNumbered ? "BIGINT" : "VARCHAR"}, ${columns}, filename VARCHAR`;
  if (files.length === 0) return parquetScan([], all);
  return `read_parquet(${theFiles(files)}, filename = true)`;
}

/** The short name of a system for each name that sources use; others stay as written. */
export async function systemSql(connection: DuckDBConnection, staged: StagedFiles): Promise<string> {
  const answer = await connection.runAndReadAll(
    `SELECT DISTINCT system FROM ${eventScan(staged)} WHERE system IS NOT NULL ORDER BY system`,
  );
  const cases = answer.getRowsJson().flatMap(([name]) => {
    const known = codeSystem(String(name));
    return known === undefined || known === name ? [] : [`WHEN ${sqlText(String(name))} THEN ${sqlText(known)}`];
  });
  return cases.length === 0 ? "system" : `CASE system ${cases.join(" ")} ELSE system END`;
}
