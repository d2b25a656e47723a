import { type CsvDelimiter, csvRecords } from "./csv-records.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { cellNumber, isMissingCell } from "./number-cell.ts";

/** A cell: text as it stands, its number where it is one; `undefined` when missing. */
export type Cell = { readonly text: string; readonly number: number | undefined };

/** `mixed` holds numbers and text; `empty` nothing. */
export type ColumnKind = "number" | "text" | "mixed" | "empty";

export type Column = {
  readonly name: string;
  readonly kind: ColumnKind;
  /** One per record of the table. */
  readonly cells: readonly (Cell | undefined)[];
};

/** A table of studies, effects or visits: one record a row, columns by the names in its first line. */
export type DataTable = {
  /** Rows of the file that the records stand in; 1 is the header. */
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<string, Column>;
};

export type ReadTable =
  | { readonly kind: "read"; readonly table: DataTable }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Reads CSV text: first line names, then one record a line. Missing is empty, `NA`, `NaN` or `.`. */
export function readDataTable(text: string): ReadTable {
  const csv = csvRecords(text);
  if (csv.kind === "unclosedQuote") return refused([{ in: "data", kind: "unclosedQuote", row: csv.row }]);
  const [header, ...records] = csv.records;
  if (header === undefined || records.length === 0) return refused([{ in: "data", kind: "noRows" }]);
  const width = usedWidth(header.cells);
  const separator = width === 1 ? /[，；]/.exec(header.cells[0] ?? "")?.[0] : undefined;
  if (separator !== undefined) return refused([{ in: "data", kind: "fullWidthSeparator", row: header.row, separator }]);
  const names = header.cells.slice(0, width);
  const problems: EvidenceProblem[] = headerProblems(names, header.row);
  for (const { row, cells } of records) {
    const found = usedWidth(cells);
    // A line may leave out missing cells at its end only if it has as many separators as the header or more.
    if (found > width || cells.length < width) {
      problems.push({ in: "data", kind: "rowLength", row, expected: width, found: Math.max(found, cells.length) });
    }
  }
  if (problems.length > 0) return refused(problems);
  const columns = new Map(
    names.map((name, position) => [
      name,
      column(
        name,
        records.map(({ cells }) => cells[position] as string),
        csv.delimiter,
      ),
    ]),
  );
  return { kind: "read", table: { rows: records.map(({ row }) => row), columns } };
}

/** A table from values, as a program holds them. `undefined` is missing. */
export function dataTable(values: Readonly<Record<string, readonly (string | number | undefined)[]>>): DataTable {
  const length = Object.values(values)[0]?.length ?? 0;
  const columns = new Map(
    Object.entries(values).map(([name, list]) => {
      if (list.length !== length) throw new RangeError(`column ${name} has ${list.length} values, not ${length}`);
      return [
        name,
        column(
          name,
          list.map((value) => (value === undefined ? "" : String(value))),
          ",",
        ),
      ];
    }),
  );
  return { rows: Array.from({ length }, (_, record) => record + 2), columns };
}

function refused(problems: readonly EvidenceProblem[]): ReadTable {
  return { kind: "refused", problems };
}

/** Cells up to the last one that holds something: separators at the end of a line make no column. */
function usedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== "") + 1;
}

function headerProblems(names: readonly string[], row: number): EvidenceProblem[] {
  const seen = new Set<string>();
  const problems: EvidenceProblem[] = [];
  names.forEach((name, position) => {
    if (name === "") problems.push({ in: "data", kind: "unnamedColumn", row, position: position + 1 });
    else if (seen.has(name)) problems.push({ in: "data", kind: "duplicateColumn", row, column: name });
    seen.add(name);
  });
  return problems;
}

function column(name: string, texts: readonly string[], delimiter: CsvDelimiter): Column {
  const cells = texts.map((text) =>
    isMissingCell(text) ? undefined : { text, number: cellNumber(text, delimiter !== ",") },
  );
  const given = cells.filter((cell) => cell !== undefined);
  const numbers = given.filter(({ number }) => number !== undefined).length;
  const kind = given.length === 0 ? "empty" : numbers === given.length ? "number" : numbers === 0 ? "text" : "mixed";
  return { name, kind, cells };
}
