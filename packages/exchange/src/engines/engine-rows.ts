import { type Cell, type Columns, cellProblem, type Row } from "@materbone/finder";
import { EngineError, type FinderEngine } from "../engine.ts";

/**
 * A row of an engine as a row of the finder: every cell is checked against the column's type.
 *
 * @param cells - as the engine's own reader gives them, with dates as ISO text and numbers as numbers, in the order of `columns`
 * @throws EngineError naming the column, never the value, when a cell cannot be held (an integer beyond 2^53, infinity)
 */
export function checkedRow(cells: readonly unknown[], columns: Columns, engine: FinderEngine["name"]): Row {
  const row: Record<string, Cell> = {};
  let index = 0;
  for (const [name, type] of columns) {
    const value = cells[index];
    index += 1;
    const cell: Cell | undefined =
      value === null || typeof value === "string" || typeof value === "boolean"
        ? value
        : typeof value === "number"
          ? value + 0
          : typeof value === "bigint"
            ? Number(value)
            : undefined;
    if (cell === undefined || (cell !== null && cellProblem(cell, type) !== undefined)) {
      throw new EngineError(engine, `column "${name}" holds a value that is no ${type} of the finder`);
    }
    row[name] = cell === 0 ? 0 : cell;
  }
  return row;
}

/**
 * The first line of an engine's own message, where that can only speak of the statement, its tables and the machine; else the
 * kind of failure alone, since the message may show a value.
 */
export function safeMessage(message: string, safeKinds: RegExp): string {
  const [line = ""] = message.split("\n");
  return safeKinds.test(line) ? line.slice(0, 400) : `${(line.split(":")[0] ?? "").slice(0, 60)} (details left out)`;
}
