import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { ask, openExamples, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

const SERIES = "qingdao-2016-2019";

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  workbench = await startWorkbench();
  await openExamples(workbench);
  // Requests that nobody answers are what is tested: the browser's complaints about them are no faults.
  ({ context } = await signedIn(browser, workbench, { lang: "en" }));
});

afterEach(async () => {
  await context?.close();
  await workbench?.close();
});

it("loses nothing that was typed while the server was away, wherever one went in between", async () => {
  const page = await openCase();
  await workbench.kill();
  await page.getByRole("textbox", { name: "Weight (kg)" }).fill("58");
  await page.getByText("The workbench does not answer.").waitFor();
  await page.getByText("What you typed and did not save is not lost").waitFor();
  await page.getByRole("link", { name: "Findings", exact: true }).click();
  await page.waitForURL(/findings/);
  await page.goBack();
  await expectWeight(page, "58");
  // Through a page whose code has not come yet, and which tells so in place of itself.
  await page.getByRole("link", { name: "Follow-up", exact: true }).click();
  await page.waitForURL(/follow-up/);
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await restart();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("The workbench was started anew").waitFor();
  await signInAgain();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Follow-up" }).waitFor();
  await page.goBack();
  await expectWeight(page, "58");
  await page.getByText(/Changes not saved yet · draft kept/).waitFor();
  await page.keyboard.press("Control+S");
  await page.getByText(/Saved just now · revision 2/).waitFor();
  expect(await storedWeight()).toBe(58);
});

it("says on an open page that the server was started anew, and goes on once the browser is signed in again", async () => {
  const page = await openCase();
  await page.getByRole("textbox", { name: "Weight (kg)" }).fill("58");
  await page.getByText(/draft kept/).waitFor();
  await workbench.kill();
  await page.keyboard.press("Control+S");
  await page.getByText("The workbench does not answer.").waitFor();
  await restart();
  await page.getByText("The workbench was started anew").waitFor();
  await page.getByText("The workbench does not answer.").waitFor({ state: "detached" });
  await signInAgain();
  await page.getByText(/Changes not saved yet · draft kept/).waitFor();
  await page.getByText("The workbench was started anew").waitFor({ state: "detached" });
});

it("keeps what was typed about the series in the same way, and asks before the tab is closed on it", async () => {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/series/${SERIES}/settings?lang=en`);
  await settled(page);
  await page.getByRole("link", { name: "Women", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  await page.goBack();
  const title = page.getByRole("textbox", { name: /^Title/ }).first();
  await title.waitFor();
  await settled(page);
  await workbench.kill();
  await title.fill("Series without a server");
  await page.getByText("What you typed and did not save is not lost").waitFor();
  await page.getByRole("link", { name: "Women", exact: true }).click();
  await page.getByRole("button", { name: "+ Woman" }).waitFor();
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await page.goBack();
  await expect.poll(() => title.inputValue()).toBe("Series without a server");
});

it("does not speak of typed text on a page of a window that holds none", async () => {
  const page = await openCase();
  await workbench.kill();
  await page.getByRole("link", { name: "History", exact: true }).first().click();
  await page.getByText("The workbench does not answer.").waitFor();
  expect(await page.getByText("is not lost").count()).toBe(0);
});

async function openCase(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/series/${SERIES}/case/case-1?lang=en`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  return page;
}

/** The same folder and port; the secret is another one. */
async function restart(): Promise<void> {
  const { folder, origin } = workbench;
  workbench = await startWorkbench({ folder, port: Number(new URL(origin).port) });
}

/** What the page asks for: the new address, opened in another tab. */
async function signInAgain(): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(workbench.address);
  await tab.close();
}

async function expectWeight(page: Page, weight: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Weight (kg)" });
  await expect.poll(() => field.inputValue()).toBe(weight);
}

async function storedWeight(): Promise<unknown> {
  const answer = await ask(workbench, `/series/${SERIES}/cases/case-1`);
  return ((await answer.json()) as { value: { person: { weightKg?: number } } }).value.person.weightKg;
}
