import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

const OUTCOME = "osullivan-2006/bp/lumbarSpine@24";

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  workbench = await startWorkbench();
  browser = await openBrowser();
  ({ context, faults } = await signedIn(browser, workbench, { lang: "en" }));
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

async function openOutcome(): Promise<{ readonly page: Page; readonly dialog: Locator }> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/evidence?show=studies&open=${OUTCOME}&lang=en`);
  await settled(page);
  await page.getByRole("button", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog", { name: /O'Sullivan/ });
  await dialog.waitFor();
  return { page, dialog };
}

const reading = (dialog: Locator, field: string): Locator =>
  dialog.getByRole("group", { name: "Reading 2" }).getByRole("textbox", { name: field, exact: true });

async function addStudy(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Import…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import values or a literature" });
  await dialog
    .getByRole("textbox", { name: "or paste it here" })
    .fill(
      [
        "study,reached,treatment,women,site,months,statistic,value,document,checkedBy",
        `${name},abstract,bisphosphonate,6,lumbarSpine,24,mean,19.5,"${name}, abstract",Z.Y.`,
      ].join("\n"),
    );
  await dialog.getByRole("button", { name: "Add to the work" }).click();
  await dialog.waitFor({ state: "detached" });
}

type Stored = {
  readonly revision: number;
  readonly value: {
    readonly studies: readonly {
      readonly id: string;
      readonly label: string;
      readonly arms: readonly {
        readonly outcomes: readonly { readonly id: string; readonly readings: readonly object[] }[];
      }[];
    }[];
  };
};

const stored = async (): Promise<Stored> => (await (await ask(workbench, "/literature")).json()) as Stored;

describe("two people who change the literature at once", () => {
  it("keep both studies and both fields of one outcome, and decide the one field that both changed", async () => {
    const mine = await openOutcome();
    const theirs = await openOutcome();
    await reading(mine.dialog, "Value").fill("24.5");
    await reading(mine.dialog, "Place in the document").fill("page 2");
    await mine.dialog.getByRole("button", { name: "Done" }).click();
    await addStudy(mine.page, "Wang 2026");
    await reading(theirs.dialog, "Value").fill("22.5");
    await reading(theirs.dialog, "Read by").fill("A second reader");
    await theirs.dialog.getByRole("button", { name: "Done" }).click();
    await addStudy(theirs.page, "Li 2026");
    await theirs.page.getByRole("button", { name: "Save", exact: true }).click();
    await theirs.page.getByText(/revision 1/).waitFor();

    await mine.page.keyboard.press("Control+S");
    const conflict = mine.page.getByRole("region", { name: "Two versions of the literature" });
    await conflict.getByText("Both of you changed 1 place: choose.").waitFor();
    const row = conflict.getByRole("row", { name: /O'Sullivan 2006.*value/ });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["23", "24.5", "22.5"]);
    const merging = await conflict.getByRole("listitem").allTextContents();
    expect(merging.filter((line) => /Wang 2026\): added \(Yours\)/.test(line))).toHaveLength(2);
    expect(merging.filter((line) => /Li 2026\): added \(Saved meanwhile\)/.test(line))).toHaveLength(2);
    await conflict.getByRole("radio", { name: /Take yours/ }).check();
    await conflict.getByRole("button", { name: "Merge and save" }).click();
    await mine.page.getByText(/revision 2/).waitFor();

    const { value } = await stored();
    expect(value.studies.slice(-2).map(({ label }) => label)).toEqual(["Li 2026", "Wang 2026"]);
    const outcomes = value.studies.find(({ id }) => id === "osullivan-2006")?.arms.flatMap((arm) => arm.outcomes);
    expect(outcomes?.find(({ id }) => id === "lumbarSpine@24")?.readings[1]).toMatchObject({
      value: 24.5,
      place: "page 2",
      checkedBy: "A second reader",
    });
    // Theirs stays in the history, beside what became of both.
    await mine.page.getByRole("button", { name: "History…" }).click();
    const history = mine.page.getByRole("dialog", { name: "History of the literature" });
    await history.getByRole("article").nth(1).waitFor();
    expect(await history.getByRole("article").count()).toBe(2);
    expect(faults).toEqual([]);
  });
});
