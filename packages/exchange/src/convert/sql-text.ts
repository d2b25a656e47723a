/** `text` as an SQL string literal of DuckDB; safe for any text, also names of files. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
}

/** `name` as a quoted SQL identifier of DuckDB. */
export function sqlName(name: string): string {
  return `"${name.replaceAll("\0", "").replaceAll('"', '""')}"`;
}
