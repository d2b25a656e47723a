import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseRecord, readCase, readSeriesHead, type SeriesHead } from "@materbone/clinical";
import { afterAll, describe, expect, it } from "vitest";
import { act, series, woman } from "./series.fixture.ts";
import { openCounted, rawDatabase, testFolder } from "./sqlite/folder.fixture.ts";
import { caseRow } from "./store/case-row.ts";
import { RULES_VERSION } from "./store/rules-version.ts";
import type { DocumentRow } from "./store/store-row.ts";

const folder = testFolder();
afterAll(folder.remove);

const EXAMPLES = ["qingdao-2016-2019", "varied-women"];
const golden = new URL("../golden/rules-version.json", import.meta.url);

function readJson(place: URL): unknown {
  return JSON.parse(readFileSync(place, "utf8"));
}

function read<T>(result: { readonly kind: "read"; readonly value: T } | { readonly kind: "refused" }): T {
  if (result.kind === "refused") throw new Error("the example is refused");
  return result.value;
}

/** The record of every woman in the shipped examples with her head, in the order of the file names. */
function exampleWomen(): readonly { readonly record: CaseRecord; readonly head: SeriesHead }[] {
  return EXAMPLES.flatMap((name) => {
    const place = new URL(`../../../examples/${name}/`, import.meta.url);
    const head = read(readSeriesHead(readJson(new URL("series.json", place))));
    const files = readdirSync(new URL("cases/", place)).sort();
    return files.map((file) => ({ head, record: read(readCase(readJson(new URL(`cases/${file}`, place)))) }));
  });
}

/** One document for all, so that only what the rules make of a record tells the rows apart. */
function documentOf({ id }: CaseRecord): DocumentRow {
  const state = { deletedAt: null, deletedBy: null, deletedWhy: null, isPurged: false };
  const saved = { revision: 1, sequence: 2, contentSequence: 2, savedAt: "2026-01-01T08:00:00.000Z", savedBy: "" };
  return { key: 2, parent: 1, id, ...saved, ...state };
}

describe("the version of the rules", () => {
  it("is raised whenever women are counted otherwise", () => {
    const rows = exampleWomen().map(({ record, head }) => caseRow(documentOf(record), record, head, 1));
    const sha256 = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
    expect(
      { version: RULES_VERSION, sha256 },
      "What lists show of the example women has changed: raise the version (RULES_VERSION in rules-version.ts), " +
        "and write it with this hash into golden/rules-version.json.",
    ).toEqual(readJson(golden));
  });
});

describe("a registry that other rules counted", () => {
  it("shows its counts as old, verifies, and is counted anew piece by piece", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1"), woman("w-2", { tags: ["hip"] }), woman("w-3")]), act(0));
    await registry.close();
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    const age = () => database.prepare("SELECT age_years FROM case_summary").all();
    database.exec("UPDATE setting SET body = '0' WHERE name = 'rulesVersion'");
    database.exec("UPDATE case_summary SET age_years = 1, body = json_set(body, '$.ageYears', 1)");

    const upgraded = await openCounted(place);
    expect(await upgraded.countStale()).toBe(3);
    const { cases } = await upgraded.listCases("s", {});
    expect(cases.map(({ isStale, ageYears }) => [isStale, ageYears])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
    expect((await upgraded.verify()).faults).toEqual([]);
    expect(await upgraded.refreshStale(2)).toBe(1);
    expect((await upgraded.verify()).faults).toEqual([]);
    expect(await upgraded.refreshStale(2)).toBe(0);
    expect(age()).toEqual([{ age_years: 29 }, { age_years: 29 }, { age_years: 29 }]);
    expect((await upgraded.listTags("s")).map(({ tag, cases: count }) => [tag, count])).toEqual([["hip", 1]]);
    await upgraded.close();

    // By the same rules nothing is counted again.
    const again = await openCounted(place);
    expect(await again.countStale()).toBe(0);
    expect((await again.verify()).faults).toEqual([]);
    await again.close();
    database.close();
  });

  it("is known by the missing version when it was written before there was one", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1")]), act(0));
    await registry.close();
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    database.exec("DELETE FROM setting WHERE name = 'rulesVersion'");
    database.close();
    const upgraded = await openCounted(place);
    expect(await upgraded.countStale()).toBe(1);
    await upgraded.close();
  });
});
