import { existsSync, readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mantineStyles } from "./web-build/mantine-styles.ts";

const DIST = "apps/web/dist";
const page = readFileSync(`${DIST}/index.html`, "utf8");

/** What the page asks for ahead at an address. */
function preloadedAt(pathname: string): readonly string[] {
  const asked: string[] = [];
  const script = /<script nonce="__CSP_NONCE__">([^<]+)<\/script>/.exec(page)?.[1] ?? "";
  const document = {
    head: { append: ({ href }: { readonly href: string }) => void asked.push(href) },
    createElement: () => ({}),
  };
  runInNewContext(script, { document, location: { pathname } });
  return asked;
}

function read(asset: string): string {
  return readFileSync(`${DIST}/assets/${asset}`, "utf8");
}

describe("the build of the web application", () => {
  it.each([
    ["/", "StartPage"],
    ["/settings", "SettingsPage"],
    ["/evidence", "EvidencePage"],
    ["/series/plo-2025", "BoardPage"],
    ["/series/plo-2025/", "BoardPage"],
    ["/series/%E7%B3%BB%E5%88%97/case/case.1", "CasePage"],
    ["/series/plo-2025/findings", "FindingsPage"],
    ["/series/plo-2025/tables", "TablesPage"],
    ["/series/plo-2025/follow-up", "FollowUpPage"],
    ["/series/plo-2025/settings", "SeriesSettingsPage"],
    ["/series/plo-2025/history", "HistoryPage"],
  ])("%s: the page asks ahead for the scripts of %s and of no other page", (address, name) => {
    const asked = preloadedAt(address);
    expect(asked.filter((href) => href.includes("Page-"))).toEqual([expect.stringContaining(`/${name}-`)]);
    for (const href of asked) expect([href, existsSync(`${DIST}${href}`)]).toEqual([href, true]);
  });

  it("asks ahead for nothing at an address that leads nowhere", () => {
    expect(preloadedAt("/series")).toEqual([]);
  });

  it("leaves what computes out of the start page", () => {
    expect(preloadedAt("/").filter((href) => href.includes("/engine-"))).toEqual([]);
    expect(preloadedAt("/series/a/case/b").filter((href) => href.includes("/engine-"))).toHaveLength(1);
  });

  it("leaves the evidence and the rules to what comes after the first screen", () => {
    const names = readdirSync(`${DIST}/assets`);
    for (const part of ["evidence", "rules"]) {
      expect(names.filter((name) => new RegExp(`^${part}-.{8}\\.js$`).test(name))).toHaveLength(1);
      for (const address of ["/", "/series/a", "/series/a/case/b"]) {
        expect([address, preloadedAt(address).filter((href) => href.includes(`/${part}-`))]).toEqual([address, []]);
      }
    }
    // A name of the literature stands in no script that a first screen waits for.
    const literature = names.filter((name) => name.endsWith(".js") && read(name).includes("Kalkwarf"));
    expect(literature).toContainEqual(expect.stringMatching(/^evidence-/));
    for (const address of ["/", "/series/a", "/series/a/case/b"]) {
      expect(preloadedAt(address).filter((href) => literature.some((name) => href.includes(name)))).toEqual([]);
    }
  });

  it("leaves what checks records out of the scripts of every page", () => {
    const entry = /<script type="module"[^>]*src="\/assets\/([^"]+)"/.exec(page)?.[1] ?? "";
    // Codes of the schema library.
    expect(read(entry)).not.toContain("unrecognized_keys");
  });

  it("packs every script and style sheet, and what is packed is the file", () => {
    const names = readdirSync(`${DIST}/assets`).filter((name) => /\.(js|css)$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const packed = readFileSync(`${DIST}/assets/${name}.br`);
      expect([name, brotliDecompressSync(packed).equals(readFileSync(`${DIST}/assets/${name}`))]).toEqual([name, true]);
    }
  });
});

describe("mantineStyles", () => {
  const SHEET = "apps/web/src/app/mantine.css";
  const module = (name: string): string => `/node_modules/@mantine/core/esm/components/${name}/${name}.module.mjs`;

  /** What the build says of a bundle that holds the styled components of these names. */
  function said(names: readonly string[]): string | undefined {
    const plugin = mantineStyles(SHEET) as unknown as {
      readonly generateBundle: (this: { error: (text: string) => void }, options: object, bundle: object) => void;
    };
    const told: string[] = [];
    const modules = Object.fromEntries(names.map((name) => [module(name), { renderedLength: 10 }]));
    plugin.generateBundle.call({ error: (text) => told.push(text) }, {}, { chunk: { type: "chunk", modules } });
    return told[0];
  }

  const imported = [...readFileSync(SHEET, "utf8").matchAll(/styles\/([A-Z]\w*)\.css/g)].map((found) => found[1] ?? "");

  it("is silent where the sheet has the styles of just the components in use", () => {
    expect(imported.length).toBeGreaterThan(10);
    expect(said(imported)).toBeUndefined();
  });

  it("names a component without its styles, and styles without their component", () => {
    expect(said([...imported, "Accordion"])).toContain("lacks the styles of Accordion");
    expect(said(imported.filter((name) => name !== "Button"))).toContain("Button, which nothing uses");
  });
});
