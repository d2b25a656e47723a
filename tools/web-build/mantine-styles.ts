import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Modules of components that carry names of style classes: `…/Button/Button.module.mjs`. */
const STYLED = /@mantine\/core\/.*\/(\w+)\.module\.mjs$/;

/**
 * Holds the build back when a component of Mantine is used whose styles are not imported, or the other way round: only those
 * in use are sent to the browser, and a missing one would show as a bare element.
 *
 * @param sheet - path of the style sheet that imports the styles of components, one `@import` each
 */
export function mantineStyles(sheet: string): Plugin {
  return {
    name: "materbone:mantine-styles",
    generateBundle(_options, bundle) {
      const text = readFileSync(sheet, "utf8");
      const imported = new Set([...text.matchAll(/core\/styles\/([A-Z]\w*)\.css/g)].map((found) => found[1] ?? ""));
      const used = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const name = STYLED.exec(id)?.[1];
          if (name !== undefined && renderedLength > 0) used.add(name);
        }
      }
      const lacking = [...used].filter((name) => !imported.has(name));
      const idle = [...imported].filter((name) => !used.has(name));
      if (lacking.length > 0) this.error(`${sheet} lacks the styles of ${lacking.join(", ")}`);
      if (idle.length > 0) this.error(`${sheet} imports the styles of ${idle.join(", ")}, which nothing uses`);
    },
  };
}
