import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { published, run, varied } from "../run.fixture.ts";
import { formats, jsonSchema } from "./schema.ts";

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

describe("schema", () => {
  it("lists the formats, and prints each as JSON Schema 2020-12 with its name", async () => {
    const names = Object.keys(formats);
    expect((await run(["schema"])).out.trimEnd().split("\n")).toEqual(names);
    for (const name of names) {
      const { code, out } = await run(["schema", name]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        $id: `https://materbone.org/schema/${name}.json`,
        $schema: "https://json-schema.org/draft/2020-12/schema",
        title: name,
        type: "object",
        additionalProperties: false,
      });
    }
  });

  it.each([published, varied])("the schemas of the input accept the example %s", (folder) => {
    const head = z.fromJSONSchema(jsonSchema("series-head"));
    const record = z.fromJSONSchema(jsonSchema("case"));
    expect(head.safeParse(readJson(join(folder, "series.json"))).error).toBeUndefined();
    for (const name of readdirSync(join(folder, "cases"))) {
      expect(record.safeParse(readJson(join(folder, "cases", name))).error, name).toBeUndefined();
    }
  });

  it("allows null where a key may be left out, and not where it is required", () => {
    const record = z.fromJSONSchema(jsonSchema("case"));
    const minimal = { schema: "materbone/case/1", id: "w" };
    expect(record.safeParse({ ...minimal, person: null }).success).toBe(true);
    expect(record.safeParse({ ...minimal, id: null }).success).toBe(false);
    expect(record.safeParse({ ...minimal, persons: {} }).success).toBe(false);
  });
});
