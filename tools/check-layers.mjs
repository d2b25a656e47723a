// Refuses an import that points upward or sideways: a package may use only what its package.json declares, and what it
// declares must stand under it. Biome refuses undeclared imports; this checks the declarations and files outside `src`.
import { readdir, readFile } from "node:fs/promises";

/** From the ground up; a package may depend only on packages of a lower row. */
const LAYERS = [
  ["numerics"],
  ["clinical"],
  ["finder", "evidence", "circuit"],
  ["registry", "exchange", "report"],
  ["cli", "server", "web"],
];
/** Packages that run in a browser: no Node module may be imported there. */
const PURE = new Set(["numerics", "clinical", "evidence", "circuit", "report", "finder"]);

const heights = new Map(LAYERS.flatMap((row, height) => row.map((name) => [`@materbone/${name}`, height])));
const problems = [];

for (const group of ["packages", "apps"]) {
  for (const folder of await readdir(group)) {
    const manifest = JSON.parse(await readFile(`${group}/${folder}/package.json`, "utf8"));
    const own = heights.get(manifest.name);
    if (own === undefined) problems.push(`${group}/${folder}: ${manifest.name} has no layer`);
    const declared = Object.keys(manifest.dependencies ?? {});
    for (const name of declared.filter((dependency) => dependency.startsWith("@materbone/"))) {
      const height = heights.get(name);
      if (height === undefined || height >= own) problems.push(`${manifest.name} may not depend on ${name}`);
    }
    for (const file of await sources(`${group}/${folder}/src`)) {
      // Tests, and the fixtures they share, may read another package's fixtures.
      if (/\.(?:test|fixture)\.tsx?$/.test(file)) continue;
      for (const [, specifier] of (await readFile(file, "utf8")).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
        const isOutside = specifier.startsWith("../../") && /packages\/|apps\//.test(specifier);
        if (isOutside) problems.push(`${file}: ${specifier} reaches into another package`);
        if (PURE.has(folder) && specifier.startsWith("node:")) problems.push(`${file}: ${specifier} in a pure package`);
        const scoped = /^@materbone\/[^/]+/.exec(specifier)?.[0];
        if (scoped !== undefined && !declared.includes(scoped)) problems.push(`${file}: ${scoped} is not declared`);
      }
    }
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

async function sources(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
}
