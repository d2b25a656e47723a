import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderCsv } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import knowledge from "../packages/finder/knowledge/generator.json" with { type: "json" };

const FOLDER = "examples/hospital-small";

describe("the small hospital", () => {
  it("is what the generator makes of its seed and size", async () => {
    const { seed, persons } = JSON.parse(await readFile(join(FOLDER, "hospital.json"), "utf8"));
    const made = new Map<string, string>();
    for (const { file, text } of renderCsv({ seed, persons })) made.set(file, (made.get(file) ?? "") + text);
    const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    expect(files.map((file) => file.slice(FOLDER.length + 1)).toSorted()).toEqual(
      [...made.keys(), "hospital.json", "data/mapping.yaml"].toSorted(),
    );
    for (const [file, text] of made) expect(await readFile(join(FOLDER, file), "utf8"), file).toBe(text);
  });
});

describe.each(["synthetic-hospital.md", "synthetic-hospital.zh.md"])("%s", (page) => {
  it("tells every story in the words of the key, and the rate", async () => {
    const text = await readFile(join("docs/explanation", page), "utf8");
    const lang = page.endsWith(".zh.md") ? "zh" : "en";
    for (const { tag, name, mustSee } of knowledge.stories) {
      const row = text.split("\n").find((line) => line.startsWith(`| \`${tag}\` |`));
      expect(row, tag).toContain(` ${name[lang]} |`);
      expect(row, tag).toContain(` ${mustSee[lang]} |`);
    }
    expect(text).toContain(` ${knowledge.rates.ploPerMillionDeliveries.value} `);
  });
});
