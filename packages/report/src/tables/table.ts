import type { Lang } from "@materbone/clinical";

/** A stretch of text in one style. */
export type Run = { readonly text: string; readonly as?: "sup" | "sub" | "strong" };

/** One line of a cell. */
export type Line = readonly Run[];

type Align = "left" | "right" | "centre";

/** What a cell says besides its text; the text always says it too, colour is never the only sign. */
export type Tone = "good" | "question" | "serious" | "quiet";

export type Cell = {
  readonly lines: readonly Line[];
  /** Overrides the alignment of the column. */
  readonly align?: Align;
  readonly colSpan?: number;
  /** Header cells only. */
  readonly rowSpan?: number;
  /** Marks of footnotes, printed raised behind the text and left out of CSV. */
  readonly marks?: readonly string[];
  readonly tone?: Tone;
};

/** The first cell of a row names the row. */
export type Row = { readonly cells: readonly Cell[]; readonly kind?: "body" | "total" };

/** Rows under one heading, such as the scans of one woman. */
export type RowGroup = { readonly heading?: Cell; readonly rows: readonly Row[] };

export type Column = {
  readonly align: Align;
  /** Sentences: the column may break its lines. */
  readonly wraps?: boolean;
};

/** One grid. A wide table is printed as blocks under each other that repeat their row names. */
export type Block = {
  readonly columns: readonly Column[];
  readonly headerRows: readonly (readonly Cell[])[];
  readonly groups: readonly RowGroup[];
};

export type Footnote = { readonly mark?: string; readonly text: string };

/** A table as a journal prints it, independent of its output format. */
export type Table = {
  readonly id: string;
  readonly lang: Lang;
  /** "Table 1", "表1"; absent for tables that a report does not number. */
  readonly number?: string;
  readonly title: string;
  /** Heading of the column that holds the group headings in CSV. */
  readonly groupLabel?: string;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
};

/** "Not reported", never zero; the Chinese form is the full-width dash that Chinese journals print. */
export const MISSING: Readonly<Record<Lang, string>> = { zh: "－", en: "—" };

/** A cell of one line of plain text. */
export function cell(text: string, options: Omit<Cell, "lines"> = {}): Cell {
  return { lines: [[{ text }]], ...options };
}

/** A cell of several lines. */
export function linesCell(lines: readonly string[], options: Omit<Cell, "lines"> = {}): Cell {
  return { lines: lines.map((text) => [{ text }]), ...options };
}

export function row(...cells: readonly Cell[]): Row {
  return { cells };
}

export function column(align: Align, wraps = false): Column {
  return { align, wraps };
}

/** A table of one block and one group. */
export function plainTable(
  table: Pick<Table, "id" | "lang" | "title"> & Partial<Pick<Table, "number" | "footnotes">>,
  columns: readonly Column[],
  header: readonly string[],
  rows: readonly Row[],
): Table {
  return {
    footnotes: [],
    ...table,
    blocks: [{ columns, headerRows: [header.map((text) => cell(text))], groups: [{ rows }] }],
  };
}
