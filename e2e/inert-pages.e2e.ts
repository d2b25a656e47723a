import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { ask, settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

/** Runs when any of it is taken for markup, an attribute or an address. */
const HOSTILE = `"'><img src=x onerror="globalThis.__ran=1"><script>globalThis.__ran=1</script><svg onload="globalThis.__ran=1">`;

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench();
  const head = poisoned(await example("series.json"));
  const cases = await Promise.all(["case-1", "case-2", "case-3"].map((id) => example(`cases/${id}.json`)));
  const series = { ...head, id: "hostile", cases: cases.map((record) => poisoned(record)) };
  const answer = await ask(workbench, "/series", { method: "POST", body: JSON.stringify(series) });
  expect(answer.status, (await answer.clone().text()).slice(0, 500)).toBe(201);
  const settings = await ask(workbench, "/settings", { method: "PUT", body: JSON.stringify({ author: HOSTILE }) });
  expect(settings.ok).toBe(true);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

describe.each([
  "/",
  "/series/hostile",
  ...["timeline", "verdict", "response", "options", "follow-up", "findings"].map(
    (panel) => `/series/hostile/case/case-1?panel=${panel}`,
  ),
  "/series/hostile/findings?group=woman",
  ...["table-1", "table-2", "table-3", "figures", "report"].map((show) => `/series/hostile/tables?show=${show}`),
  "/series/hostile/follow-up",
  "/series/hostile/settings",
  "/series/hostile/history",
  "/settings",
])("%s", (path) => {
  it("shows hostile text of a record as text and runs none of it", async () => {
    const { context, faults } = await signedIn(browser, workbench, { lang: "en" });
    const page = await context.newPage();
    await page.goto(`${workbench.origin}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await settled(page);
    for (const frame of page.frames()) {
      expect(await frame.evaluate(() => "__ran" in globalThis)).toBe(false);
      expect(await frame.evaluate(() => document.querySelectorAll("img[onerror], svg[onload]").length)).toBe(0);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

async function example(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL(`../examples/qingdao-2016-2019/${file}`, import.meta.url), "utf8"));
}

/** Free text of a record: everything a person may write as she likes, by the names such fields have in the format. */
const FREE = new Set([
  "en",
  "zh",
  "note",
  "source",
  "title",
  "label",
  "name",
  "method",
  "laboratory",
  "centre",
  "brand",
]);

/** The document with hostile words in every free text that it has, and in two more that it lacks. */
function poisoned<T>(document: T): T {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return FREE.has(key) ? HOSTILE : value;
    if (Array.isArray(value)) return value.map((entry) => walk(entry, ""));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(document, "") as T;
}
