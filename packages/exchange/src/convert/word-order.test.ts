import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wordOrder } from "./word-order.ts";

describe("wordOrder", () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeEach(async () => {
    // As the workspace of a conversion has it.
    instance = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "false" });
    connection = await instance.connect();
  });

  afterEach(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function sorted(from: string): Promise<{ readonly isNumbered: boolean; readonly words: readonly unknown[] }> {
    const word = await wordOrder(connection, "unit", `SELECT unit FROM ${from}`);
    const answer = await connection.runAndReadAll(
      `SELECT CAST(w AS VARCHAR) FROM (SELECT ${word} AS w FROM ${from}) ORDER BY w`,
    );
    return { isNumbered: word !== "unit", words: answer.getRowsJson().map(([w]) => w) };
  }

  it("keeps the order of texts, NULL last", async () => {
    const from =
      "(VALUES ('ng/mL'), ('骨折'), (NULL), (''), ('Z'), ('a'), ('ng'), ('é'), ('it''s'), ('a')) AS v (unit)";
    // By their bytes in UTF-8, as the engine sorts texts.
    expect(await sorted(from)).toEqual({
      isNumbered: true,
      words: ["", "Z", "a", "a", "it's", "ng", "ng/mL", "é", "骨折", null],
    });
  });

  it("takes a column without a word", async () => {
    expect(await sorted("(VALUES (CAST(NULL AS VARCHAR))) AS v (unit)")).toEqual({ isNumbered: false, words: [null] });
  });

  it("leaves a column with a NUL in one word as text", async () => {
    const from = "(VALUES ('S3' || chr(0) || '2'), ('a'), ('S3')) AS v (unit)";
    expect(await sorted(from)).toEqual({ isNumbered: false, words: ["S3", "S3\u00002", "a"] });
  });

  it("forgets the words of a column before", async () => {
    await sorted("(VALUES ('a'), ('b')) AS v (unit)");
    expect((await sorted("(VALUES ('d'), ('c')) AS v (unit)")).words).toEqual(["c", "d"]);
  });

  it("leaves a column of too many words as text", async () => {
    const from = "(SELECT CAST(range AS VARCHAR) AS unit FROM range(100001))";
    expect((await sorted(from)).isNumbered).toBe(false);
    // Texts of digits: the order of bytes is that of the code units.
    const words = Array.from({ length: 100_000 }, (_, word) => String(word)).sort();
    expect(await sorted(from.replace("100001", "100000"))).toEqual({ isNumbered: true, words });
  });
});
