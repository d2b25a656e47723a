import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type FhirView, printView } from "@materbone/finder";

/** Rows of a view over lines of NDJSON, from DuckDB. */
export async function duckdbRows(
  view: FhirView,
  lines: readonly string[],
): Promise<readonly Record<string, unknown>[]> {
  const folder = mkdtempSync(join(tmpdir(), "fhir-view-"));
  const file = join(folder, "lines.ndjson");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const { columns } = printView(view, "unused");
    const { select } = printView(view, `read_json('${file}', format = 'newline_delimited', columns = ${columns})`);
    const reader = await connection.runAndReadAll(select);
    return reader
      .getRowObjectsJS()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** A BIGINT is a number, as JSON has it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "bigint" ? Number(value) : value;
}
