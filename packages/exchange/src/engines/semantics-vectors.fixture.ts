import { readdirSync, readFileSync } from "node:fs";
import type { Cell, ColumnType, Expression, Query, Relation, Row } from "@materbone/finder";

/** One case of `packages/finder/golden/semantics`: a query and the rows that it must give, in any order. */
export type Vector = { readonly name: string; readonly query: Query; readonly expected: readonly Row[] };

type Table = {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rows: readonly (readonly Cell[])[];
};

type Case =
  /** An expression over the columns; each row holds its cells and the value that is expected. */
  | (Table & { readonly name: string; readonly expression: Expression })
  | {
      readonly name: string;
      readonly tables: Readonly<Record<string, Table>>;
      readonly relation: Relation;
      readonly columns: readonly string[];
      readonly expected: readonly (readonly Cell[])[];
    };

const FOLDER = new URL("../../../finder/golden/semantics/", import.meta.url);

export const VECTORS: readonly Vector[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => {
    const { cases } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as { readonly cases: readonly Case[] };
    return cases.map((one) => ({ ...toVector(one), name: `${file}: ${one.name}` }));
  });

function toVector(one: Case): Omit<Vector, "name"> {
  if ("expression" in one) {
    const rows = one.rows.map((cells, index) => [index, ...cells.slice(0, -1)]);
    const table: Table = { columns: { row: "integer", ...one.columns }, rows };
    const columns = { row: { kind: "column", name: "row" }, value: one.expression } as const;
    return {
      query: {
        steps: [{ name: "rows", relation: toValues(table) }],
        result: { kind: "project", from: { kind: "step", name: "rows" }, columns },
      },
      expected: one.rows.map((cells, row) => ({ row, value: cells.at(-1) ?? null })),
    };
  }
  return {
    query: {
      steps: Object.entries(one.tables).map(([name, table]) => ({ name, relation: toValues(table) })),
      result: one.relation,
    },
    expected: one.expected.map((cells) => Object.fromEntries(one.columns.map((name, i) => [name, cells[i] ?? null]))),
  };
}

export function toValues({ columns, rows }: Table): Relation {
  const types = Object.values(columns);
  return { kind: "values", columns, rows: rows.map((cells) => cells.map((cell, i) => literal(cell, types[i]))) };
}

function literal(cell: Cell, type: ColumnType = "text"): Expression {
  return cell === null ? { kind: "null", type } : ({ kind: type, value: cell } as Expression);
}
