import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { tabTo } from "./keyboard.ts";
import { ask, openExamples, settled, signedIn, startWorkbench, type Visit, type Workbench } from "./workbench.ts";

const SERIES = "varied-women";

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

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

describe("a table of laboratory values", () => {
  it("fills row by row with Tab and Enter, and loses nothing that was typed", async () => {
    const page = await openWoman("typed", { laboratory: [{ at: { months: 2 }, results: [] }] }, { lang: "en" });
    const first = page.getByRole("combobox", { name: "Analyte, new value, sampling 1" });
    await tabTo(page, first);
    await typed(page, ["PTH", "Tab", "<0.1", "Tab", "pg/ml", "Enter", "血钙", "Tab", "2.41", "Tab", "Enter"]);
    expect(await focusedCell(page)).toEqual({ row: "2", col: "0" });
    await page.keyboard.press("Control+S");
    await page.getByText(/revision 2/).waitFor();
    const { value } = (await (await ask(workbench, `/series/${SERIES}/cases/typed`)).json()) as {
      value: { laboratory: readonly { results: readonly object[] }[] };
    };
    expect(value.laboratory[0]?.results).toEqual([
      { analyte: "pth", value: "<0.1", unit: "pg/ml" },
      { analyte: "calcium", value: "2.41", unit: "mmol/L" },
    ]);
  });

  it("begins the next scan under the first, and stays in its column where nobody came by Tab", async () => {
    const page = await openWoman("scanned", {}, { lang: "zh" });
    const scans = page.getByRole("table", { name: "骨密度检查" });
    await tabTo(page, scans.getByRole("textbox").first());
    await typed(page, ["6", "Tab", "0.765", "Tab", "-2.9", "Enter"]);
    expect(await focusedCell(page)).toEqual({ row: "1", col: "0" });
    await typed(page, ["17", "ArrowUp", "Enter"]);
    expect(await focusedCell(page)).toEqual({ row: "1", col: "0" });
    await typed(page, ["ArrowRight", "0.892", "Enter"]);
    expect(await focusedCell(page)).toEqual({ row: "2", col: "1" });
    expect(await scans.getByRole("textbox", { name: /腰椎BMD.*第1次/ }).inputValue()).toBe("0.765");
    expect(await scans.getByRole("textbox", { name: /腰椎BMD.*第2次/ }).inputValue()).toBe("0.892");
  });

  it.each([
    ["en", 1280],
    ["en", 390],
    ["zh", 1366],
    ["zh", 390],
  ] as const)("stays inside its card in %s at %i pixels, with its units in full", async (lang, width) => {
    const results = [
      { analyte: "calcium", value: "2.41", unit: "mmol/L" },
      { analyte: "egfr", value: "103.5", unit: "mL/min" },
    ];
    const record = {
      pregnancies: [{ index: true, deliveredAt: { date: "2024-03-15" } }],
      laboratory: [{ at: { months: 2 }, results }],
    };
    const page = await openWoman(`wide-${lang}-${width}`, record, { lang, width });
    const table = page.getByRole("table", { name: /^(Laboratory values, sampling 1|实验室检查结果，第1次)$/ });
    await table.scrollIntoViewIfNeeded();
    const seen = await page.evaluate(() => {
      const record = document
        .querySelector('[data-at="/laboratory/0/results/0/unit"]')
        ?.closest("section[class*=record]");
      const isCut = (at: string): boolean => {
        const input = document.querySelector(`[data-at="${at}"]`);
        return input === null || input.scrollWidth > input.clientWidth;
      };
      return {
        page: document.documentElement.scrollWidth > innerWidth,
        record: record == null || record.scrollWidth > record.clientWidth,
        unit: isCut("/laboratory/0/results/0/unit"),
        delivery: isCut("/pregnancies/0/deliveredAt"),
        flags: [...document.querySelectorAll("[data-flag]")].some((flag) => flag.scrollWidth > flag.clientWidth),
      };
    });
    expect(seen).toEqual({ page: false, record: false, unit: false, delivery: false, flags: false });
  });
});

async function openWoman(id: string, parts: object, visit: Visit): Promise<Page> {
  const record = { schema: "materbone/case/1", id, origin: "synthetic", pregnancies: [{ index: true }], ...parts };
  const answer = await ask(workbench, `/series/${SERIES}/cases`, { method: "POST", body: JSON.stringify(record) });
  expect(answer.status, await answer.clone().text()).toBe(201);
  ({ context, faults } = await signedIn(browser, workbench, visit));
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/series/${SERIES}/case/${id}?lang=${visit.lang}`);
  await page.getByRole("heading", { level: 1, name: id }).waitFor();
  await settled(page);
  return page;
}

/** Names of keys are pressed, everything else is typed. */
async function typed(page: Page, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    if (/^(Tab|Enter|Arrow\w+)$/.test(step)) await page.keyboard.press(step);
    else await page.keyboard.type(step);
  }
}

function focusedCell(page: Page): Promise<{ readonly row: string | undefined; readonly col: string | undefined }> {
  return page.evaluate(() => {
    const { row, col } = (document.activeElement as HTMLElement).dataset;
    return { row, col };
  });
}
