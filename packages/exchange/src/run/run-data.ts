import type { JsonValue } from "@materbone/finder";
import { CONTRACT_TABLES, type Manifest } from "../convert/manifest.ts";

/**
 * Converted data as the manifest of a run names them: from which files, by which converter, with which tables. Rows and problems
 * are counts, of persons among others, that the funnel may hide, and stay with the conversion.
 */
export function runData({ format, converter, key, source, asOf, inputs, tables }: Manifest): JsonValue {
  return {
    format,
    converter,
    key,
    source,
    asOf,
    inputs: inputs.map(({ name, bytes, fingerprint }) => ({ name, bytes, fingerprint })),
    tables: Object.fromEntries(CONTRACT_TABLES.map((table) => [table, { sha256: tables[table].sha256 }])),
  };
}
