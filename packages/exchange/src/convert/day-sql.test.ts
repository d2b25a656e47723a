import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { highDay, lowDay } from "./day-sql.ts";
import { sqlText } from "./sql-text.ts";

it.each([
  ["2024-03-05", "2024-03-05", "2024-03-05"],
  ["2024-03-05T23:59:00+08:00", "2024-03-05", "2024-03-05"],
  ["2024-03-05 23:59", "2024-03-05", "2024-03-05"],
  ["2024-03-05T", "2024-03-05", "2024-03-05"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2024", "2024-01-01", "2024-12-31"],
  ["0001-01-01", "0001-01-01", "0001-01-01"],
  ["9999", "9999-01-01", "9999-12-31"],
  ["0000-02-28", null, null],
  ["0000-05", null, null],
  ["0000", null, null],
  ["2024-02-30", null, null],
  ["2024-03-05x", null, null],
  ["2024-03-05\n", null, null],
  ["2024-03-5", null, null],
  ["12024-03-05", null, null],
  ["2024/03/05", null, null],
  ["2024-03_05", null, null],
  ["２０２４-０３-０５", null, null],
  ["-infinity", null, null],
  ["epoch", null, null],
  ["2024-13", null, null],
  ["20x4", null, null],
  ["", null, null],
])("reads %j as %s to %s", async (text, low, high) => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const answer = await connection.runAndReadAll(
      `SELECT low, ${highDay("t", "low")} FROM (SELECT t, ${lowDay("t")} AS low FROM (SELECT ${sqlText(text)} AS t))`,
    );
    expect(answer.getRowsJson()).toEqual([[low, high]]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
