import {
  type Cell,
  CONTRACT,
  type CohortDefinition,
  type ContractTable,
  type Criterion,
  funnelOf,
  mergeResults,
  type PersonTables,
  planDefinition,
  presetDefinitions,
  type Query,
  type Row,
  readAnswer,
  resolveDefinition,
} from "@materbone/finder";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FinderEngine } from "../engine.ts";
import { HOSPITAL } from "./hospital-rows.fixture.ts";
import { openMemoryEngine } from "./memory-engine.ts";
import { randomQuery } from "./random-query.fixture.ts";
import { toValues, VECTORS } from "./semantics-vectors.fixture.ts";
import { overRows, uncertainWomen } from "./uncertain-women.fixture.ts";

/** An engine over the rows of `HOSPITAL`. */
export type EngineUnderTest = { readonly engine: FinderEngine; readonly stop: () => Promise<void> };

/** Seed of the random queries and texts; a failure prints the one that fails. */
const SEED = 20261126;
const HOSTILE = [
  "'; DROP TABLE person; --",
  "' OR '1'='1",
  "'' ; ",
  "\\'; DROP TABLE person; --",
  "\\",
  "\\\\'",
  '"; --',
  "/* ' */",
  "-- \n'",
  "$1",
  "$$ ' $$",
  ["$", "{env:HOME}"].join(""),
  "?",
  ":name",
  "%s",
  "‘’“”＇",
  "\u2028'\u2029",
  "\r\n\t'\b\u001a",
  "\u00a0'",
  "U&'\\0041'",
  "E'\\n'",
  "{{'}}",
  "腰痛';",
];

/** The definition with fractures that have an accident near them where it asks for those that have none. */
function ofAccidents(preset: CohortDefinition): CohortDefinition {
  const turned = (criterion: Criterion): Criterion => {
    if (!("event" in criterion) || criterion.notNear === undefined) return criterion;
    const { notNear: near, ...leaf } = criterion;
    return { ...leaf, near };
  };
  const tiers = preset.tiers.map((tier) => ({ ...tier, when: turned(tier.when) }));
  const [injured] = tiers.filter(({ when }) => "event" in when && when.near !== undefined);
  if (injured === undefined) throw new Error(`${preset.id} asks for no fracture without an accident`);
  const { name, when } = injured;
  const flag = { id: "of_accident", name, when: { ...when, window: "known" }, effect: "flag" } as const;
  return { ...preset, id: `${preset.id}-of-accidents`, tiers, exclusions: [...preset.exclusions, flag] };
}

