import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { choose, press, tabTo, typeInto } from "./keyboard.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

const EXAMPLE = new URL("../examples/qingdao-2016-2019/", import.meta.url);

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench();
  // The methods and intervals of the published series, and none of its women.
  const head = JSON.parse(await readFile(new URL("series.json", EXAMPLE), "utf8"));
  const series = { ...head, id: "by-keyboard", title: "By keyboard", claims: [], reviews: [], cases: [] };
  const answer = await ask(workbench, "/series", { method: "POST", body: JSON.stringify(series) });
  expect(answer.status, await answer.clone().text()).toBe(201);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

it("takes case 2 of the paper from a blank record to its printed row, verdict and findings without a mouse", async () => {
  const { context, faults } = await signedIn(browser, workbench, { lang: "en" });
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/?lang=en`);
  await settled(page);
  await press(page, page.getByRole("link", { name: "By keyboard" }));
  await page.getByRole("heading", { level: 1, name: "By keyboard" }).waitFor();
  await press(page, page.getByRole("button", { name: "+ Woman" }));
  const dialog = page.getByRole("dialog");
  await typeInto(page, dialog.getByRole("textbox").first(), "case-2");
  await tabTo(page, dialog.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "case-2" }).waitFor();

  await person(page);
  await history(page);
  await symptoms(page);
  await fractures(page);
  await events(page);
  await scans(page);
  await laboratory(page);
  await treatments(page);

  await page.keyboard.press("Control+S");
  await page.getByText(/Saved just now · revision 2/).waitFor();

  await verdict(page);
  await table2(page);
  expect(await findingsOf("by-keyboard")).toEqual(await findingsOfThePaper());
  expect(faults).toEqual([]);
  await context.close();
  // Some two thousand keys; a busy machine takes its time.
}, 600_000);

async function person(page: Page): Promise<void> {
  await typeInto(page, page.getByRole("textbox", { name: "Age (years)" }), "27");
  await choose(page, page.getByRole("combobox", { name: "When the age was" }), "reference point not stated");
  const pregnancy = page.getByRole("group", { name: "Pregnancy 1" });
  if ((await pregnancy.count()) === 0) await press(page, page.getByRole("button", { name: "Add pregnancy" }));
  await typeInto(page, pregnancy.getByRole("textbox", { name: "Parity" }), "1");
  await choose(page, pregnancy.getByRole("combobox", { name: "Mode of delivery" }), "vaginal delivery");
  await choose(page, pregnancy.getByRole("combobox", { name: "Breastfed" }), "yes");
  await time(page, pregnancy, "Weaning", "6", "derived");
  const calcium = pregnancy.getByRole("group", { name: "Calcium supplement" });
  await choose(page, calcium.getByRole("combobox", { name: "Taken" }), "no");
}

async function history(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "History" });
  for (const [item, answer] of [
    ["Back pain before pregnancy", "no"],
    ["Limited mobility before pregnancy", "no"],
    ["Fracture before pregnancy", "no"],
    ["Bone density measured before pregnancy", "no"],
    ["Smoking", "no"],
    ["Alcohol", "no"],
    ["Regular medication", "no"],
    ["Family history", "no"],
    ["Regular menses", "yes"],
    ["Amenorrhoea", "no"],
    ["Normal diet in pregnancy", "yes"],
  ] as const) {
    await choose(page, section.getByRole("combobox", { name: item, exact: true }), answer);
  }
}

async function symptoms(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Symptoms" });
  for (const [position, symptom] of ["low back pain", "back pain"].entries()) {
    await add(page, section, "Symptom", symptom, "Add symptom");
    await time(page, section.getByRole("group", { name: `Symptom ${position + 1}` }), "Onset", "0", "derived");
  }
}

async function fractures(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Fractures" });
  for (const [position, level] of ["T6", "T8", "T10", "T11"].entries()) {
    const spine = section.getByRole("list", { name: /^Spine, T4 to L5/ });
    const wanted = spine.getByRole("button", { name: new RegExp(`^${level}:`) });
    await tabTo(page, spine.locator('button[tabindex="0"]'), position === 0 ? "Tab" : "Shift+Tab");
    await page.keyboard.press("Home");
    for (let step = 0; step < 14 && !(await isFocused(wanted)); step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const fracture = section.getByRole("group", { name: `Fracture ${position + 1} (${level})` });
    await time(page, fracture, "Time", "0-6", "ambiguous");
    await choose(page, fracture.getByRole("combobox", { name: "Mechanism" }), "no trauma reported");
    await choose(page, fracture.getByRole("combobox", { name: "Modality" }), "radiograph");
  }
}

async function events(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Events" });
  for (const [position, kind] of ["presentation", "diagnosis"].entries()) {
    await add(page, section, "Kind", kind, "Add event");
    await time(page, section.getByRole("group", { name: `Event ${position + 1} (${kind})` }), "Time", "6", "stated");
  }
}

/** The rows of Table 2 for this woman, typed cell by cell as in a spreadsheet. */
async function scans(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Scans" });
  await tabTo(page, section.getByRole("textbox", { name: "Time, scan 1" }));
  for (const row of [
    ["6", "0.765", "-2.9", "0.735", "-1.6", "0.712", "-2.0"],
    ["17", "0.892", "-1.8", "0.802", "-1.1", "0.807", "-1.3"],
  ]) {
    for (const cell of row) {
      await page.keyboard.type(cell);
      await page.keyboard.press("Tab");
    }
    await tabTo(page, section.getByRole("textbox", { name: /^Time, scan 2/ }), "Shift+Tab").catch(() => undefined);
  }
  await expectSpineVertebrae(page, section);
}

async function expectSpineVertebrae(page: Page, section: Locator): Promise<void> {
  for (const scan of [1, 2]) {
    expect(await section.getByRole("textbox", { name: `Lumbar spine BMD (g/cm²), scan ${scan}` }).inputValue()).toBe(
      scan === 1 ? "0.765" : "0.892",
    );
  }
  await page.keyboard.press("Escape");
}

async function laboratory(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Laboratory" });
  await press(page, section.getByRole("button", { name: "Add a sampling" }));
  const sampling = section.getByRole("group", { name: "Sampling 1" });
  await time(page, sampling, "Time", "6", "derived");
  for (const [name, value, unit] of [
    ["N-MID", "22.85", "ng/mL"],
    ["β-CTX", "0.69", "ng/mL"],
    ["T-PINP", "77.83", "ng/mL"],
    ["osteocalcin", "29.36", "pg/mL"],
    ["PTH", "17.57", "pg/mL"],
    ["25(OH)D", "24.30", "ng/mL"],
    ["serum calcium", "2.23", "mmol/L"],
    ["serum phosphate", "1.32", "mmol/L"],
    ["ALP", "73", "U/L"],
    ["Urine Ca", "0.12", "g/24h"],
  ] as const) {
    await typeInto(page, sampling.getByRole("combobox", { name: "Analyte, new value, sampling 1" }), name);
    await page.keyboard.press("Tab");
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(unit);
    await page.keyboard.press("Enter");
  }
}

async function treatments(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "Treatment" });
  for (const [position, treatment] of [
    { drug: "bed rest", start: "0-6", basis: "ambiguous", end: "6" },
    { drug: "接骨七厘片", start: "0-6", basis: "ambiguous", end: "6", route: "oral" },
    {
      drug: "密固达",
      amount: "5",
      unit: "mg",
      per: "once",
      route: "intravenous infusion",
      start: "6",
      basis: "stated",
    },
    { drug: "calcium", amount: "0.6-1.2", unit: "g", per: "day", route: "oral", start: "6", basis: "stated" },
    { drug: "calcitriol", amount: "1", unit: "ug", per: "day", route: "oral", start: "6", basis: "stated" },
  ].entries()) {
    await typeInto(page, section.getByRole("combobox", { name: /^Drug or measure/ }), treatment.drug);
    await page.keyboard.press("Enter");
    const entry = section.getByRole("group", { name: new RegExp(`^Treatment ${position + 1} `) });
    if (treatment.amount !== undefined) {
      await typeInto(page, entry.getByRole("textbox", { name: "Amount" }), treatment.amount);
      await typeInto(page, entry.getByRole("combobox", { name: "Unit" }), treatment.unit);
      await choose(page, entry.getByRole("combobox", { name: "Per" }), treatment.per);
    }
    if (treatment.route !== undefined) {
      await choose(page, entry.getByRole("combobox", { name: "Route" }), treatment.route);
    }
    await time(page, entry, "Start", treatment.start, treatment.basis);
    if (treatment.end !== undefined) await time(page, entry, "End", treatment.end, "derived");
  }
  const course = page.getByRole("region", { name: "Symptoms" });
  await add(page, course, "State", "not relieved", "Add entry", "Shift+Tab");
}

async function verdict(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("tab", { selected: true }));
  await page.keyboard.press("ArrowRight");
  const panel = page.getByRole("tabpanel", { name: "Verdict" });
  await panel.getByText("Bone density").first().waitFor();
  const text = await panel.innerText();
  // DESIGN.md, rule 8: met at any site, not at all sites; the exclusion hangs on the work-up.
  expect(text).toMatch(/undecided/i);
}

async function table2(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: "Tables and report" }));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto(`${page.url().split("?")[0]}?show=table-2&lang=en`);
  const table = page.getByRole("table", { name: /Table 2/ });
  await table.waitFor();
  const rows = await table.getByRole("row").allInnerTexts();
  const printed = rows.map((row) =>
    row
      .split(/\s*\t\s*|\n/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  );
  // Table 2 of the paper, both scans and the increase.
  expect(printed.some((row) => endsWith(row, ["0.765", "−2.9", "0.735", "−1.6", "0.712", "−2.0"]))).toBe(true);
  expect(printed.some((row) => endsWith(row, ["0.892", "−1.8", "0.802", "−1.1", "0.807", "−1.3"]))).toBe(true);
  expect(printed.some((row) => endsWith(row, ["16.60", "9.12", "13.34"]))).toBe(true);
}

function endsWith(row: readonly string[], cells: readonly string[]): boolean {
  return cells.every((cell, position) => row.at(position - cells.length) === cell);
}

/** What the rules ask about her, by rule, severity and place. */
async function findingsOf(series: string): Promise<readonly string[]> {
  const { openSeries, caseFindings } = await import("@materbone/clinical");
  const exported = await (await ask(workbench, `/series/${series}/export`)).json();
  const [woman] = openSeries(exported).cases;
  if (woman === undefined) throw new Error("she was not exported");
  return caseFindings(woman)
    .map((found) => `${found.severity} ${found.rule} ${found.at}`)
    .sort();
}

/** `case-2` of the published series, whose findings are asserted against the inventory elsewhere. */
async function findingsOfThePaper(): Promise<readonly string[]> {
  const { openCase, caseFindings, readCase, readSeriesHead } = await import("@materbone/clinical");
  const head = readSeriesHead(JSON.parse(await readFile(new URL("series.json", EXAMPLE), "utf8")));
  const record = readCase(JSON.parse(await readFile(new URL("cases/case-2.json", EXAMPLE), "utf8")));
  if (head.kind !== "read" || record.kind !== "read") throw new Error("the example does not read");
  return caseFindings(openCase(record.value, head.value))
    .map((found) => `${found.severity} ${found.rule} ${found.at}`)
    .sort();
}

/** A time and how it is known. */
async function time(page: Page, inside: Locator, label: string, text: string, basis: string): Promise<void> {
  await typeInto(page, inside.getByRole("textbox", { name: label, exact: true }), text);
  await choose(page, inside.getByRole("combobox", { name: `${label}: how it is known` }), basis);
}

/** Opens a new entry of a list by the word that it begins with. */
async function add(
  page: Page,
  section: Locator,
  label: string,
  word: string,
  button: string,
  direction: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  const form = section.locator("form").filter({ has: page.getByRole("button", { name: button }) });
  await tabTo(page, form.getByRole("combobox", { name: label }), direction);
  await choose(page, form.getByRole("combobox", { name: label }), word);
  await press(page, form.getByRole("button", { name: button }));
}

async function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
