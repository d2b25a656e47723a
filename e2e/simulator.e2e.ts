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
  },
} as const;

async function saved(page: Page, button: Locator, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, name);
  await writeFile(path, await readFile(await download.path()));
  return path;
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
    expect(new URL(page.url()).searchParams.get("nursing")).toBe("f3");
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
});
