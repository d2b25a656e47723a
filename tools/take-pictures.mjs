// Takes the pictures of the READMEs: `node tools/take-pictures.mjs` after `npm run build`, with Chromium and a Chinese font.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const SERIES = "qingdao-2016-2019";
const folder = await mkdtemp(join(tmpdir(), "materbone-pictures-"));
const executablePath = process.env.MATERBONE_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  execFileSync(process.execPath, ["apps/cli/bin/materbone.js", "report", `examples/${SERIES}`, "--out", folder]);
  for (const lang of ["en", "zh"]) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(pathToFileURL(join(folder, `${SERIES}.${lang}.html`)).href);
    await page.screenshot({ path: `docs/images/report-${lang}.png` });
    const figure = page.locator(".woman .figure.full .wide").first();
    await figure.screenshot({ path: `docs/images/response-${lang}.png` });
    await page.close();
    const drawing = ["--format", "svg", "--lang", lang, "--out", `docs/images/series-courses-${lang}.svg`];
    execFileSync(process.execPath, [
      "apps/cli/bin/materbone.js",
      "simulate",
      "--series",
      `examples/${SERIES}`,
      ...drawing,
    ]);
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
