// Takes the pictures of the workbench for the READMEs and the tour, or those named: `node tools/take-workbench-pictures.mjs [NAME...]` after
// `npm run build`, with Chromium.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { writeHospital } from "../packages/exchange/dist/src/index.js";

const SERIES = "/series/qingdao-2016-2019";
const PICTURES = [
  ["start", "/"],
  ["board", SERIES],
  ["case-timeline", `${SERIES}/case/case-3`],
  ["case-response", `${SERIES}/case/case-1?panel=response`],
  ["case-verdict", `${SERIES}/case/case-2?panel=verdict&siteRule=all`],
  ["case-options", `${SERIES}/case/case-2?panel=options`],
  ["case-follow-up", `${SERIES}/case/case-1?panel=follow-up`],
  ["findings", `${SERIES}/findings`],
  ["follow-up", "/series/varied-women/follow-up?on=2023-06-01"],
  ["tables", `${SERIES}/tables?show=table-2`],
  ["methods", `${SERIES}/settings`],
  ["evidence-studies", "/evidence?show=studies&conflict=only&open=osullivan-2006/bp/lumbarSpine@24"],
  ["evidence-forest", "/evidence?show=forest&stratum=lumbarSpine/percentChange/month24"],
  ["simulator", "/simulate?series=qingdao-2016-2019&case=case-2"],
  ["simulator-fit", "/simulate?series=qingdao-2016-2019&case=case-2&show=fit"],
  ["simulator-graph", "/simulate?show=graph&at=3"],
  ["finder-worklist", "/find/runs/RUN"],
  ["history", `${SERIES}/history`],
  ["settings", "/settings"],
];

const asked = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "materbone-pictures-"));
const server = spawn(process.execPath, [
  "apps/server/bin/materbone-server.js",
  "--no-open",
  "--port",
  "0",
  "--data",
  folder,
]);
const browser = await chromium.launch({
  executablePath: process.env.MATERBONE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const address = new URL(
    await new Promise((resolve) =>
      server.stdout.on("data", (text) => {
        const found = /http:\/\/\S+key=\S+/.exec(String(text))?.[0];
        if (found !== undefined) resolve(found);
      }),
    ),
  );
  const headers = { Authorization: `Bearer ${address.searchParams.get("key")}`, "Content-Type": "application/json" };
  const post = (path, body) =>
    fetch(`${address.origin}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  for (const name of ["qingdao-2016-2019", "varied-women"]) await post(`/examples/${name}`, {});
  // Women of no hospital: every record is made.
  await writeHospital(join(folder, "hospital"), { format: "omop", seed: 7, persons: 2000 });
  let job = await (await post("/finder/jobs", { path: join(folder, "hospital", "data"), definition: "paper" })).json();
  while (job.kind === "running") {
    await new Promise((resolve) => setTimeout(resolve, 200));
    job = await (await fetch(`${address.origin}/api/finder/jobs/${job.id}`, { headers })).json();
  }
  for (const lang of ["en", "zh"]) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
    await page.goto(address.href);
    for (const [name, path] of asked.length === 0 ? PICTURES : PICTURES.filter(([name]) => asked.includes(name))) {
      const there = path.replace("RUN", job.run);
      await page.goto(`${address.origin}${there}${there.includes("?") ? "&" : "?"}lang=${lang}`);
      // What has come asks for more: the second time nothing is on its way.
      for (let time = 0; time < 2; time++) {
        await page.waitForLoadState("networkidle");
        await page.waitForTimeout(500);
        await page.getByText(/^(Loading…|正在载入…)$/).waitFor({ state: "detached" });
      }
      // A fit runs for up to a minute.
      await page.locator("progress, [aria-busy=true]").first().waitFor({ state: "detached", timeout: 180_000 });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: `docs/images/${name}-${lang}.png` });
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}
