import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASE_ORDERS } from "../case-order.ts";
import type { CaseQuery } from "../case-summary.ts";
import { migrations } from "../migrations/migrations.ts";
import { caseSelection } from "../store/case-selection.ts";
import { queriesOn } from "./dialect.ts";
import { type Database, loadEngine } from "./engine.ts";
import { listCases } from "./sqlite-list.ts";

let database: Database;
beforeAll(async () => {
  const { DatabaseSync } = await loadEngine();
  database = new DatabaseSync(":memory:");
  for (const { sql } of migrations) database.exec(sql);
  database.exec("INSERT INTO revision VALUES (1, 1, NULL, 'created', 's', NULL, 1, '', '', NULL, NULL, '')");
  database.exec("INSERT INTO document VALUES (1, NULL, 's', 1, 1, 1, '', '', NULL, NULL, NULL, 0)");
  for (let key = 2; key < 40; key++) {
    database.exec(`INSERT INTO document VALUES (${key}, 1, 'w-${key}', 1, 1, 1, '', '', NULL, NULL, NULL, 0)`);
    const age = key % 3 === 0 ? "NULL" : key;
    const values = `${key}, 1, 0, 'w-${key}', char(10) || 'w' || char(10) || 'a' || char(10), 255, ${age}, ${age}, ${age}, ${age}, ${key}, ${key}, 1, '{"tags":[]}'`;
    database.exec(`INSERT INTO case_summary VALUES (${values})`);
  }
});
afterAll(() => database.close());

/** Plans of every statement over the lists that a query runs, as the engine tells them. */
async function plans(query: CaseQuery): Promise<readonly string[]> {
  const selection = caseSelection(1, query);
  if (selection === undefined) throw new RangeError("nothing to select");
  const seen: string[] = [];
  const prepare = database.prepare.bind(database);
  const spied = new Proxy(database, {
    get: (target, name) => {
      if (name !== "prepare") return Reflect.get(target, name) as unknown;
      return (sql: string) => {
        if (sql.includes('"case_summary"') && !sql.includes(" in (")) {
          const count = (sql.match(/\?/g) ?? []).length;
          const rows = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: count }, () => 1));
          seen.push(rows.map((row) => (row as { detail: string }).detail).join("; "));
        }
        return prepare(sql);
      };
    },
  });
  await listCases(queriesOn(spied), selection);
  return seen;
}

describe("a list of women", () => {
  it.each(CASE_ORDERS.flatMap((order) => [false, true].map((isDescending) => ({ order, isDescending }))))(
    "comes from one index alone, without sorting: %j",
    async (order) => {
      const filters: CaseQuery = { search: "w", isFractured: true, tag: "a", severity: "info", limit: 30 };
      for (const query of [order, { ...order, ...filters }]) {
        const found = await plans(query);
        expect(found.length).toBeGreaterThan(1);
        for (const plan of found) {
          expect(plan).toMatch(/USING COVERING INDEX case_by_/);
          expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
        }
      }
    },
  );
});