/** What every engine that can be executed passes. */
export function describeEngine(start: () => Promise<EngineUnderTest>): void {
  let engine: FinderEngine;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ engine, stop } = await start());
  });
  afterAll(async () => {
    await stop();
  });

  describe("semantics", () => {
    it.each(VECTORS)("$name", async ({ query, expected }) => {
      expect(sorted(await engine.run(query))).toEqual(sorted(expected));
    });
  });

  it.each(["person", "event", "code", "ancestor"] as const)("gives the rows of %s as they are", async (table) => {
    const rows = await engine.run({ steps: [], result: { kind: "contract", table } });
    expect(sorted(rows)).toEqual(sorted(hospitalTables()[table]));
  });

  it("gives the same rows as the evaluator for any query", { timeout: 600_000 }, async () => {
    const memory = openMemoryEngine({ people: () => [hospitalTables()] });
    const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const query = randomQuery(seed);
        expect(sorted(await engine.run(query))).toEqual(sorted(await memory.run(query)));
      }),
      { seed: SEED, numRuns: 120, endOnFailure: true },
    );
  });

  it.each([...presetDefinitions, ...presetDefinitions.slice(0, 1).map(ofAccidents)])(
    "answers $id for women whose records leave days open as the evaluator does",
    async (preset) => {
      const definition = resolveDefinition(preset);
      const plan = planDefinition(definition);
      const people = uncertainWomen(SEED, 150);
      const told = (rows: readonly Row[]) => [readAnswer(definition, rows), funnelOf(rows, definition)];
      const memory = openMemoryEngine({ people: () => people, merge: (rows) => mergeResults([rows]) });
      const expected = told(await memory.run(plan));
      // An engine that gives one answer for all rows sees them in the statement.
      expect(told(await engine.run(overRows(plan, people)))).toEqual(expected);
      const [{ candidates }] = expected as [ReturnType<typeof readAnswer>];
      expect(new Set(candidates.map(({ isCertain }) => isCertain)).size).toBe(2);
    },
  );

  it("takes any text as data", async () => {
    await expectTextsBack(engine, HOSTILE);
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (some) => {
        await expectTextsBack(
          engine,
          some.filter((text) => !text.includes("\u0000")),
        );
      }),
      { seed: SEED, numRuns: 30 },
    );
    expect(await engine.run({ steps: [], result: { kind: "contract", table: "person" } })).toHaveLength(4);
  });

  it("takes a list of ten thousand texts", async () => {
    const values = Array.from({ length: 10_000 }, (_, i) => `code'${i}`);
    const where = { kind: "isIn", of: { kind: "column", name: "code" }, values: [...values, "M80"] } as const;
    const from = { kind: "contract", table: "event" } as const;
    expect(await engine.run({ steps: [], result: { kind: "filter", from, where } })).toHaveLength(1);
  });

  it.each(["a\u0000b", "\ud800", "\udc00x"])("refuses a text that no engine can hold (%j)", async (value) => {
    const from = { kind: "contract", table: "person" } as const;
    const query: Query = {
      steps: [],
      result: { kind: "project", from, columns: { t: { kind: "text", value } } },
    };
    expect(() => engine.explain(query)).not.toThrow(RangeError);
    await expect(engine.run(query)).rejects.toThrow(TypeError);
  });

  it("answers several at once", async () => {
    const query: Query = { steps: [], result: { kind: "contract", table: "event" } };
    const answers = await Promise.all([engine.run(query), engine.run(query), engine.run(query)]);
    expect(answers.map((rows) => rows.length)).toEqual([11, 11, 11]);
  });

  it("does not begin what was already stopped", async () => {
    const reason = new Error("stopped before");
    const query: Query = { steps: [], result: { kind: "contract", table: "event" } };
    await expect(engine.run(query, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it("says its version", async () => {
    expect(await engine.version()).toMatch(/\d/);
  });
}

/** The rows of `HOSPITAL` by column name. */
export function hospitalTables(): Required<Omit<PersonTables, "source">> {
  const rows = (table: ContractTable): readonly Row[] =>
    HOSPITAL[table].map((cells) =>
      Object.fromEntries(Object.keys(CONTRACT[table]).map((name, i): [string, Cell] => [name, cells[i] ?? null])),
    );
  return { person: rows("person"), event: rows("event"), code: rows("code"), ancestor: rows("ancestor") };
}

/** Rows in one order, whatever order they came in. */
export function sorted(rows: readonly Row[]): readonly Row[] {
  const key = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

/** Each text comes back as a cell, is equal to itself as a literal, is in a list, and begins with itself. */
async function expectTextsBack(engine: FinderEngine, texts: readonly string[]): Promise<void> {
  const table = toValues({ columns: { id: "integer", t: "text" }, rows: texts.map((text, id) => [id, text]) });
  const t = { kind: "column", name: "t" } as const;
  const query: Query = {
    steps: [
      { name: "texts", relation: table },
      ...texts.map((text, id): Query["steps"][number] => ({
        name: `one_${id}`,
        relation: {
          kind: "filter",
          from: { kind: "step", name: "texts" },
          where: {
            kind: "and",
            of: [
              { kind: "compare", op: "=", left: { kind: "column", name: "id" }, right: { kind: "integer", value: id } },
              { kind: "compare", op: "=", left: t, right: { kind: "text", value: text } },
              { kind: "isIn", of: t, values: [text] },
              text === "" ? { kind: "boolean", value: true } : { kind: "startsWith", of: t, prefix: text },
            ],
          },
        },
      })),
    ],
    result:
      texts.length === 0
        ? { kind: "step", name: "texts" }
        : { kind: "union", of: texts.map((_, id) => ({ kind: "step", name: `one_${id}` }) as const) },
  };
  expect(sorted(await engine.run(query))).toEqual(sorted(texts.map((text, id) => ({ id, t: text }))));
}
