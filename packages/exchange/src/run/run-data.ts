import { type JsonValue, SMALL_CELL } from "@materbone/finder";
import { CONTRACT_TABLES, type Manifest } from "../convert/manifest.ts";

/**
 * Converted data as the manifest of a run names them: from which files, by which converter, with which tables. Rows and problems
 * are counts, of persons among others, that the funnel may hide, and stay with the conversion; but a worklist must not read as if
 * nothing were there where rows have words that no definition knows, so that these are counted where they are many.
 */
export function runData({ format, converter, key, source, asOf, inputs, tables, problems }: Manifest): JsonValue {
  const { totals, unseenRows: rows = 0 } = problems;
  return {
    format,
    converter,
    key,
    source,
    asOf,
    inputs: inputs.map(({ name, bytes, fingerprint }) => ({ name, bytes, fingerprint })),
    ...(rows < SMALL_CELL ? {} : { unseen: { codes: totals.unseenCode ?? 0, rows } }),
    tables: Object.fromEntries(CONTRACT_TABLES.map((table) => [table, { sha256: tables[table].sha256 }])),
  };
}
