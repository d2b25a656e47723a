import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VerificationFault } from "../revision.ts";
import { act, head, series, woman } from "../series.fixture.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";

const folder = testFolder();
afterAll(folder.remove);
let original: string;

beforeAll(async () => {
  const place = folder.next();
  const registry = await openCounted(place);
  const ref = (id: string) => ({ kind: "case", series: "s", case: id }) as const;
  await registry.createSeries(series("s", [woman("w-1"), woman("w-2", { tags: ["骨折"] })]), act(0, "first"));
  await registry.saveCase(ref("w-1"), woman("w-1", { tags: ["again"] }), 1, act(1, "typing"));
  await registry.saveHead("s", head("s", { keywords: ["PLO"] }), 1, act(2));
  await registry.remove(ref("w-2"), 1, act(3, "twice"));
  await registry.restore(ref("w-2"), act(4));
  await registry.undo(ref("w-1"), 1, 2, act(5, "back"));
  await registry.createCase("s", woman("w-3"), act(6));
  await registry.remove(ref("w-3"), 1, act(7, "left the study"));
  await registry.purge(ref("w-3"), act(8, "left the study"));
  await registry.close();
  original = join(place, "materbone.sqlite");
});

/** Verifies a copy in which somebody with a database tool has done something. */
async function faultsAfter(
  sql: string,
  ...values: readonly (string | number)[]
): Promise<readonly VerificationFault[]> {
  const place = folder.next();
  mkdirSync(place);
  const file = join(place, "materbone.sqlite");
  copyFileSync(original, file);
  const database = await rawDatabase(file);
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${(trigger as { name: string }).name}`);
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
  const { changes } = database.prepare(sql).run(...values);
  expect(changes).toBeGreaterThan(0);
  database.close();
  const registry = await openCounted(place);
  const { faults } = await registry.verify();
  await registry.close();
  return faults;
}

const LOG_COLUMNS = [
  "document",
  "parent",
  "kind",
  "series",
  "case_id",
  "revision",
  "at",
  "by",
  "why_digest",
  "content_digest",
  "hash",
];

describe("a changed log", () => {
  it("is none where nothing was changed", async () => {
    expect(await faultsAfter("UPDATE document SET id = id")).toEqual([]);
  });

  it.each(LOG_COLUMNS)("breaks the chain wherever %s of any entry changes", async (column) => {
    for (let sequence = 1; sequence <= 10; sequence++) {
      // Numbers move by one, text gets a letter, and what was empty gets something.
      const changed = `CASE typeof(${column}) WHEN 'integer' THEN ${column} + 1 WHEN 'text' THEN ${column} || 'x' ELSE 7 END`;
      const unlike = column === "kind" ? "CASE kind WHEN 'changed' THEN 'undone' ELSE 'changed' END" : changed;
      const revisionUnlike = column === "revision" || column === "document" ? `${column} + 100` : unlike;
      const faults = await faultsAfter(
        `UPDATE revision SET ${column} = ${revisionUnlike} WHERE sequence = ?`,
        sequence,
      );
      expect(faults, `${column} of ${sequence}`).toContainEqual({ kind: "brokenChain", sequence });
    }
  });

  it("breaks the chain wherever one letter of any content changes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 2, 3, 4, 5, 8),
        fc.constantFrom("salt", "body"),
        fc.nat(10_000),
        fc.constantFrom("x", "骨", " "),
        async (sequence, column, position, letter) => {
          const at = `1 + ${position} % length(${column})`;
          const sql = `UPDATE revision_content
            SET ${column} = substr(${column}, 1, ${at} - 1) || ? || substr(${column}, ${at} + 1)
            WHERE sequence = ? AND substr(${column}, ${at}, 1) <> ?`;
          let faults: readonly VerificationFault[] | undefined;
          try {
            faults = await faultsAfter(sql, letter, sequence, letter);
          } catch (error) {
            // The letter already stands there, so nothing was changed.
            if (!(error instanceof Error) || !error.message.includes("greater than 0")) throw error;
            return;
          }
          expect(faults).toContainEqual({ kind: "brokenChain", sequence });
        },
      ),
      // Two that make a key of a treatment unknown, so that no rule can count the record.
      {
        numRuns: 40,
        examples: [
          [3, "body", 6549, "x"],
          [8, "body", 1247, "x"],
        ],
      },
    );
  });

  it.each([1, 4, 6, 8])("breaks the chain when the reason of entry %i is changed or taken away", async (sequence) => {
    for (const why of ["'another'", "NULL"]) {
      const faults = await faultsAfter(`UPDATE revision_content SET why = ${why} WHERE sequence = ?`, sequence);
      expect(faults).toContainEqual({ kind: "brokenChain", sequence });
    }
  });

  it("is told where an entry is missing, in the middle and at the end", async () => {
    expect(await faultsAfter("DELETE FROM revision WHERE sequence = 4")).toContainEqual({
      kind: "missingRevision",
      sequence: 4,
    });
    const cut = await faultsAfter("DELETE FROM revision WHERE sequence > 8");
    expect(cut).toContainEqual(expect.objectContaining({ kind: "projectionDiffers", series: "s" }));
  });

  it("is told where content is gone and no purge says so", async () => {
    expect(await faultsAfter("DELETE FROM revision_content WHERE sequence = 2")).toContainEqual({
      kind: "contentMissing",
      sequence: 2,
    });
  });

  it.each([
    "UPDATE document SET saved_by = 'somebody' WHERE id = 'w-1'",
    "UPDATE document SET deleted_at = saved_at, deleted_by = 'x', deleted_why = 'x' WHERE id = 'w-1'",
    "UPDATE case_summary SET body = replace(body, '29', '28') WHERE natural LIKE 'w-011'",
    "UPDATE case_summary SET facets = facets + 256 WHERE natural LIKE 'w-011'",
    "UPDATE case_summary SET lowest_z = -9 WHERE natural LIKE 'w-011'",
    "DELETE FROM case_summary WHERE natural LIKE 'w-011'",
  ])("is told apart from a changed list: %s", async (sql) => {
    expect(await faultsAfter(sql)).toEqual([{ kind: "projectionDiffers", series: "s", case: "w-1" }]);
  });

  it.each(["UPDATE series_summary SET body = '{}'", "UPDATE tag_count SET cases = 7", "DELETE FROM tag_count"])(
    "is told apart from a changed list of the series: %s",
    async (sql) => {
      expect(await faultsAfter(sql)).toEqual([{ kind: "projectionDiffers", series: "s" }]);
    },
  );
});
