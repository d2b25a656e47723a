import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { tabTo, typeInto } from "./keyboard.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;
let hospital: string;
let run: string;
const open: BrowserContext[] = [];

beforeAll(async () => {
  hospital = await mkdtemp(join(tmpdir(), "materbone-hospital-"));
  const { writeHospital } = await import("@materbone/exchange");
  await writeHospital(join(hospital, "made"), { format: "fhir", seed: 4, persons: 200 });
  workbench = await startWorkbench();
  run = await searched(join(hospital, "made", "data"));
  const series = { schema: "materbone/series/1", id: "ours", title: { en: "Our women", zh: "本院病例" }, cases: [] };
  const answer = await ask(workbench, "/series", { method: "POST", body: JSON.stringify(series) });
  expect(answer.status, await answer.clone().text()).toBe(201);
  browser = await openBrowser();
});

afterAll(async () => {
  for (const context of open) await context.close();
  await browser?.close();
  await workbench?.close();
  await rm(hospital, { recursive: true, force: true });
});

/** A search of the folder with the definition of the paper, run to its end. */
async function searched(path: string): Promise<string> {
  const body = JSON.stringify({ path, definition: "paper" });
  let job = await (await ask(workbench, "/finder/jobs", { method: "POST", body })).json();
  while (job.kind === "running") {
    await new Promise((resolve) => setTimeout(resolve, 200));
    job = await (await ask(workbench, `/finder/jobs/${job.id}`)).json();
  }
  expect(job.kind, JSON.stringify(job)).toBe("done");
  return job.run;
}

