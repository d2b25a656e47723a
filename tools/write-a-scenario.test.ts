import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario, scenarioNames, simulationModels, TIME_UNITS } from "@materbone/circuit";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../docs/how-to/", import.meta.url).pathname;
const EXAMPLES = new URL("../examples/simulate/", import.meta.url).pathname;
const SCHEMA = new URL("../docs/reference/schema/scenario.json", import.meta.url).pathname;
const PAGES = ["write-a-scenario.md", "write-a-scenario.zh.md"] as const;

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
  const text = readFileSync(join(FOLDER, name), "utf8");
  const blocks = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block = ""]) => block);

  it("shows scenarios that can be read", () => {
    expect(blocks).toHaveLength(5);
    for (const block of blocks) expect(readScenario(JSON.parse(block), simulationModels).kind, block).toBe("read");
    expect(blocks[2]).toBe(readFileSync(join(EXAMPLES, "lactation-and-treatment.json"), "utf8"));
  });

  it("names every field, unit of time, drug, and what may be driven or read of the reference model and the circuit", () => {
    const models = simulationModels.filter((one) => ["calcium-bone", "circuit"].includes(one.name));
    const names = models.flatMap(scenarioNames);
    const known = [
      ...words(JSON.parse(readFileSync(SCHEMA, "utf8"))),
      ...TIME_UNITS,
      ...names.filter(({ kind }) => kind !== "parameter").map((one) => one.name),
    ];
    const missing = [...new Set(known)].filter((word) => !new RegExp(`\\b${word}\\b`).test(text));
    expect(missing).toEqual([]);
  });
});
