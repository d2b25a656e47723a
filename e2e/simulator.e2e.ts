import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openExamples, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

/** What of the command's answer is compared. */
type CaseAnswer = {
  readonly scans: readonly { readonly bmdGPerCm2: number; readonly precisionGPerCm2: number }[];
  readonly variants: readonly [
    {
      readonly months: readonly number[];
      readonly fit: {
        readonly susceptibility: Fitted;
        readonly restLevelsGPerCm2: readonly [Fitted];
        readonly effectiveSampleSize: number;
        readonly bandsGPerCm2: readonly [{ readonly treated: Median; readonly untreated: Median }];
      };
    },
  ];
};
type Fitted = { readonly estimate: number; readonly low: number; readonly high: number };
type Median = { readonly median: readonly number[] };

const command = fileURLToPath(new URL("../apps/cli/bin/materbone.js", import.meta.url));

let browser: Browser;
let workbench: Workbench;
let folder: string;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  workbench = await startWorkbench();
  await openExamples(workbench);
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "materbone-simulator-"));
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

const WORDS = {
  en: {
    more: /^More/,
    simulate: "Simulate her course",
    title: "Simulator",
    asTable: "The same as a table",
    weaned: "Weaned at month",
    changed: /Inputs differ from the record/,
    pin: "Pin this course",
    compare: "Compare",
    numbers: "Lumbar spine: change of BMD since delivery, %",
    scenario: "Scenario file (JSON)",
    csv: "Course (CSV)",
    withTreatment: /With treatment/i,
    without: /Without a drug/i,
    scan: /DXA scan \(/,
    effect: /±12 percentage points/,
    fit: "Fit to her scans",
    fitted: "Weaned in month 6",
    scans: "Scans in the fit",
    effective: /Effective sample size (\d+)/,
    cancel: "Cancel",
    cancelled: "Cancelled.",
    again: "Fit her scans",
    treated: /^With treatment$/,
  },
  zh: {
    more: /^更多/,
    simulate: "模拟其病程",
    title: "模拟器",
    asTable: "以表格显示",
    weaned: "停止哺乳（产后月数）",
    changed: /输入与病例所记不同/,
    pin: "固定此病程",
    compare: "比较",
    numbers: "腰椎骨密度较分娩时变化，%",
    scenario: "情景文件（JSON）",
    csv: "病程数据（CSV）",
    withTreatment: /用药/,
    without: /未用药/,
    scan: /DXA检查（/,
    effect: /±12 个百分点/,
    fit: "按其检查拟合",
    fitted: "产后 6 个月停止哺乳",
    scans: "用于拟合的检查",
    effective: /有效样本量 (\d+)/,
    cancel: "取消",
    cancelled: "已取消。",
    again: "拟合其检查",
    treated: /^用药$/,
  },
} as const;

async function saved(page: Page, button: Locator, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, name);
  await writeFile(path, await readFile(await download.path()));
  return path;
}

