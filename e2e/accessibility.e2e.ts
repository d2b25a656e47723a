import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { PAGES } from "./pages.ts";
import { openExamples, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;
let axe: string;

beforeAll(async () => {
  axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  workbench = await startWorkbench();
  await openExamples(workbench);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

describe.each(["zh", "en"] as const)("in %s", (lang) => {
  describe.each(["light", "dark"] as const)("in %s colours", (scheme) => {
    let visit: Awaited<ReturnType<typeof signedIn>>;
    let page: Page;

    beforeAll(async () => {
      visit = await signedIn(browser, workbench, { lang, scheme });
      page = await visit.context.newPage();
    });

    afterAll(async () => {
      await visit?.context.close();
    });

    it.each(PAGES)("$name: axe finds nothing, nothing is clipped, nobody else is asked", async ({ path, heading }) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${workbench.origin}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      await page.getByRole("heading", { level: 1, name: heading[lang] }).waitFor();
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === "zh" ? "zh-CN" : "en");
      expect(await violations(page)).toEqual([]);
      for (const width of [1366, 820, 390]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await sidewaysScroll(page), `sideways scroll at ${width}`).toBe(0);
      }
      expect(visit.faults).toEqual([]);
    });
  });
});

/** What axe finds under WCAG 2.2 A and AA and its best practices, in short. */
async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the content policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof import("axe-core") };
    const found = await runner.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    // A run that looked at nothing would find nothing.
    if (found.passes.length < 10) return [`only ${found.passes.length} rules found anything to look at`];
    return found.violations.flatMap((violation) =>
      violation.nodes.map((node) =>
        `${violation.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`.slice(0, 300),
      ),
    );
  });
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
