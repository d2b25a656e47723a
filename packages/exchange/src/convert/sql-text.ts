import { resolve } from "node:path";
import { literalPath, quotedName, quotedText } from "@materbone/finder";

/** `text` as an SQL string literal of DuckDB; safe for any text. A file to read is written with `theFiles`. */
export function sqlText(text: string): string {
  return quotedText(text.replaceAll("\0", ""));
}

/** `name` as a quoted SQL identifier of DuckDB. */
export function sqlName(name: string): string {
  return quotedName(name.replaceAll("\0", ""));
}

/**
 * The files `paths` and no others, as the first arguments of DuckDB's `read_…` functions. These take a pattern, a path that
 * begins with `~` for one in the home folder, and one that begins with a scheme (`https://`) for a place on the network; and
 * of a folder `person_id=5` they make a column.
 */
export function theFiles(paths: readonly string[]): string {
  return `[${paths.map((path) => sqlText(literalPath(resolve(path)))).join(", ")}], hive_partitioning = false`;
}
