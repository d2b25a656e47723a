import type { DuckDBConnection } from "@duckdb/node-api";
import { type ConversionProblem, LISTED_PER_KIND, type ProblemReport } from "./problem.ts";
import { theFiles } from "./sql-text.ts";
import { FAULTS } from "./staging.ts";

type Fault = keyof typeof FAULTS;

/**
 * Problems of the rows of a staged file, by kind.
 *
 * @param output - the staged Parquet file
 * @param file - name of the source, for the report
 * @param locate - places of rows with one bit of `fault`: a statement that gives at most `LISTED_PER_KIND` line numbers in
 *   a column `line`; asked only where there are such rows
 */
export async function countFaults(
  connection: DuckDBConnection,
  output: string,
  file: string,
  locate?: (bit: number) => string,
): Promise<ProblemReport> {
  const faults = Object.entries(FAULTS) as readonly [Fault, number][];
  const sums = faults.map(([name, bit]) => `count(DISTINCT nonce) FILTER (fault & ${bit} <> 0) AS ${name}`);
  const answer = await connection.runAndReadAll(
    `SELECT ${sums.join(", ")} FROM read_parquet(${theFiles([output])}) WHERE fault <> 0`,
  );
  const [row = []] = answer.getRowsJson();
  const totals: Partial<Record<Fault, number>> = {};
  const listed: ConversionProblem[] = [];
  for (const [index, [kind, bit]] of faults.entries()) {
    const count = Number(row[index] ?? 0);
    if (count === 0) continue;
    totals[kind] = count;
    if (locate === undefined) {
      listed.push({ kind, file });
      continue;
    }
    // Numbers of rows need the order of the file, which the engine otherwise need not keep.
    await connection.run("SET preserve_insertion_order = true");
    const places = await connection.runAndReadAll(locate(bit));
    await connection.run("SET preserve_insertion_order = false");
    const lines = places.getRowsJson().map(([line]) => Number(line));
    listed.push(...lines.slice(0, LISTED_PER_KIND).map((line) => ({ kind, file, line }) as const));
  }
  return { totals, listed };
}
