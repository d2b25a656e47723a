import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { press, tabTo, typeInto } from "./keyboard.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;
let context: BrowserContext;
let faults: string[];
let folder: string;
let hospital: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-definition-"));
  await writeHospital(join(folder, "hospital"), { format: "fhir", seed: 4, persons: 2000 });
  hospital = join(folder, "hospital", "data");
  workbench = await startWorkbench();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  ({ context, faults } = await signedIn(browser, workbench, { lang: "en" }));
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

type Job = { readonly id: string; readonly kind: string; readonly run?: string };

/** A search by the server's routes, to its end. */
async function search(definition: string): Promise<Job> {
  const body = JSON.stringify({ path: hospital, definition });
  let job = (await (await ask(workbench, "/finder/jobs", { method: "POST", body })).json()) as Job;
  while (job.kind === "running") {
    await new Promise((resolve) => setTimeout(resolve, 100));
    job = (await (await ask(workbench, `/finder/jobs/${job.id}`)).json()) as Job;
  }
  return job;
}

async function openDefinition(id = "paper"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/find/definition?definition=${id}&lang=en`);
  await page.getByRole("region", { name: "Windows" }).waitFor();
  return page;
}

/** The sentence of a window, which opens its fields. */
function sentence(page: Page, name: string): Locator {
  return page.getByRole("region", { name: "Windows" }).locator("summary", { hasText: `${name}:` });
}

/** Women who meet a tier, once the count stands. */
async function meetingATier(page: Page): Promise<number> {
  await page.getByRole("row", { name: /who meet a tier/ }).waitFor();
  await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
  const cell = page
    .getByRole("row", { name: /who meet a tier/ })
    .getByRole("cell")
    .first();
  // Rounded: exact counts of two definitions that lie close together would tell of single women.
  const said = /^about (\d+)$/.exec((await cell.textContent()) ?? "");
  return Number(said?.[1]);
}

describe("a definition", () => {
  it("says how its funnel comes about where nothing was converted yet", async () => {
    const page = await openDefinition();
    await page.getByText("No data have been converted yet").waitFor();
    expect(await page.getByRole("link", { name: "Go to the search" }).getAttribute("href")).toContain("/find");
  });

  it("is changed in its sentences, counted as it stands, kept, and searched with", async () => {
    expect((await search("paper")).kind).toBe("done");
    const page = await openDefinition();
    const before = await meetingATier(page);
    expect(before).toBeGreaterThan(20);
    expect(before % 11).toBe(0);
    const window = "Late pregnancy and after delivery";
    await sentence(page, window).click();
    await page.getByRole("spinbutton", { name: "End, number" }).fill("2");
    await sentence(page, window).getByText("to 2 months after delivery").waitFor();
    // The tiers that look into the window say so too.
    await page
      .getByRole("region", { name: "Tiers of the worklist" })
      .getByText("to 2 months after delivery")
      .first()
      .waitFor();
    await expect.poll(() => meetingATier(page)).toBeLessThan(before);
    const row = page.getByRole("row", { name: /who meet a tier/ });
    await expect.poll(() => row.getByRole("cell").last().textContent()).toMatch(/^about −\d+$/);
    await page.getByText("The funnel of a search has exact counts.", { exact: false }).waitFor();
    const changes = page.getByRole("region", { name: "Compared with" });
    expect(await changes.getByRole("listitem").count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await page.reload();
    await sentence(page, window).getByText("to 2 months after delivery").waitFor();
    await page.getByRole("button", { name: "Save as own definition" }).click();
    await page.waitForURL(/definition=paper-own/);
    await page.getByText("Saved.").waitFor();
    await sentence(page, window).getByText("to 2 months after delivery").waitFor();
    // No text about the shipped one tells its 18 months beside the 2 of the copy.
    const head = page.getByRole("region", { name: "Name", exact: true });
    await head.getByText(/Copied from the definition paper, version \S+; it may have been changed since\./).waitFor();
    expect(await head.innerText()).not.toMatch(/18 months/);

    const job = await search("paper-own");
    const { runs } = (await (await ask(workbench, "/finder/runs")).json()) as {
      readonly runs: readonly { readonly id: string; readonly definition: { readonly id: string } }[];
    };
    expect(runs.find(({ id }) => id === job.run)?.definition.id).toBe("paper-own");
    // What ships is as it was.
    const shipped = await openDefinition();
    await sentence(shipped, window).getByText("to 18 months after delivery").waitFor();
  });

  it("tells what is wrong at its place, refuses what would break it, and takes edits back", async () => {
    const page = await openDefinition("kasahara-2024");
    const windows = page.getByRole("region", { name: "Windows" });
    const opened = windows.getByRole("listitem").first();
    await opened.locator("summary").first().click();
    await opened.getByRole("combobox", { name: "Beginning, unit" }).selectOption({ label: "months after delivery" });
    await opened.getByRole("spinbutton", { name: "Beginning, number" }).fill("60");
    await opened.getByText(/backwards/).waitFor();
    await page.getByRole("region", { name: "To be mended" }).getByRole("button").first().click();
    await opened.locator("summary").first().and(page.locator(":focus")).waitFor();
    expect(await page.getByRole("button", { name: "Save as own definition" }).isDisabled()).toBe(true);
    await opened.getByRole("button", { name: "Remove", exact: true }).click();
    await page
      .getByRole("alert")
      .getByText(/It is used by: .*tier “/)
      .waitFor();
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await page.getByText(/ships with Materbone and stays as it is/).waitFor();
    // From the day of delivery to days before it, by the unit first and the number then.
    const day = opened.getByRole("spinbutton", { name: "Beginning, number" });
    await day.fill("0");
    await opened.getByRole("combobox", { name: "Beginning, unit" }).selectOption({ label: "days before delivery" });
    await day.fill("7");
    await opened.getByText(/from 7 days before delivery/).waitFor();
    await page.getByRole("button", { name: "Discard the changes" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard the changes" }).click();
    await page.getByText(/ships with Materbone and stays as it is/).waitFor();
    expect(await page.getByText(/backwards/).count()).toBe(0);
    const choice = page.getByRole("combobox", { name: "Definition shown" });
    await expect.poll(() => choice.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it("in two windows is two pieces of work, and one that cannot be read is handed out before it is dropped", async () => {
    const first = await openDefinition("kaneko-2024");
    const second = await openDefinition("kaneko-2024");
    for (const [page, name] of [
      [first, "Name of the first"],
      [second, "Name of the second"],
    ] as const) {
      await page.getByRole("region", { name: "Name", exact: true }).locator("summary").first().click();
      await page.getByRole("textbox", { name: "Name, English" }).fill(name);
      await page.getByText(/^Not saved yet/).waitFor();
    }
    await second.getByRole("button", { name: "Undo" }).click();
    await first.reload();
    await first
      .getByRole("region", { name: "Name", exact: true })
      .getByText(/Name of the first/)
      .waitFor();
    expect(await second.getByText(/Name of the first/).count()).toBe(0);
    await first.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("materbone.definition.kaneko")) localStorage.setItem(key, '{"now":{"id":"kaneko-2024"}}');
      }
    });
    await first.reload();
    await first
      .getByRole("alert")
      .getByText(/cannot be read any more/)
      .waitFor();
    const waiting = first.waitForEvent("download");
    await first.getByRole("button", { name: "Download what was kept" }).click();
    expect((await waiting).suggestedFilename()).toBe("kaneko-2024-draft.json");
    await first.getByRole("button", { name: "Drop it and open the definition" }).click();
    await first.getByText(/ships with Materbone and stays as it is/).waitFor();
  });

  it("goes through the keyboard alone", async () => {
    const page = await openDefinition("paper-all-sites");
    await tabTo(page, sentence(page, "After delivery"));
    await page.keyboard.press("Enter");
    await typeInto(page, page.getByRole("spinbutton", { name: "End, number" }), "12");
    await sentence(page, "After delivery").getByText("to 12 months after delivery").waitFor();
    const tiers = page.getByRole("region", { name: "Tiers of the worklist" });
    await tabTo(page, tiers.locator("summary", { hasText: "3." }));
    await page.keyboard.press("Enter");
    await press(page, tiers.getByRole("button", { name: "Move up" }));
    await tiers.locator("summary", { hasText: "2. Low Z-score" }).waitFor();
    const up = tiers.getByRole("button", { name: "Move up" });
    await expect.poll(() => up.evaluate((node) => node === document.activeElement)).toBe(true);
    const conditions = tiers.getByRole("combobox", { name: "Event", exact: true });
    const before = await conditions.count();
    await press(page, tiers.getByRole("button", { name: "Add a condition" }).last());
    expect(await conditions.count()).toBe(before + 1);
    expect(await violations(page)).toEqual([]);
  });

  it("takes codes of the hospital, and says them", async () => {
    const page = await openDefinition("kaneko-2024");
    const sets = page.getByRole("region", { name: "Concept sets of this definition" });
    await sets.getByRole("textbox", { name: "Name of the new concept set" }).fill("Back pain, own words");
    await sets.getByRole("combobox", { name: "Code system" }).fill("local");
    await sets.getByRole("textbox", { name: "Code", exact: true }).fill("腰背痛");
    await sets.getByRole("button", { name: "Add a concept set" }).click();
    await sets.getByText("Codes of “Back pain, own words”: local 腰背痛 and every code that begins with it.").waitFor();
    const events = page.getByRole("region", { name: "What counts" });
    await events.locator("summary").first().click();
    await events.getByRole("combobox", { name: "Add a concept set" }).selectOption({ label: "Back pain, own words" });
    await events.getByText(/or “Back pain, own words”/).waitFor();
    // The codes of a set of the library are there to look at.
    await events.getByText("(library: show the codes)").first().click();
    await events
      .getByText(/ICD-10|SNOMED CT/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("comes from a file and goes into one; a file that is none is told with every place", async () => {
    const page = await openDefinition();
    const chooser = page.locator("input[type=file]");
    const text = await readFile(new URL("../examples/finder/our-hospital.json", import.meta.url), "utf8");
    await chooser.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByRole("alert").getByText("This file is no cohort definition:").waitFor();
    await chooser.setInputFiles({ name: "ours.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("Our hospital (our-hospital, 1)").waitFor();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download JSON" }).first().click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("our-hospital.json");
    const saved = join(folder, "downloaded.json");
    await download.saveAs(saved);
    expect(JSON.parse(await readFile(saved, "utf8"))).toEqual(JSON.parse(text));
    await page.getByRole("button", { name: "Save as own definition" }).click();
    await page.getByText("Saved.").waitFor();
  });

  it("that somebody else saved meanwhile is not overwritten unasked", async () => {
    const mine = JSON.parse(
      await readFile(new URL("../examples/finder/our-hospital.json", import.meta.url), "utf8"),
    ) as object;
    const put = (body: object): Promise<Response> =>
      ask(workbench, "/finder/definitions/ward-9", { method: "PUT", body: JSON.stringify(body) });
    const first = (await (await put({ definition: { ...mine, id: "ward-9" } })).json()) as { readonly state: string };
    const page = await openDefinition("ward-9");
    await settled(page);
    await put({ definition: { ...mine, id: "ward-9", version: "2" }, from: first.state });
    await sentence(page, "Around delivery").click();
    await page.getByRole("spinbutton", { name: "End, number" }).fill("12");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/Another state of this definition was saved meanwhile/).waitFor();
    await page.getByRole("button", { name: "Save mine under another id" }).click();
    await page.waitForURL(/definition=ward-9-own/);
    await page.getByText("Saved.").waitFor();
    const kept = (await (await ask(workbench, "/finder/definitions/ward-9")).json()) as {
      readonly definition: { readonly version: string };
    };
    expect(kept.definition.version).toBe("2");
  });

  it("whose file somebody damaged is deleted only when that is said twice, and hands out its text", async () => {
    const mine = JSON.parse(
      await readFile(new URL("../examples/finder/our-hospital.json", import.meta.url), "utf8"),
    ) as object;
    const body = JSON.stringify({ definition: { ...mine, id: "ward-3" } });
    expect((await ask(workbench, "/finder/definitions/ward-3", { method: "PUT", body })).ok).toBe(true);
    const file = join(workbench.folder, "finder", "definitions", "ward-3.json");
    await writeFile(file, "{ months of work");
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/find/definition?definition=ward-3&lang=en`);
    await page.getByRole("heading", { name: "ward-3: damaged file" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the file as it is" }).click();
    const saved = join(folder, "damaged.json");
    await (await waiting).saveAs(saved);
    expect(await readFile(saved, "utf8")).toBe("{ months of work");
    await page.getByRole("button", { name: "Delete this definition" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete this definition?" });
    await dialog.getByRole("button", { name: "Cancel" }).last().click();
    expect(await readFile(file, "utf8")).toBe("{ months of work");
    await page.getByRole("button", { name: "Delete this definition" }).click();
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByText(/ships with Materbone and stays as it is/).waitFor();
    await expect(readFile(file)).rejects.toThrow("ENOENT");
    const choice = page.getByRole("combobox", { name: "Definition shown" });
    await expect.poll(() => choice.evaluate((node) => node === document.activeElement)).toBe(true);
  });
});
