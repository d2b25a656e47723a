import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { press, tabTo } from "./keyboard.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

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

type Stored = {
  readonly studies: readonly { readonly id: string }[];
  readonly documents: readonly { readonly id: string }[];
  readonly screening: { readonly records: readonly object[] };
};

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/evidence?show=studies&lang=en${path}`);
  await settled(page);
  return page;
}

async function saved(page: Page, revision: number): Promise<Stored> {
  await page.keyboard.press("Control+S");
  await page.getByText(new RegExp(`^Saved just now · revision ${revision}`)).waitFor();
  const { value } = (await (await ask(workbench, "/literature")).json()) as { readonly value: Stored };
  return value;
}

describe("a study that is there", () => {
  it("gets another population, an overlap and a document, by keyboard alone", async () => {
    const page = await open("&open=hong-2018/tptd/lumbarSpine@12");
    await press(page, page.getByRole("button", { name: "Edit…" }));
    const dialog = page.getByRole("dialog", { name: /Hong 2018/ });
    await press(page, dialog.getByText("The study", { exact: true }));
    const population = dialog.getByRole("combobox", { name: "Disease studied" });
    await tabTo(page, population);
    await population.selectOption("other");
    await dialog.getByText("name the disease").waitFor();
    await press(page, dialog.getByRole("button", { name: "Done" }));
    await dialog.locator('input[required][aria-invalid="true"]:focus').waitFor();
    await page.keyboard.type("anorexia");
    await page.keyboard.press("Enter");
    await dialog.getByText("name the disease").waitFor({ state: "detached" });
    expect(await dialog.getByRole("textbox", { name: "Disease", exact: true }).inputValue()).toBe("anorexia");

    await dialog.getByRole("combobox", { name: "Other cohort" }).last().selectOption({ label: "Laroche 2017" });
    await dialog.getByRole("combobox", { name: "Which women" }).last().selectOption("same");
    await dialog.getByRole("textbox", { name: "Why" }).last().fill("one hospital");
    await press(page, dialog.getByRole("button", { name: "Add overlap" }));
    await dialog.getByRole("group", { name: "Overlap 2 (Laroche 2017)" }).waitFor();

    await dialog.getByRole("combobox", { name: "Another document" }).selectOption("zhang-table-2");
    await press(page, dialog.getByRole("button", { name: "Add", exact: true }));
    await dialog.getByRole("button", { name: /^Take out, Hong/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, dialog.getByRole("button", { name: "Done" }));
    expect((await saved(page, 1)).studies.find(({ id }) => id === "hong-2018")).toMatchObject({
      population: { kind: "other", disease: "anorexia" },
      overlaps: [{ cohort: "lee-2021" }, { cohort: "laroche-2017", certainty: "same", why: "one hospital" }],
      documents: [expect.any(String), "zhang-table-2"],
    });
    expect(faults).toEqual([]);
  });
});

describe("a reading that is added", () => {
  it("takes its spread, and asks for the half that is not there", async () => {
    const page = await open("&open=hadji-2022/tptd/lumbarSpine@24");
    await press(page, page.getByRole("button", { name: "Add a reading…" }));
    const form = page.getByRole("dialog", { name: "Another reading of this value" });
    await form.getByRole("textbox", { name: "Value", exact: true }).fill("30.4");
    await form.getByRole("combobox", { name: "Spread" }).selectOption("sd");
    await form.getByRole("combobox", { name: "Statistic" }).selectOption("mean");
    await form.getByRole("combobox", { name: "Document" }).selectOption("zhang-table-3");
    await form.getByRole("textbox", { name: "Read by" }).fill("Z.Y.");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await form.getByText("Give every number, above zero for an SD or SE").waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole("textbox", { name: "Spread, Value" }).fill("9.3");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await form.waitFor({ state: "detached" });
    const stored = JSON.stringify(await saved(page, 2));
    expect(stored).toContain('"value":30.4,"statistic":"mean","spread":{"kind":"sd","value":9.3}');
    expect(faults).toEqual([]);
  });
});

describe("the screening log and the documents", () => {
  it("are added to, changed and taken out, and a document that is named stays", async () => {
    const page = await open("");
    await press(page, page.getByRole("button", { name: "Screening log…" }));
    const log = page.getByRole("dialog", { name: "Screening log" });
    await log.getByRole("textbox", { name: "Report" }).last().fill("Wang 2026");
    await log.getByRole("combobox", { name: "Found by" }).last().selectOption("search");
    await log.getByRole("combobox", { name: "Decision" }).last().selectOption("excluded");
    await press(page, log.getByRole("button", { name: "Add report" }));
    const report = log.getByRole("group", { name: "The report" });
    await report.getByRole("combobox", { name: "Reason" }).selectOption("noDxa");
    await report.getByRole("combobox", { name: "Stage" }).selectOption("screening");
    expect(await violations(page)).toEqual([]);
    await log.getByRole("combobox", { name: "Which report" }).selectOption("0");
    await report.getByRole("button", { name: "Take this report out" }).click();
    await log.getByRole("button", { name: "Done" }).click();

    await press(page, page.getByRole("button", { name: "Documents…" }));
    const documents = page.getByRole("dialog", { name: "Documents of the literature" });
    await documents.getByRole("button", { name: "Take this document out" }).click();
    await page.getByText(/document.*was not removed|not removed/).waitFor();
    await documents.getByRole("button", { name: "Add a document…" }).click();
    const form = page.getByRole("dialog", { name: "A document" });
    await form.getByRole("textbox", { name: "Citation" }).fill("Wang 2026, J Bone");
    await form.getByRole("combobox", { name: "Read" }).selectOption("abstract");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await documents.getByText("No study names it.").waitFor();
    expect(await violations(page)).toEqual([]);
    await documents.getByRole("textbox", { name: "PMID" }).fill("123");
    await documents.getByRole("button", { name: "Done" }).click();
    const { screening, documents: stored } = await saved(page, 3);
    expect(screening.records).toHaveLength(39);
    expect(screening.records.at(-1)).toEqual({
      report: "Wang 2026",
      found: "search",
      decision: "excluded",
      stage: "screening",
      reason: "noDxa",
    });
    expect(stored.at(-1)).toMatchObject({ id: "wang-2026-j-bone", pmid: "123", reached: "abstract" });
    expect(stored[0]?.id).toBe("zhang-table-3");
    expect(faults).toEqual([]);
  });
});
