import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compress } from "../../tools/web-build/compress.ts";
import { mantineStyles } from "../../tools/web-build/mantine-styles.ts";
import { preloadPage } from "../../tools/web-build/preload-page.ts";

const source = (name: string): string => fileURLToPath(new URL(`src/${name}`, import.meta.url));

/** Code of Materbone that computes, and what checks its records; sentences that every page says stay outside. */
const ENGINE =
  /packages.report.(?!src.figures.circuit)|packages.clinical.(src.(?!language.phrase)|knowledge)|node_modules.zod/;

/** The rules and what they test: asked for by panels and pages that list findings, never by a first screen of a woman. */
const RULES =
  /packages.clinical.(src.(findings.(?!finding\.ts)|claims|literature)|knowledge.(claim-kinds|rule-limits|series-rule-limits))/;

/** What draws; a board shows its first screen without it. */
const FIGURES = /packages.report.src.figures.(?!time-words|words|circuit)/;

/** Pooling, the change without a drug and their literature; precision and Z-references need the rest of the numerics. */
const EVIDENCE =
  /packages.(evidence|numerics.src.(?!half-planes|within-group-sd))|packages.report.src.benchmark.(?!band-site)/;

export default defineConfig({
  // The workspace packages are bundled from their sources, so that unused parts of them stay out.
  resolve: { conditions: ["source", "module", "browser", "import", "default"] },
  plugins: [mantineStyles(source("app/mantine.css")), preloadPage(source("app/router.tsx")), compress()],
  build: {
    target: "es2022",
    // The server answers `script-src 'self'`: nothing is inlined.
    assetsInlineLimit: 0,
    // All own styles are a few kilobytes: one file is sooner there than one for every part of a page.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      // Mantine marks every file "use client", which means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
      output: {
        // Left alone, what several pages share falls into some sixty small files, and each one costs the browser a request.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "start", tags: ["$initial"], priority: 3, includeDependenciesRecursively: true },
            // Parts of the component library, which need nothing of the engine.
            { name: "common", test: /node_modules.(?!zod)/, minShareCount: 8, priority: 2 },
            // Apart from the engine, which every page of a woman loads.
            { name: "rules", test: RULES, minShareCount: 2, priority: 2 },
            { name: "figures", test: FIGURES, minShareCount: 3, priority: 2 },
            { name: "evidence", test: EVIDENCE, minShareCount: 2, priority: 2 },
            { name: "engine", test: ENGINE, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
});
