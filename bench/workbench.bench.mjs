// The workbench in a real browser over a database with many women: first load, opening a woman, and edit to redraw.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { openSqliteRegistry } from "../packages/registry/dist/src/index.js";
import { generateCase, random } from "./generate-cases.mjs";

const WOMEN = Number(process.env.MATERBONE_BENCH_WOMEN ?? 100_000);
const SMALL = 200;
const LOADS = 10;
const OPENED = 25;
const KEYS = 40;

const folder = await mkdtemp(join(tmpdir(), "materbone-bench-"));
const cleanUp = [() => rm(folder, { recursive: true, force: true })];
try {
  await fill(folder);
  const server = spawn(process.execPath, [
    "apps/server/bin/materbone-server.js",
    "--no-open",
    "--port",
    "0",
    "--data",
    folder,
  ]);
  cleanUp.unshift(async () => void server.kill("SIGTERM"));
  const address = new URL(await addressOf(server));
  const browser = await chromium.launch({
    executablePath: process.env.MATERBONE_CHROMIUM ?? "/usr/bin/chromium",
    // A watched browser finds the place of every error object, those included that React makes and never throws, and reads
    // its whole script again for that, unless it keeps the places from the first.
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--no-enable-lazy-source-positions"],
  });
  cleanUp.unshift(() => browser.close());
  await firstLoad(browser, address, "start page", "/");
  await firstLoad(browser, address, `board of ${SMALL} women`, "/series/small");
  await firstLoad(browser, address, "page of one woman", "/series/small/case/woman-7");
  await opening(browser, address, "large", `${WOMEN} women`);
  await editing(browser, address);
} finally {
  for (const step of cleanUp) await step();
}

async function fill(into) {
  const registry = await openSqliteRegistry({ folder: into });
  const next = random(20260101);
  const act = { by: "bench", at: "2026-01-01T00:00:00.000Z" };
  for (const [id, count] of [
    ["small", SMALL],
    ["large", WOMEN],
  ]) {
    const cases = Array.from({ length: count }, (_, number) => generateCase(number, next));
    const head = { schema: "materbone/series/1", id, title: { en: id }, origin: "synthetic" };
    await registry.createSeries({ ...head, cases }, act);
  }
  await registry.close();
}

/**
 * A browser that has never been here: bytes of compressed script, milliseconds until the page is drawn with its heading, and
 * until it is quiet, which is when the last task of 50 ms or more has ended.
 */
async function firstLoad(browser, address, name, path) {
  const shown = [];
  const quiet = [];
  let scripts = 0;
  for (let round = 0; round < LOADS; round++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
    await context.addCookies(await cookiesOf(browser, address));
    await context.addInitScript(() => {
      const times = { shown: 0, quiet: 0 };
      Object.assign(globalThis, { times });
      const look = () => {
        if (document.querySelector("h1") === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => Object.assign(times, { shown: performance.now() }), 0));
      };
      look();
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) times.quiet = startTime + duration;
      }).observe({ type: "longtask", buffered: true });
    });
    const page = await context.newPage();
    const sizes = [];
    const onFinished = (request) => {
      if (request.resourceType() === "script") sizes.push(request.sizes());
    };
    page.on("requestfinished", onFinished);
    await page.goto(`${address.origin}${path}?lang=en`, { waitUntil: "networkidle" });
    await page.waitForTimeout(500);
    const times = await page.evaluate(() => globalThis.times);
    // What comes after the first screen may still be on its way.
    page.off("requestfinished", onFinished);
    shown.push(times.shown);
    quiet.push(Math.max(times.shown, times.quiet));
    scripts = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    await context.close();
  }
  const p95 = (values) => `p95 ${percentile(values, 0.95).toFixed(0)} ms, empty cache`;
  tell(`first load, ${name}: script`, scripts / 1000, "kB compressed", "all scripts that the page asked for");
  tell(`first load, ${name}: drawn`, percentile(shown, 0.5), "ms median", p95(shown));
  tell(`first load, ${name}: quiet`, percentile(quiet, 0.5), "ms median", p95(quiet));
}

/** From the click on a card of the board to the chart of that woman in the document and painted. */
async function opening(browser, address, series, name) {
  const page = await signedIn(browser, address);
  await page.goto(`${address.origin}/series/${series}?lang=en`);
  await page.locator("a[href*='/case/']").first().waitFor();
  await page.waitForLoadState("networkidle");
  const times = [];
  for (let number = 0; number < OPENED; number++) {
    times.push(
      await page.evaluate(async (position) => {
        const links = [...document.querySelectorAll("a[href*='/case/']")];
        const link = links[position % links.length];
        const start = performance.now();
        link.click();
        while (document.querySelector(".mb-figure svg[aria-labelledby^='bmd-trend']") === null) {
          await new Promise((resume) => setTimeout(resume, 0));
        }
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
        return performance.now() - start;
      }, number * 3),
    );
    await page.goBack();
    await page.locator("a[href*='/case/']").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  tell(
    `open a woman, ${name}`,
    percentile(times.slice(1), 0.5),
    "ms median",
    `p95 ${percentile(times.slice(1), 0.95).toFixed(0)} ms, first ${times[0].toFixed(0)} ms with its scripts`,
  );
  await page.context().close();
}

/** From a key in a BMD cell to the new chart, painted. */
async function editing(browser, address) {
  const page = await signedIn(browser, address);
  await page.goto(`${address.origin}/series/small/case/woman-7?lang=en`);
  await page.locator(".mb-figure svg").first().waitFor();
  await page.waitForLoadState("networkidle");
  const cell = page.getByRole("textbox", { name: /^Lumbar spine BMD/ }).first();
  await cell.focus();
  const times = [];
  for (let number = 0; number < KEYS; number++) {
    const measured = page.evaluate(
      () =>
        new Promise((resolve) => {
          let start = 0;
          addEventListener(
            "keydown",
            () => {
              start = performance.now();
            },
            { once: true, capture: true },
          );
          const drawing = document.querySelector(".mb-figure");
          const observer = new MutationObserver(() => {
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
          });
          observer.observe(drawing, { childList: true, subtree: true });
        }),
    );
    // At the end of what stands there: a fourth decimal is a BMD too, and taking it away another.
    await page.keyboard.press("End");
    await page.waitForTimeout(30);
    await page.keyboard.press(number % 2 === 0 ? "5" : "Backspace");
    times.push(await measured);
  }
  tell(
    `edit to redraw, series of ${SMALL}`,
    percentile(times, 0.5),
    "ms median",
    `p95 ${percentile(times, 0.95).toFixed(0)} ms, key to painted chart`,
  );
  await page.context().close();
}

async function signedIn(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address.href);
  return page;
}

async function cookiesOf(browser, address) {
  const page = await signedIn(browser, address);
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}

function addressOf(server) {
  return new Promise((resolve) => {
    server.stdout.on("data", (text) => {
      const found = /http:\/\/\S+key=\S+/.exec(String(text))?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function tell(workload, value, unit, detail) {
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    JSON.stringify({ bench: "workbench", workload, value: Math.round(value * 10) / 10, unit, peakMemoryMb, detail }),
  );
}
