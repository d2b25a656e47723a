import { readdirSync, readFileSync } from "node:fs";
import { createTerms } from "@materbone/clinical";
import { expect, it } from "vitest";
import { simulationModels } from "./simulation-models.ts";
import { sayCite } from "./source-words.ts";

const folder = new URL("../knowledge/", import.meta.url);

/** Every source of the knowledge that a page shows: citations, and the sources of anchors and of the prior. */
function citesOf(value: unknown, key?: string): readonly string[] {
  if (typeof value === "string") return key === "cite" || key === "source" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => citesOf(each, Array.isArray(value) ? key : name));
}

it("says our own sentences of every source in Chinese, and leaves citations and English as they are", () => {
  const files = readdirSync(folder);
  const cites = files.flatMap((name) => citesOf(JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
  const own = cites.filter((cite) => /^(Materbone, (?!knowledge)|assumed($|:)|source paper)/.test(cite));
  expect(own.length).toBeGreaterThan(10);
  for (const cite of own) {
    expect(sayCite(cite, createTerms("zh"))).toMatch(/\p{Script=Han}/u);
    expect(sayCite(cite, createTerms("en"))).toBe(cite);
  }
  const routes = simulationModels.flatMap(({ doseRoutes }) => doseRoutes.map(({ source }) => source));
  for (const source of routes) expect(sayCite(source, createTerms("zh"))).not.toBe(source);
  expect(sayCite("Black et al., N Engl J Med 2007;356:1809-22", createTerms("zh"))).toContain("Black");
});
