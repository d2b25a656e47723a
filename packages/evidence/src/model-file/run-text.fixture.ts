import { createTerms } from "@materbone/clinical";
import { readDataTable } from "./data-table.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";

export type Table = Readonly<Record<string, readonly unknown[]>>;

/** Columns as CSV text: missing as NA, text in quotes where it needs them. */
export function csvText(columns: Table): string {
  const names = Object.keys(columns);
  const length = columns[names[0]].length;
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return "NA";
    const text = String(value);
    return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [names, ...Array.from({ length }, (_, row) => names.map((name) => columns[name][row]))];
  return `${lines.map((line) => line.map(cell).join(",")).join("\n")}\n`;
}

/** What the command prints as JSON, from the text of both files; or the problems. */
export function runText(data: string, model: string): unknown {
  const table = readDataTable(data);
  if (table.kind === "refused") return table;
  const read = readModel(JSON.parse(model));
  if (read.kind === "refused") return read;
  const run = runModel(read.model, table.table, createTerms("en"));
  if (run.kind === "refused") return run;
  return JSON.parse(JSON.stringify(run.output));
}

/** As `runText`, from columns and a model as an object. */
export function runColumns(columns: Table, model: object): unknown {
  return runText(csvText(columns), JSON.stringify(model));
}
