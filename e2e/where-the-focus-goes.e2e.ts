import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { openExamples, settled, signedIn, startWorkbench, type Visit, type Workbench } from "./workbench.ts";

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

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

it("goes to the title of a new series", async () => {
  const page = await opened("/", { lang: "en" });
  await page.getByRole("button", { name: "New series" }).click();
  await page.keyboard.type("Typed at once");
  expect(
    await page
      .getByRole("textbox", { name: /^Title/ })
      .first()
      .inputValue(),
  ).toBe("Typed at once");
});

it("goes to the pseudonym of a new woman, which is typed over", async () => {
  const page = await opened(`/series/${SERIES}`, { lang: "en" });
  await page.getByRole("button", { name: "+ Woman" }).click();
  const id = page.getByRole("dialog").getByRole("textbox").first();
  await expect.poll(() => id.inputValue()).not.toBe("");
  await page.keyboard.type("mine");
  expect(await id.inputValue()).toBe("mine");
});

it("deletes a woman whom claims and decisions name, once the reason that is marked as needed stands there", async () => {
  const page = await opened(`/series/${SERIES}/case/case-2`, { lang: "en" });
  await page.getByRole("button", { name: /^More/ }).first().click();
  await page.getByText("Delete this woman…").click();
  const dialog = page.getByRole("dialog");
  const why = dialog.getByRole("textbox", { name: /^Why is it deleted/ });
  expect(await why.getAttribute("required")).not.toBeNull();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.getByText("Give a reason; it stands in the history.").waitFor();
  await why.fill("entered twice");
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("textbox", { name: "Age (years)" }).waitFor();
});

it("shows a phone the panel that a link names", async () => {
  const page = await opened(`/series/${SERIES}/case/case-1?panel=response`, { lang: "en", width: 390 });
  await page.getByRole("tab", { name: "Response", selected: true }).waitFor();
  expect(await page.getByRole("textbox", { name: "Age (years)" }).isVisible()).toBe(false);
});

async function opened(path: string, visit: Visit) {
  ({ context, faults } = await signedIn(browser, workbench, visit));
  const page = await context.newPage();
  await page.goto(`${workbench.origin}${path}${path.includes("?") ? "&" : "?"}lang=${visit.lang}`);
  await settled(page);
  return page;
}
