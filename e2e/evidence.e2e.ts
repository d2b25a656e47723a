import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { press, tabTo } from "./keyboard.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

const HEADER = "study,reached,treatment,women,site,months,statistic,value,document,checkedBy";
const WANG = "Wang 2026,abstract,bisphosphonate,6,lumbarSpine,24,mean";

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  workbench = await startWorkbench();
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
  expect(faults).toEqual([]);
  await context.close();
});

/** The start page, and from there the evidence by the link that stands on every page. */
async function openEvidence(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/?lang=en`);
  await page.getByRole("banner").getByRole("link", { name: "Evidence" }).click();
  await page.getByRole("heading", { level: 1, name: "Evidence" }).waitFor();
  return page;
}

async function show(page: Page, panel: string): Promise<void> {
  await page.getByRole("navigation", { name: "What is shown" }).getByRole("link", { name: panel, exact: true }).click();
}

/** Row of the pooled effect of bisphosphonates on the spine at 24 months, in the figure's own table. */
async function pooledRow(page: Page): Promise<string> {
  await page.goto(`${page.url().replace(/show=\w+/, "show=forest")}&stratum=lumbarSpine/percentChange/month24`);
  const figure = page.getByRole("figure").first();
  await figure.getByRole("button", { name: "The same as a table" }).click();
  return (
    (await figure
      .getByRole("row", { name: /Pooled/ })
      .first()
      .textContent()) ?? ""
  );
}

describe("a conflict between documents", () => {
  it("is found and decided by keyboard; what moves is seen, the link keeps it, and the literature does not change", async () => {
    const page = await openEvidence();
    await press(page, page.getByRole("link", { name: "Studies", exact: true }));
    const only = page.getByRole("checkbox", { name: "Only where documents disagree" });
    await tabTo(page, only);
    await page.keyboard.press("Space");
    await page.getByText("2 of 109 outcomes").waitFor();
    const value = page.getByRole("button", { name: /23 \(mean\).*O'Sullivan/ });
    await tabTo(page, value);
    // Where it was read shows with the focus alone, and goes with Escape.
    await page.getByRole("tooltip").getByText("O'Sullivan et al. 2006, publisher abstract").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tooltip").waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    const moves = page.getByRole("table", { name: "What moves" });
    await moves.waitFor();
    expect(await moves.getByRole("cell").allTextContents()).toEqual([
      expect.stringContaining("2 studies, 2 women"),
      expect.stringContaining("3 studies, 7 women"),
    ]);
    await tabTo(page, page.getByRole("radio", { name: /Reading 2/ }));
    await page.keyboard.press("ArrowUp");
    await page.getByText("1 reading chosen over the literature's").waitFor();
    expect(page.url()).toContain("osullivan-2006");
    expect(await page.getByRole("columnheader", { name: /Reading 1/ }).getAttribute("aria-current")).toBe("true");
    const before = page.url();

    await page.reload();
    await settled(page);
    expect(page.url()).toBe(before);
    expect(await page.getByRole("radio", { name: /Reading 1/ }).isChecked()).toBe(true);
    // The mean of two single women with one SD: (20.9 + 27.2) / 2.
    expect(await pooledRow(page)).toContain("+24.1");
    await page.getByRole("button", { name: "Take the choices back" }).click();
    await page.getByText("1 reading chosen").waitFor({ state: "detached" });
    expect(await pooledRow(page)).toContain("+23.3");
    const stored = (await (await ask(workbench, "/literature")).json()) as { readonly isShipped: boolean };
    expect(stored.isShipped).toBe(true);
  });
});

describe("values from a file", () => {
  it("are refused whole for a wrong row, mended, seen, saved with a reason, there after a reload, and given up again", async () => {
    const page = await openEvidence();
    await show(page, "Studies");
    await page.getByRole("button", { name: "Import…" }).click();
    const dialog = page.getByRole("dialog", { name: "Import values or a literature" });
    const good = `${WANG},19.5,"Wang 2026, abstract",Z.Y.`;
    const file = (...lines: readonly string[]) => ({
      name: "values.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([HEADER, ...lines].join("\n")),
    });
    await dialog
      .locator("input[type=file]")
      .setInputFiles(
        file(good, 'Wang 2026,abstract,bisphosphonate,6,totalHip,24,mean,five,"Wang 2026, abstract",Z.Y.'),
      );
    const row = dialog.getByRole("row", { name: /five/ });
    await row.waitFor();
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      "3",
      "value",
      "five",
      expect.stringMatching(/number/),
    ]);
    expect(await dialog.getByRole("button", { name: "Add to the work" }).isDisabled()).toBe(true);

    const text = dialog.getByRole("textbox", { name: "or paste it here" });
    await text.fill((await text.inputValue()).replace("five", "5"));
    await dialog.getByText(/^2 values:/).waitFor();
    expect(await dialog.getByRole("row", { name: /Wang 2026/ }).count()).toBe(2);
    await dialog.getByRole("button", { name: "Add to the work" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("111 outcomes").waitFor();
    expect((await stored()).isShipped).toBe(true);

    await page.getByRole("textbox", { name: "Reason (optional)" }).fill("Wang 2026 came out");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/^Saved just now · revision 1/).waitFor();
    await page.reload();
    await page.getByText("111 outcomes").waitFor();
    await page.getByRole("searchbox", { name: "Find" }).fill("wang 2026");
    await page.getByText("2 of 111 outcomes").waitFor();
    // Seven women before, and six more.
    expect(await pooledRow(page)).toContain("women13");

    await show(page, "Studies");
    await page.getByRole("button", { name: "History…" }).click();
    await page.getByRole("dialog", { name: "History of the literature" }).getByText("Wang 2026 came out").waitFor();
    await page.getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Back to the shipped literature…" }).click();
    const question = page.getByRole("dialog", { name: "Back to the shipped literature?" });
    await question.getByRole("textbox", { name: "Reason" }).fill("for the next test");
    await question.getByRole("button", { name: "Go back" }).click();
    await question.waitFor({ state: "detached" });
    await page.getByText("As shipped; nothing of your own is saved").waitFor();
    expect((await stored()).isShipped).toBe(true);
  });

  const stored = async () => (await (await ask(workbench, "/literature")).json()) as { readonly isShipped: boolean };
});

describe("the literature as a whole", () => {
  it("is edited in a dialog, moves the page, is undone, and leaves as files that read again", async () => {
    const page = await openEvidence();
    await page.goto(`${workbench.origin}/evidence?show=studies&open=osullivan-2006/bp/lumbarSpine@24&lang=en`);
    await page.getByRole("button", { name: "Edit…" }).click();
    const dialog = page.getByRole("dialog", { name: /O'Sullivan/ });
    const value = dialog.getByRole("group", { name: "Reading 2" }).getByRole("textbox", { name: "Value", exact: true });
    await value.fill("24.5");
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: /24\.5 \(mean\)/ }).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export JSON" }).click(),
    ]);
    expect(await readFile(await saved.path(), "utf8")).toContain("24.5");
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    expect(await readFile(await csv.path(), "utf8")).toMatch(/O'Sullivan 2006.*24\.5/);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: /\+23 \(mean\)/ }).waitFor();

    await page.getByRole("button", { name: "Add a study…" }).click();
    const form = page.getByRole("dialog", { name: "A study with its first value" });
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await form.getByText("Needed.").nth(5).waitFor();
    await form.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("As shipped; nothing of your own is saved").waitFor();
  });
});
