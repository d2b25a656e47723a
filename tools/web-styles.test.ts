import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCE = new URL("../apps/web/src", import.meta.url).pathname;

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).map((name) => join(SOURCE, name));
const text = (file: string): string => readFileSync(file, "utf8");

/** Classes that a module defines; what stands in comments and texts is none. */
function defined(module: string): ReadonlySet<string> {
  const css = text(module)
    .replace(/\/\*.*?\*\//gsu, "")
    .replace(/"[^"]*"/gu, "");
  return new Set([...css.matchAll(/\.([a-zA-Z_][\w-]*)/gu)].map(([, name]) => name ?? ""));
}

type Use = { readonly file: string; readonly module: string; readonly name: string };

/** Classes that are used by name: in components, and by modules that compose them. `*` stands for any, where one is computed. */
const uses: readonly Use[] = files.flatMap((file): readonly Use[] => {
  if (/\.tsx?$/u.test(file)) {
    const source = text(file);
    return [...source.matchAll(/import (\w+) from "([^"]+\.module\.css)"/gu)].flatMap(([, local = "", path = ""]) => {
      const module = resolve(dirname(file), path);
      const names = [...source.matchAll(new RegExp(`\\b${local}(?:\\.(\\w+)\\b(?!\\()|\\[)`, "gu"))];
      return names.map(([, name = "*"]) => ({ file, module, name }));
    });
  }
  if (!file.endsWith(".module.css")) return [];
  return [...text(file).matchAll(/composes: ([\w -]+) from "([^"]+)"/gu)].flatMap(([, names = "", path = ""]) =>
    names.split(" ").map((name) => ({ file, module: resolve(dirname(file), path), name })),
  );
});

const modules = files.filter((file) => file.endsWith(".module.css"));

describe("style modules of the workbench", () => {
  it("define every class that is used", () => {
    const missing = uses.filter(({ module, name }) => name !== "*" && !defined(module).has(name));
    expect(missing).toEqual([]);
  });

  it("define no class that nobody uses", () => {
    const unused = modules.flatMap((module) => {
      const own = uses.filter((use) => use.module === module);
      if (own.some(({ name }) => name === "*")) return [];
      return [...defined(module)]
        .filter((name) => !own.some((use) => use.name === name))
        .map((name) => `${module.slice(SOURCE.length + 1)} .${name}`);
    });
    expect(unused).toEqual([]);
  });
});
