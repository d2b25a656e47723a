import type { DuckDBConnection } from "@duckdb/node-api";
import { copyTo, parquetScan } from "./parquet-file.ts";
import { type ConversionProblem, type ConversionProblemKind, LISTED_PER_KIND, type ProblemReport } from "./problem.ts";
import { sqlText } from "./sql-text.ts";
import { UNUSED } from "./staging.ts";

/** Staged files by table, with the name of the source of each. */
export type StagedFiles = {
  readonly person: readonly string[];
  readonly event: readonly string[];
  readonly ancestor: readonly string[];
  readonly nameOf: (file: string) => string;
  /** True when the source numbers its persons itself. */
  readonly isNumbered: boolean;
};

/** Rows of a row group of `event.parquet`: rows of one code lie together, so a query reads few groups. */
const FINAL_ROWS = 122_880;

/**
 * Numbers the persons into the temporary table `who (patient, person_id)` and looks for records that are there twice and
 * events of nobody. Gives what was found.
 */
export async function relate(connection: DuckDBConnection, staged: StagedFiles): Promise<ProblemReport> {
  const persons = personScan(staged);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE who AS
    SELECT patient, ${staged.isNumbered ? "patient" : "row_number() OVER (ORDER BY patient)"} AS person_id
    FROM (SELECT DISTINCT patient FROM ${persons} WHERE fault & ${UNUSED} = 0)`);
  const found = [
    await twice(connection, "twice_person", persons, "true"),
    await twice(connection, "twice", eventScan(staged), "is_head"),
    await counted(
      connection,
      `SELECT filename, count(*) FROM ${eventScan(staged)} AS e
       WHERE is_head AND fault & ${UNUSED} = 0 AND NOT EXISTS (FROM who WHERE who.patient = e.patient) GROUP BY filename`,
      "unknownPerson",
    ),
  ];
  const totals: Partial<Record<ConversionProblemKind, number>> = {};
  const listed: ConversionProblem[] = [];
  for (const { kind, file, count } of found.flat()) {
    totals[kind] = (totals[kind] ?? 0) + count;
    if (listed.length < 3 * LISTED_PER_KIND) listed.push({ kind, file: staged.nameOf(file) });
  }
  return { totals, listed };
}

type Finding = {
  readonly kind: "duplicateCopy" | "duplicateConflict" | "unknownPerson";
  readonly file: string;
  readonly count: number;
};

async function counted(
  connection: DuckDBConnection,
  select: string,
  kind: Finding["kind"],
): Promise<readonly Finding[]> {
  const answer = await connection.runAndReadAll(`FROM (${select}) ORDER BY ALL`);
  return answer
    .getRowsJson()
    .map(([file, count]) => ({ kind, file: String(file), count: Number(count) }))
    .filter(({ count }) => count > 0);
}

/**
 * Records that come more than once, into the temporary table `name (source_ref, winner)`. Hashes are grouped first: the
 * references themselves would take several times the memory.
 */
async function twice(
  connection: DuckDBConnection,
  name: string,
  scan: string,
  isHead: string,
): Promise<readonly Finding[]> {
  const heads = `${scan} WHERE ${isHead} AND fault & ${UNUSED} = 0`;
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ${name} AS
    SELECT source_ref, arg_max(record_hash, {u: coalesce(updated, ''), h: record_hash}) AS winner, count(*) AS copies,
      count(DISTINCT record_hash) AS versions, max(filename) AS filename
    FROM ${heads} AND hash(source_ref) IN (SELECT hash(source_ref) AS h FROM ${heads} GROUP BY h HAVING count(*) > 1)
    GROUP BY source_ref HAVING count(*) > 1`);
  return [
    ...(await counted(
      connection,
      `SELECT filename, sum(copies - versions) FROM ${name} GROUP BY filename`,
      "duplicateCopy",
    )),
    ...(await counted(
      connection,
      `SELECT filename, count(*) FROM ${name} WHERE versions > 1 GROUP BY filename`,
      "duplicateConflict",
    )),
  ];
}

/** Rows of `person.parquet`. `relate` comes first. */
export async function writePersons(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  await copyTo(
    connection,
    `SELECT CAST(who.person_id AS BIGINT) AS person_id, CAST(patient AS VARCHAR) AS source_id, sex, birth_low, birth_high, source_ref
     FROM (
       SELECT DISTINCT ON (patient) patient, sex, birth_low, birth_high, p.source_ref
       FROM ${personScan(staged)} AS p LEFT JOIN twice_person AS t ON p.source_ref = t.source_ref
       WHERE fault & ${UNUSED} = 0 AND (t.winner IS NULL OR t.winner = p.record_hash)
       ORDER BY patient, p.source_ref, sex, birth_low, birth_high
     ) JOIN who USING (patient)
     ORDER BY person_id`,
    path,
    FINAL_ROWS,
  );
}

/** Rows of `event.parquet`, in an order that leaves no choice. `relate` comes first. */
export async function writeEvents(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  const answer = await connection.runAndReadAll("SELECT count(*) FROM twice");
  const hasTwice = Number(answer.getRowsJson()[0]?.[0] ?? 0) > 0;
  const columns = "kind, system, code, date_low, date_high, value, unit, site, source_ref";
  const rows = (more: string, only = ""): string =>
    `SELECT ${only} CAST(who.person_id AS BIGINT) AS person_id, ${columns}
     FROM ${eventScan(staged)} AS e JOIN who USING (patient)
     WHERE fault & ${UNUSED} = 0 AND code IS NOT NULL AND system IS NOT NULL ${more}`;
  const once = rows("AND source_ref NOT IN (SELECT source_ref FROM twice)");
  const best = rows("AND (source_ref, record_hash) IN (SELECT (source_ref, winner) FROM twice)", "DISTINCT");
  await copyTo(
    connection,
    `FROM (${hasTwice ? `${once} UNION ALL ${best}` : rows("")})
     ORDER BY system, code, person_id, date_low, source_ref, kind, date_high, value, unit, site`,
    path,
    FINAL_ROWS,
  );
}

export async function writeAncestors(connection: DuckDBConnection, staged: StagedFiles, path: string): Promise<void> {
  const scan = parquetScan(staged.ancestor, "system VARCHAR, ancestor_code VARCHAR, descendant_code VARCHAR");
  await copyTo(connection, `SELECT DISTINCT * FROM ${scan} ORDER BY ALL`, path, FINAL_ROWS);
}

function personScan({ person, isNumbered }: StagedFiles): string {
  return person.length > 0
    ? scanNamed(person)
    : parquetScan([], `patient ${isNumbered ? "BIGINT" : "VARCHAR"}, ${PERSON}`);
}

function eventScan({ event, isNumbered }: StagedFiles): string {
  return event.length > 0
    ? scanNamed(event)
    : parquetScan([], `patient ${isNumbered ? "BIGINT" : "VARCHAR"}, ${EVENT}`);
}

function scanNamed(files: readonly string[]): string {
  return `read_parquet([${files.map(sqlText).join(", ")}], filename = true)`;
}

const PERSON =
  "sex VARCHAR, birth_low DATE, birth_high DATE, source_ref VARCHAR, record_hash UBIGINT, updated VARCHAR, fault INTEGER, filename VARCHAR";
const EVENT =
  "kind VARCHAR, system VARCHAR, code VARCHAR, date_low DATE, date_high DATE, value DOUBLE, unit VARCHAR, site VARCHAR, source_ref VARCHAR, record_hash UBIGINT, updated VARCHAR, is_head BOOLEAN, fault INTEGER, filename VARCHAR";
