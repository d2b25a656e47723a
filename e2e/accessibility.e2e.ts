import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { PAGES } from "./pages.ts";
import { openExamples, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
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

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
