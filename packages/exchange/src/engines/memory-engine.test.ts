import type { PersonTables, Query } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { describeEngine, hospitalTables } from "./engine-contract.fixture.ts";
import { openMemoryEngine } from "./memory-engine.ts";

describe("contract", () => {
  describeEngine(async () => ({
    engine: openMemoryEngine({ people: () => [hospitalTables()] }),
    stop: async () => undefined,
  }));
});

const COUNT: Query = {
  steps: [],
  result: {
    kind: "group",
    from: { kind: "contract", table: "event" },
    by: [],
    aggregates: { events: { kind: "countRows" } },
  },
};

function people(): readonly PersonTables[] {
  const { person, event, ancestor } = hospitalTables();
  return person.map((row) => ({
    person: [row],
    event: event.filter((other) => other.person_id === row.person_id),
    ancestor,
  }));
}

it("asks one person after another", async () => {
  expect(await openMemoryEngine({ people }).run(COUNT)).toEqual([
    { events: 5 },
    { events: 3 },
    { events: 2 },
    { events: 1 },
  ]);
});

it("merges the answers as told", async () => {
  const merge = (rows: readonly { readonly [name: string]: unknown }[]) => [
    { events: rows.reduce((sum, row) => sum + Number(row.events), 0) },
  ];
  expect(await openMemoryEngine({ people, merge }).run(COUNT)).toEqual([{ events: 11 }]);
});

it("stops between persons", async () => {
  const stop = new AbortController();
  async function* endless(): AsyncGenerator<PersonTables> {
    for (;;) {
      yield hospitalTables();
    }
  }
  setTimeout(() => stop.abort(new Error("asked to stop")), 50);
  await expect(openMemoryEngine({ people: endless }).run(COUNT, stop.signal)).rejects.toThrow("asked to stop");
});
