import type { SourceFile } from "../sources/source-file.ts";
import { headOf, listFiles } from "./list-files.ts";
import { headText, sniff } from "./sniff.ts";

/** The beginning of a table, as a person sees it who says what its columns mean. */
export type TableHead = {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: "utf-8" | "gb18030";
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** First rows, a cell per column; those that are cut or of another length are left out. */
  readonly rows: readonly (readonly string[])[];
};

export type TableHeads = {
  readonly tables: readonly TableHead[];
  /** Files that look like mappings. */
  readonly mappings: readonly SourceFile[];
};

/**
 * Tables with a header line in a folder, file or archive, each with its first rows; no file is read whole.
 *
 * @throws the error of the file system when `path` is not there or cannot be read
 */
export async function tableHeads(path: string, rows = 400): Promise<TableHeads> {
  const tables: TableHead[] = [];
  const mappings: SourceFile[] = [];
  for (const file of (await listFiles(path)).files) {
    const stored = await headOf(file).catch(() => undefined);
    if (stored === undefined) continue;
    const sniffed = sniff(file.name, stored);
    if (sniffed.kind === "yaml") mappings.push(file);
    if (sniffed.kind !== "table") continue;
    const head = headText(stored);
    if (head === undefined) continue;
    const { columns, delimiter } = sniffed;
    // What stands behind the last line break may be cut.
    const whole = stored.length < file.bytes ? head.text.slice(0, head.text.lastIndexOf("\n") + 1) : head.text;
    const records = csvRecords(whole, delimiter, rows + 1).slice(1);
    tables.push({
      name: file.name,
      bytes: file.bytes,
      encoding: head.encoding,
      delimiter,
      columns,
      rows: records.filter(({ length }) => length === columns.length),
    });
  }
  return { tables, mappings };
}

/** The first records of a CSV text, quotes taken off; line breaks inside quotation marks stay. */
function csvRecords(text: string, delimiter: string, count: number): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length && records.length < count; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += sign;
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === "") isQuoted = true;
    else if (sign === delimiter) {
      record.push(field);
      field = "";
    } else if (sign === "\n") {
      record.push(field.replace(/\r$/u, ""));
      if (record.length > 1 || record[0] !== "") records.push(record);
      record = [];
      field = "";
    } else field += sign;
  }
  if (!isQuoted && records.length < count && (record.length > 0 || field !== "")) records.push([...record, field]);
  return records;
}
