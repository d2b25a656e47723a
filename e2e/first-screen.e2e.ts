import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { ask, openExamples, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

const SERIES = "qingdao-2016-2019";

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  workbench = await startWorkbench();
  await openExamples(workbench);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

beforeEach(async () => {
  ({ context, faults } = await signedIn(browser, workbench, { lang: "en" }));
});

afterEach(async () => {
  await context.close();
});

describe("what comes after the first screen", () => {
  it("is there when it is gone to, even in a browser that is never idle", async () => {
    await context.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/${SERIES}/case/case-2`);
    await settled(page);
    const drug = page.getByRole("combobox", { name: /^Drug or measure/ });
    expect(await drug.count()).toBe(0);
    await page.getByRole("link", { name: "Treatment", exact: true }).click();
    await drug.waitFor();
    const heading = page.getByRole("heading", { level: 2, name: "Treatment", exact: true });
    await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(400);

    const direct = await context.newPage();
    await direct.goto(`${workbench.origin}/series/${SERIES}/case/case-2?at=/treatments/0/dose`);
    await direct.waitForFunction(() => document.activeElement?.getAttribute("data-at")?.startsWith("/treatments/0"));
    expect(faults).toEqual([]);
  });

  it("the claims of a series are scrolled to when an address leads to them", async () => {
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/${SERIES}#claims`);
    await page.waitForFunction(() => {
      const top = document.querySelector("#claims")?.getBoundingClientRect().top;
      return top !== undefined && top < innerHeight / 2;
    });
    expect(faults).toEqual([]);
  });

  it("the way back to a board leads to the woman that was left", async () => {
    await twentyWomen();
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/many`);
    await settled(page);
    const card = page.getByRole("article", { name: /many-20/ });
    await card.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(200);
    await card.getByRole("heading").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: /many-20/ }).waitFor();
    await settled(page);
    await page.goBack();
    await card.waitFor();
    await settled(page);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(60);
    expect(faults).toEqual([]);
  });

  it("a part that does not come takes nothing with it, and comes when it is asked for again", async () => {
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/${SERIES}/case/case-3`);
    await settled(page);
    await page.getByRole("textbox", { name: "Age (years)" }).fill("36");
    await page.route(/PasteScans-.*\.js/, (route) => route.abort());
    await page.getByRole("button", { name: "Paste scans from a table…" }).click();
    await page.getByText("This part of the page could not be loaded.").waitFor();
    expect(await page.getByRole("textbox", { name: "Age (years)" }).inputValue()).toBe("36");
    await page.unroute(/PasteScans-.*\.js/);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("textbox", { name: /^Scans copied/ }).waitFor();
    expect(await page.getByRole("textbox", { name: "Age (years)" }).inputValue()).toBe("36");
  });
});

describe("a list of a densitometer", () => {
  it("is shown as it will stand in the record, sides and vertebrae too, and taken over as one step", async () => {
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/${SERIES}/case/case-3`);
    await settled(page);
    // The last row is the one for a new scan.
    const rows = page.getByRole("textbox", { name: /^Lumbar spine BMD .*, scan/ });
    await rows.first().waitFor();
    const known = await rows.count();
    await page.getByRole("button", { name: "Paste scans from a table…" }).click();
    const list = [
      ["日期", "部位", "BMD(g/cm²)", "T值", "Z值"],
      ["2023-03-05", "L2-L4", "0.765", "-2.8", "-2.9"],
      ["", "左股骨颈", "0.735", "-1.7", "-1.6"],
      ["", "Ward三角", "0.502", "-2.5", "-2.2"],
    ];
    await page.getByRole("textbox", { name: /^Scans copied/ }).fill(list.map((cells) => cells.join("\t")).join("\n"));
    await page.getByRole("rowheader", { name: /L2–4 · femoral neck: left/ }).waitFor();
    await page.getByText("Ward三角 0.502 -2.5 -2.2").last().waitFor();
    await page.getByRole("button", { name: "Take over 1 scan" }).click();
    const scan = `scan ${known}`;
    expect(await page.getByRole("textbox", { name: `Lumbar spine BMD (g/cm²), ${scan}` }).inputValue()).toBe("0.765");
    expect(await page.getByRole("textbox", { name: `Femoral neck Z-score, ${scan}` }).inputValue()).toBe("-1.6");
    await page.keyboard.press("Control+Z");
    expect(await rows.count()).toBe(known);
    expect(faults).toEqual([]);
  });
});

async function twentyWomen(): Promise<void> {
  const cases = Array.from({ length: 20 }, (_, number) => ({
    schema: "materbone/case/1",
    id: `many-${String(number + 1).padStart(2, "0")}`,
  }));
  const series = { schema: "materbone/series/1", id: "many", title: { en: "Many" }, origin: "synthetic", cases };
  const made = await ask(workbench, "/series", { method: "POST", body: JSON.stringify(series) });
  expect(made.status).toBe(201);
}