/** A doctor at a desk of her own, on a page of the run. */
async function doctor(path: string): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const { context, faults } = await signedIn(browser, workbench, { lang: "en" });
  open.push(context);
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/find/runs/${run}${path}${path.includes("?") ? "&" : "?"}lang=en`);
  await settled(page);
  return { page, faults };
}

async function named(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name or initials" }).fill(name);
  await page.getByRole("button", { name: "Begin" }).click();
}

async function decide(page: Page, rank: number, verdict: string, reason: string, note?: string): Promise<void> {
  await page.getByRole("heading", { name: new RegExp(`^${rank}\\. `) }).waitFor();
  await page.getByRole("radio", { name: verdict, exact: true }).check();
  await page.getByRole("checkbox", { name: reason }).check();
  if (note !== undefined) await page.getByRole("textbox", { name: "Note" }).fill(note);
  await page.getByRole("button", { name: "Decide", exact: true }).click();
}

/** Who settles it is chosen, never presumed, and outlives a reload with the rest of what was entered. */
async function keepsWhoSettles(page: Page): Promise<void> {
  const third = page.getByRole("radio", { name: "a third person" });
  const together = page.getByRole("radio", { name: "both reviewers together" });
  await third.waitFor();
  expect([await third.isChecked(), await together.isChecked()]).toEqual([false, false]);
  const adjudication = page.getByRole("region", { name: "Adjudication" });
  const plo = adjudication.getByRole("radio", { name: "PLO", exact: true }).first();
  await plo.check();
  await adjudication.getByRole("checkbox", { name: "low Z-score" }).first().check();
  await page.getByRole("button", { name: "Settle" }).click();
  await page.getByText("Choose who settles it.").waitFor();
  await third.check();
  await page.getByRole("textbox", { name: "Name of the third person" }).fill("Zhou");
  await page.reload();
  await third.waitFor();
  expect([await third.isChecked(), await together.isChecked(), await plo.isChecked()]).toEqual([true, false, true]);
  expect(await page.getByRole("textbox", { name: "Name of the third person" }).inputValue()).toBe("Zhou");
}

describe("the worklist", () => {
  it("shows at a glance who is listed and why, and opens a woman with her evidence", async () => {
    const { page, faults } = await doctor("");
    const worklist = page.getByRole("table", { name: "Worklist for review" });
    const first = worklist.getByRole("row").nth(1);
    await first.getByText("Fracture and low Z-score").waitFor();
    expect(await first.innerText()).toMatch(/months? after delivery/);
    expect(await first.innerText()).toMatch(/Drug\s+not recorded/);
    await first.getByRole("link").first().click();
    await page.waitForURL(/woman=1/);
    // Its heading and three lines at least.
    await page.getByRole("region", { name: "Evidence" }).getByRole("row").nth(3).waitFor();
    await page.getByText("How did the fracture happen").first().waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL((address) => !address.search.includes("woman="));
    await first.getByRole("link").first().and(page.locator(":focus")).click();
    const identifier = (await first.getByRole("link").first().innerText()).trim();
    await page.getByRole("textbox", { name: "Identifier in the source" }).fill(identifier);
    await page.getByText("1–1 of 1", { exact: true }).waitFor();
    // What identifies her stays out of the address.
    expect(page.url()).not.toContain(identifier);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "One row per woman (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^worklist-.+\.csv$/);
    await page.getByRole("link", { name: "Review her" }).click();
    await page.waitForURL(/review\?.*woman=1/);
    expect(faults).toEqual([]);
  });
});

describe("the review", () => {
  it("says in the language of the page that a run is not there, and asks for no name", async () => {
    const { page } = await doctor("/review");
    await page.goto(`${workbench.origin}/find/runs/nonsense/review?lang=zh`);
    await page.getByText("没有这个检索运行记录").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
  });

  it("goes from two blind decisions over a disagreement to a predictive value and a case record", async () => {
    const li = await doctor("/review");
    await named(li.page, "Li");
    await decide(li.page, 1, "PLO", "images show a fragility fracture", "MRI seen");
    await li.page.getByText("No. 1: PLO. Saved.").waitFor();
    await decide(li.page, 2, "PLO", "low Z-score");
    await li.page.getByRole("heading", { name: /^3\. / }).waitFor();

    await seesNothingOfLi();
    await byKeyboard();

    // Both have decided: now each sees what the other said, side by side, also on a page that was open meanwhile.
    await li.page.getByRole("link", { name: "For adjudication (1)" }).click();
    await li.page.getByRole("heading", { name: /^2\. / }).waitFor();
    const adjudication = li.page.getByRole("region", { name: "Adjudication" });
    expect(await adjudication.innerText()).toMatch(/Li[\s\S]*PLO[\s\S]*Wang[\s\S]*not PLO/);

    await keepsWhoSettles(li.page);

    const zhou = await doctor("/review");
    await named(zhou.page, "Zhou");
    await zhou.page.getByText("Two others review this run.").first().waitFor();
    await zhou.page.getByRole("heading", { name: /^2\. / }).waitFor();
    await zhou.page.getByRole("radio", { name: "not PLO", exact: true }).check();
    await zhou.page.getByRole("checkbox", { name: "no fracture on the images" }).check();
    await zhou.page.getByRole("button", { name: "Settle" }).click();
    await zhou.page.getByText("No. 2: not PLO. Saved.").waitFor();

    await zhou.page.getByRole("link", { name: "Agreement and PPV" }).click();
    const inside = zhou.page.getByRole("region", { name: "For use inside the hospital" });
    await inside
      .getByText(/^50\.0 % \(1\.3 to 98\.7\), 1 of 2$/)
      .first()
      .waitFor();
    const leaving = zhou.page.getByRole("region", { name: "What may leave the hospital" });
    expect(await leaving.innerText()).toMatch(/Overall counts: hidden/);
    expect(await leaving.innerText()).not.toMatch(/1 of 2|Li|Wang/);
    // A file by candidate would tell what the counts hide.
    expect(await leaving.innerText()).toMatch(/The review itself: withheld/);
    expect(await leaving.getByRole("link").count()).toBe(0);
    expect(await inside.innerText()).toMatch(/Reviewers\s+Li and Wang/);

    await li.page.getByRole("link", { name: "Confirmed (1)" }).click();
    await li.page.getByRole("heading", { name: /^1\. / }).waitFor();
    const write = li.page.getByRole("button", { name: "Write the case record" });
    const id = li.page.getByRole("textbox", { name: "New id in the series" });
    // The next free id is proposed as soon as the series is read.
    await expect.poll(() => id.inputValue(), { timeout: 20_000 }).not.toBe("");
    await id.fill("");
    await write.click();
    await li.page.getByText("Type an id.").waitFor();
    // Somebody else writes her while this page stands open.
    const other = JSON.stringify({ candidate: 1, series: "ours", id: "case-1" });
    expect((await ask(workbench, `/finder/runs/${run}/cases`, { method: "POST", body: other })).status).toBe(201);
    await id.fill("case-2");
    await write.click();
    // She is not written a second time by mistake: the page says where she stands, and asks.
    const question = li.page.getByRole("dialog", { name: "Write her a second time?" });
    await question.getByText("ours / case-1").waitFor();
    await li.page.getByText("1 of 1 confirmed written into a series").waitFor();
    await question.getByRole("button", { name: "Cancel" }).and(li.page.locator(":focus")).waitFor();
    expect(await violations(li.page)).toEqual([]);
    await li.page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await id.inputValue()).toBe("case-2");
    await write.and(li.page.locator(":focus")).waitFor();
    await li.page.keyboard.press("Enter");
    await question.getByRole("button", { name: "Write her a second time" }).click();
    await li.page.getByRole("link", { name: "ours / case-2" }).waitFor();
    await li.page.getByRole("link", { name: "Open the case" }).click();
    await li.page.getByRole("heading", { level: 1, name: /case-2/i }).waitFor();
    for (const { faults } of [li, zhou]) expect(faults).toEqual([]);
  });

  /** The summary before both have decided on anybody: neither a name nor a count tells that one has decided. */
  async function seesNothingOfLi(): Promise<void> {
    const { page, faults } = await doctor("/summary");
    await page.evaluate(() => localStorage.setItem("materbone.reviewer", "Wang"));
    await page.reload();
    const inside = page.getByRole("region", { name: "For use inside the hospital" });
    await inside.getByText("Named when both have decided on a woman.").waitFor();
    const { candidates } = await (await ask(workbench, `/finder/runs/${run}/worklist`)).json();
    await inside.getByText(`open ${candidates.length}; agreed 0; for adjudication 0; adjudicated 0`).waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/Li\b|reviewer has decided/);
    expect(faults).toEqual([]);
  }

  /** The second reviewer, without a mouse: her name, a verdict by its key, reasons by Space, Ctrl+Enter. */
  async function byKeyboard(): Promise<void> {
    const { page, faults } = await doctor("/review");
    await typeInto(page, page.getByRole("textbox", { name: "Name or initials" }), "Wang");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^1\. / }).waitFor();
    // Blind: nothing of the other's, not even that there is a decision.
    expect(await page.locator("main").innerText()).not.toMatch(/Li\b|MRI seen|one reviewer has decided/);
    const timeline = page.getByRole("slider", { name: /Her records around the delivery/ });
    await tabTo(page, timeline);
    await page.keyboard.press("ArrowRight");
    expect(await timeline.getAttribute("aria-valuetext")).toMatch(/delivery|months?/);
    await page.keyboard.press("1");
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+Enter");
    const second = page.getByRole("heading", { name: /^2\. / });
    await second.waitFor();
    // The next woman is where the reader goes on.
    await second.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: /^3\. / }).waitFor();
    await page.keyboard.press("p");
    await page.getByRole("heading", { name: /^2\. / }).waitFor();
    await page.keyboard.press("2");
    await page.keyboard.press("Space");
    // Keys mean themselves while a note is typed.
    await typeInto(page, page.getByRole("textbox", { name: "Note" }), "n 1 2 3");
    expect(await page.getByRole("radio", { name: "not PLO", exact: true }).isChecked()).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.getByText("No. 2: not PLO. Saved.").waitFor();
    expect(faults).toEqual([]);
  }

  it("says of a code that nothing names that its name is not known, and leaves no cell empty", async () => {
    // Tables without names of their codes.
    const { writeHospital } = await import("@materbone/exchange");
    await writeHospital(join(hospital, "tables"), { format: "csv", seed: 4, persons: 200 });
    const ofTables = await searched(join(hospital, "tables", "data"));
    const { page } = await doctor("/review?queue=all&woman=1");
    await page.goto(`${workbench.origin}/find/runs/${ofTables}/review?queue=all&woman=1&lang=en`);
    await named(page, "Li");
    const records = page.getByRole("region", { name: "All records by day" }).getByRole("row");
    await records.first().waitFor();
    const codes = await records.evaluateAll((rows) => rows.slice(1).map((row) => row.children[2]?.textContent ?? ""));
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((said) => said.trim() === "")).toEqual([]);
    const bare = codes.filter((said) => / Z33\S*/.test(said));
    expect(bare.length).toBeGreaterThan(0);
    for (const said of bare) expect(said).toMatch(/name not known here$/);
    expect(codes.filter((said) => said.includes("(")).join()).not.toContain("name not known");
  });

  it("loses nothing that was entered while the server was away", async () => {
    const { page } = await doctor("/review?queue=all&woman=5");
    await named(page, "Li");
    await page.route("**/decisions", (route) => route.abort());
    await decide(page, 5, "cannot tell", "no images at hand", "ask radiology");
    await page.getByText("What you entered is kept in this tab.").first().waitFor();
    await page.unroute("**/decisions");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox", { name: "Note" }).inputValue()).toBe("ask radiology");
    expect(await page.getByRole("checkbox", { name: "no images at hand" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    await page.getByText("No. 5: cannot tell. Saved.").waitFor();
    await page.getByText("What the other says is shown when both have decided.").waitFor();
    // She says otherwise at another desk, which this page does not hear of before it hands over a decision of its own.
    await page.route("**/review?reviewer=*", (route) => route.abort());
    const { state: from } = await (await ask(workbench, `/finder/runs/${run}/women/5?reviewer=Li`)).json();
    const body = JSON.stringify({ reviewer: "Li", candidate: 5, verdict: "plo", reasons: ["low_z_score"], from });
    const answer = await ask(workbench, `/finder/runs/${run}/decisions`, { method: "POST", body });
    expect(answer.status, await answer.clone().text()).toBe(201);
    await page.getByText("Decide anew").click();
    await decide(page, 5, "not PLO", "no fracture on the images");
    await page.getByText("See how it stands now, then decide").waitFor();
    await page.getByRole("region", { name: "Your decision" }).getByText("low Z-score").first().waitFor();
    expect(await page.getByRole("radio", { name: "not PLO", exact: true }).isChecked()).toBe(true);
  });

  it("takes a colleague's file of the same worklist, and no other", async () => {
    const li = await doctor("/review");
    await named(li.page, "Li");
    await li.page.getByText("Work with a colleague elsewhere").click();
    const [download] = await Promise.all([
      li.page.waitForEvent("download"),
      li.page.getByRole("link", { name: "Download my decisions" }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), "utf8"));
    // The same data and definition give the same worklist, as in a colleague's copy of the hospital's data.
    const again = await searched(join(hospital, "made", "data"));
    await li.page.goto(`${workbench.origin}/find/runs/${again}/review?lang=en`);
    await li.page.getByText("Work with a colleague elsewhere").click();
    const take = async (content: string): Promise<void> => {
      const buffer = Buffer.from(content);
      const field = li.page.getByLabel("Put a colleague's file together with this review");
      await field.setInputFiles({ name: "review.json", mimeType: "application/json", buffer });
    };
    await take("no review");
    await li.page.getByText("This file is not JSON").waitFor();
    await take(JSON.stringify({ ...file, run: { ...file.run, hash: `sha256:${"0".repeat(64)}` } }));
    await li.page.getByText("This review belongs to another run.").waitFor();
    await take(JSON.stringify(file));
    await li.page.getByText(`Put together: ${file.entries.length} decisions of Li.`).waitFor();
    expect(JSON.stringify(file)).not.toContain("MRI seen");
  });

  it("says at its place what is missing", async () => {
    const { page } = await doctor("/review?queue=all&woman=6");
    await page.getByRole("textbox", { name: "Name or initials" }).fill("A/B");
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByText("Begin with a letter or digit").waitFor();
    await named(page, "Li");
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    await page.getByText("Choose one of the three.").waitFor();
    await page.getByRole("radio", { name: "PLO", exact: true }).check();
    await page.getByText("Choose at least one reason.").waitFor();
    await page.getByRole("checkbox", { name: "other, see the note" }).check();
    await page.getByText("Say in the note what “other” is.").waitFor();
  });
});

describe.each(["zh", "en"] as const)("in %s", (lang) => {
  it.each(["light", "dark"] as const)("axe finds nothing and nothing is clipped, in %s colours", async (scheme) => {
    const { context, faults } = await signedIn(browser, workbench, { lang, scheme });
    open.push(context);
    const page = await context.newPage();
    await page.goto(`${workbench.origin}/find/runs/${run}/review?lang=${lang}`);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => localStorage.setItem("materbone.reviewer", "Li"));
    for (const path of [
      "",
      "?woman=1",
      "/review?queue=all&woman=1",
      "/review?queue=all&woman=2",
      "/review",
      "/summary",
    ]) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${workbench.origin}/find/runs/${run}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await settled(page);
      expect(await violations(page), path).toEqual([]);
      for (const width of [1366, 820, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(Math.max(0, sideways), `sideways scroll of ${path} at ${width}`).toBe(0);
      }
    }
    expect(faults).toEqual([]);
  });
});
