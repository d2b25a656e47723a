import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;
let folder: string;
let context: BrowserContext;
let faults: string[];

const NAMES = ["Condition.ndjson", "Observation.ndjson", "Patient.ndjson"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-copying-"));
  // Two exports of one name, with files of one name and size.
  for (const year of ["2024", "2025"]) {
    const place = join(folder, year, "export");
    await mkdir(place, { recursive: true });
    for (const name of NAMES) {
      const file = join(place, name);
      await writeFile(file, `{"resourceType":"${name.replace(".ndjson", "")}","id":"${year}"}\n`);
      await utimes(file, new Date(), new Date(`${year}-03-05T12:00:00Z`));
    }
  }
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
  await context.close();
  await rm(join(workbench.folder, "finder", "uploads"), { recursive: true, force: true });
});

async function opened(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/find?lang=en`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function choose(page: Page, year: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await chooser).setFiles(join(folder, year, "export"));
}

/** Files whose parts were sent, in order; the requests of the second file and later ones hang until they are let go. */
async function heldAfterFirst(
  page: Page,
): Promise<{ readonly sent: string[]; readonly held: Promise<void>; readonly letGo: () => void }> {
  const sent: string[] = [];
  let isHeld = true;
  let tell = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route("**/file?*", async (route: Route) => {
    const path = new URL(route.request().url()).searchParams.get("path") ?? "";
    sent.push(path);
    if (isHeld && new Set(sent).size > 1) {
      tell();
      return;
    }
    await route.continue();
  });
  return {
    sent,
    held,
    letGo: () => {
      isHeld = false;
    },
  };
}

describe("files that are being copied", () => {
  it("give way whole to another choice with the same names, and stay on their way while a path is typed", async () => {
    const page = await opened();
    const { sent, held, letGo } = await heldAfterFirst(page);
    await choose(page, "2024");
    await held;
    await page.getByText(/^Copying 1 of 3 files/).waitFor();
    await page.getByRole("textbox", { name: "Path on this computer" }).pressSequentially("/data");
    await page.getByText(/^Copying 1 of 3 files/).waitFor();
    expect(sent).toHaveLength(2);

    letGo();
    await choose(page, "2025");
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    const uploads = join(workbench.folder, "finder", "uploads");
    const [upload = "", ...others] = await readdir(uploads);
    expect(others).toEqual([]);
    const copied = join(uploads, upload, "files", "export");
    expect((await readdir(copied)).sort()).toEqual(NAMES);
    for (const name of NAMES) expect(await readFile(join(copied, name), "utf8")).toContain('"id":"2025"');
    expect(faults).toEqual([]);
  });

  it("are not complete after the page was left, which is asked about, and are gone on with when chosen again", async () => {
    const page = await opened();
    const { sent, held, letGo } = await heldAfterFirst(page);
    await choose(page, "2024");
    await held;
    await page.getByText(/^Copying 1 of 3 files/).waitFor();
    // Another page of the workbench is asked about in the page, a reload by the browser.
    await page.getByRole("link", { name: "Read the whole definition" }).click();
    await page
      .getByRole("dialog")
      .getByText(/^Copying stops/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Stay", exact: true }).last().click();
    await page.getByText(/^Copying 1 of 3 files/).waitFor();
    const asked = page.waitForEvent("dialog");
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
    await reloaded;

    const kept = page.getByRole("region", { name: "What lies on this computer" });
    await kept.getByText(/^1 of 3 files, .* · not complete; choose the same files again to go on · /).waitFor();
    expect(await kept.getByRole("button", { name: "Use (export)" }).count()).toBe(0);
    const before = [...sent];
    letGo();
    await choose(page, "2024");
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    // Only what was missing is sent.
    const missing = NAMES.map((name) => `export/${name}`).filter((path) => path !== before[0]);
    expect(sent.slice(before.length).sort()).toEqual(missing);
    await kept.getByRole("button", { name: "Use (export)" }).waitFor();
    await kept.getByText(/^3 files, /).waitFor();
    expect(await readdir(join(workbench.folder, "finder", "uploads"))).toHaveLength(1);
    expect(faults).toEqual([]);
  });
});