/** Exports the series as its own page does, under the name that the server gives the file. */
async function savedSeries(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/series/qingdao-2016-2019`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('a[href$="/export"]').click()]);
  await writeFile(join(folder, download.suggestedFilename()), await readFile(await download.path()));
  await page.close();
}

function numberOf(text: string): number {
  return Number(text.replace("\u2212", "-"));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

describe.each(["en", "zh"] as const)("the simulator in %s", (lang) => {
  const words = WORDS[lang];

  it("takes case 2 as recorded, always shows the course without drugs, compares, and gives the command the same numbers", async () => {
    ({ context, faults } = await signedIn(browser, workbench, { lang }));
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/series/qingdao-2016-2019/case/case-2?lang=${lang}`);
    await page.getByRole("button", { name: words.more }).click();
    await page.getByRole("menuitem", { name: words.simulate }).click();
    await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
    await page.getByText(words.effect).first().waitFor();

    // Her two scans stand beside both courses.
    const figure = page.getByRole("figure").first();
    await figure.getByRole("button", { name: words.asTable }).click();
    const table = figure.getByRole("table");
    await table.getByText(words.scan).first().waitFor();
    expect(await table.getByText(words.without).count()).toBeGreaterThan(0);
    expect(await table.getByText(words.withTreatment).count()).toBeGreaterThan(0);

    // As recorded she weaned at month 6: pinned, then weaned at month 3.
    const weaned = page.getByLabel(words.weaned);
    expect(await weaned.inputValue()).toBe("6");
    await page.getByRole("button", { name: words.pin }).click();
    await weaned.fill("3");
    await page.getByText(words.changed).waitFor();
    await page.waitForURL((address) => address.searchParams.get("nursing") === "f3");
    await page.getByRole("link", { name: words.compare, exact: true }).click();
    const numbers = page.getByRole("table", { name: words.numbers });
    const rows = numbers.locator("tbody tr");
    await rows.nth(2).waitFor();
    await expect
      .poll(async () => rows.first().locator("td").first().textContent())
      .not.toBe(await rows.nth(2).locator("td").first().textContent());

    // What is saved runs in the command, to the same digits.
    const csv = page.getByRole("button", { name: words.csv });
    await expect.poll(() => csv.isEnabled()).toBe(true);
    const scenario = await saved(page, page.getByRole("button", { name: words.scenario }), `${lang}.json`);
    const course = await readFile(await saved(page, csv, `${lang}.csv`), "utf8");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [command, "simulate", "--scenario", scenario, "--format", "csv"],
      { maxBuffer: 1e8 },
    );
    expect(course.split(/\r?\n/).length).toBeGreaterThan(100);
    expect(course.split(/\r?\n/)).toEqual(stdout.split(/\r?\n/));
  });

  it("fits case 2 to her scans with the command's own numbers, says which precision, and can be cancelled", async () => {
    ({ context, faults } = await signedIn(browser, workbench, { lang }));
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/simulate?series=qingdao-2016-2019&case=case-2&lang=${lang}`);
    await page.getByRole("link", { name: words.fit, exact: true }).click();
    await page.getByRole("button", { name: words.cancel, exact: true }).click();
    await page.getByText(words.cancelled).waitFor();
    await page.getByRole("button", { name: words.again }).click();
    const fitted = page.getByRole("table", { name: words.fitted });
    await fitted.waitFor({ timeout: 240_000 });

    // The command that the page prints, where it says: beside the series exported from its own page.
    const printed = await page.locator("code", { hasText: "materbone simulate" }).textContent();
    await savedSeries(context);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [command, ...(printed ?? "").split(" ").slice(1), "--format", "json"],
      { cwd: folder, maxBuffer: 1e8 },
    );
    const answer: CaseAnswer = JSON.parse(stdout);
    const { fit, months } = answer.variants[0];
    const rows = await fitted
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent ?? "")));
    const shown = rows.map(([estimate = "", interval = ""]) => [estimate, ...interval.split(/ to |～/)].map(numberOf));
    const [level] = fit.restLevelsGPerCm2;
    expect(shown).toEqual([
      [fit.susceptibility.estimate, fit.susceptibility.low, fit.susceptibility.high].map((value) => rounded(value, 2)),
      [level.estimate, level.low, level.high].map((value) => rounded(value, 3)),
    ]);
    const told = await page.getByText(words.effective).first().textContent();
    expect(Number(words.effective.exec(told ?? "")?.[1])).toBe(Math.round(fit.effectiveSampleSize));

    // Her scans with the precision in use.
    const scans = await page
      .getByRole("table", { name: words.scans })
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map((row) => Array.from(row.querySelectorAll("td"), (cell) => Number(cell.textContent)).slice(-2)),
      );
    expect(scans).toEqual(answer.scans.map(({ bmdGPerCm2, precisionGPerCm2 }) => [bmdGPerCm2, precisionGPerCm2]));

    // The course with her drugs and without, at the months that the figure prints.
    const figure = page.getByRole("figure").first();
    await figure.getByRole("button", { name: words.asTable }).click();
    const lines = await figure
      .getByRole("table")
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map((row) => Array.from(row.querySelectorAll("th, td"), (cell) => cell.textContent ?? "")),
      );
    const bands = fit.bandsGPerCm2[0];
    for (const [name, { median }] of [
      [words.treated, bands.treated],
      [words.without, bands.untreated],
    ] as const) {
      const own = lines.filter((cells) => cells.some((cell) => name.test(cell)));
      const at12 = own.find((cells) => cells.some((cell) => /(^|\D)12($|\D)/.test(cell)));
      const value = median[months.indexOf(12)] ?? Number.NaN;
      expect(at12?.join(" "), `${name} at month 12 of ${JSON.stringify(own)}`).toContain(rounded(value, 3).toFixed(3));
    }
    // Two fits, the page's and the command's.
  }, 600_000);
});
