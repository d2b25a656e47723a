import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE_SYSTEMS, readDefinition } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { exampleCohort } from "../packages/finder/src/definition/cohort-example.fixture.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const PAGES = ["write-a-cohort-definition.md", "write-a-cohort-definition.zh.md"] as const;

/** Every key and word of a JSON Schema. */
function words(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(words);
  if (typeof node !== "object" || node === null) return [];
  const { properties, enum: values } = node as Readonly<Record<string, unknown>>;
  return [
    ...Object.keys(properties ?? {}),
    ...(Array.isArray(values) ? values.map(String) : []),
    ...Object.values(node).flatMap(words),
  ];
}

describe.each(PAGES)("docs/how-to/%s", (name) => {
  const text = readFileSync(join(ROOT, "docs/how-to", name), "utf8");
  const json = /```json\n(.*?)```/su.exec(text)?.[1] ?? "";
  const typescript = /```ts\n(.*?)\n```/su.exec(text)?.[1] ?? "";

  it("shows the example file, which can be read", () => {
    expect(json).toBe(readFileSync(join(ROOT, "examples/finder/our-hospital.json"), "utf8"));
    expect(readDefinition(JSON.parse(json)).kind).toBe("read");
  });

  it("builds the same definition in TypeScript", () => {
    const fixture = readFileSync(join(ROOT, "packages/finder/src/definition/cohort-example.fixture.ts"), "utf8");
    expect(typescript).not.toBe("");
    expect(fixture).toContain(typescript);
    expect(exampleCohort).toEqual(JSON.parse(json));
  });

  it("names every field, word and code system", () => {
    const schema: unknown = JSON.parse(readFileSync(join(ROOT, "docs/reference/schema/cohort.json"), "utf8"));
    const missing = [...new Set([...words(schema), ...CODE_SYSTEMS])].filter((word) => !text.includes(word));
    expect(missing).toEqual([]);
  });
});
