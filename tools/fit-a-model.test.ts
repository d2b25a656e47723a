import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COEFFICIENT_TESTS, MEASURES, readModel, TAU2_METHODS } from "@materbone/evidence";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../docs/how-to/", import.meta.url).pathname;
const EXAMPLES = new URL("../examples/evidence/", import.meta.url).pathname;
const SCHEMA = new URL("../docs/reference/schema/evidence-model.json", import.meta.url).pathname;
const PAGES = ["fit-a-model.md", "fit-a-model.zh.md"] as const;

/** Every key and word of the model's JSON Schema. */
function words(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(words);
  if (typeof node !== "object" || node === null) return [];
  const { properties, enum: values, const: constant } = node as Readonly<Record<string, unknown>>;
  return [
    ...Object.keys(properties ?? {}),
    ...(Array.isArray(values) ? values.map(String) : []),
    ...(typeof constant === "string" ? [constant] : []),
    ...Object.values(node).flatMap(words),
  ];
}

describe.each(PAGES)("docs/how-to/%s", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const blocks = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block = ""]) => block);

  it("shows models that can be read", () => {
    expect(blocks.length).toBeGreaterThan(8);
    for (const block of blocks) expect(readModel(JSON.parse(block)).kind, block).toBe("read");
  });

  it("shows the examples as they are", () => {
    for (const example of ["bcg", "bmd-change", "bmd-visits"]) {
      expect(text).toContain(readFileSync(join(EXAMPLES, `${example}.json`), "utf8"));
      expect(text).toContain(`\`${example}.csv\``);
    }
  });

  it("names every key, choice, measure, method and test", () => {
    const known = [
      ...words(JSON.parse(readFileSync(SCHEMA, "utf8"))),
      ...Object.keys(MEASURES),
      ...TAU2_METHODS,
      ...COEFFICIENT_TESTS,
    ];
    const missing = [...new Set(known)].filter(
      (word) => !new RegExp(`[\`"' ({]${word.replace(/\./g, "\\.")}[\`"' ,)}:]`).test(text),
    );
    expect(missing).toEqual([]);
  });

  it("links to headings and files that exist", () => {
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    );
    for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith("#")) expect(anchors).toContain(target.slice(1));
      else expect(existsSync(join(FOLDER, target)), target).toBe(true);
    }
  });
});
