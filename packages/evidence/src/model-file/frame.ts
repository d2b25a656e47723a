import type { Cell, Column, DataTable } from "./data-table.ts";

/** Some records of a table, in order: what a formula is evaluated on. */
export type Frame = {
  /** Row of the file for each record, 1 the header. */
  readonly rows: readonly number[];
  /** `undefined` where the table has no such column. */
  readonly column: (name: string) => Column | undefined;
};

/** The records of a table at these places. */
export function frameOf(table: DataTable, places: readonly number[]): Frame {
  const picked = new Map<string, Column>();
  return {
    rows: places.map((place) => table.rows[place]),
    column: (name) => {
      const whole = table.columns.get(name);
      if (whole === undefined) return undefined;
      const known = picked.get(name);
      if (known !== undefined) return known;
      const column = { ...whole, cells: places.map((place) => whole.cells[place]) };
      picked.set(name, column);
      return column;
    },
  };
}

/** Values that a prediction is asked for, read as the columns of the data are. `undefined` cells were not given. */
export function frameOfValues(table: DataTable, asked: readonly Readonly<Record<string, string | number>>[]): Frame {
  return {
    rows: asked.map((_, place) => place + 1),
    column: (name) => {
      const whole = table.columns.get(name);
      if (whole === undefined) return undefined;
      return { ...whole, cells: asked.map((values) => cellOf(values[name])) };
    },
  };
}

function cellOf(value: string | number | undefined): Cell | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === "number" ? value : Number(value);
  return { text: String(value), number: Number.isFinite(number) && value !== "" ? number : undefined };
}
