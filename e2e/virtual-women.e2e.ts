import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CircuitJob,
  circuitSimulator,
  type Plan,
  readScenario,
  simulateBatch,
  simulationModels,
} from "@materbone/circuit";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagePolicy } from "../apps/server/src/security/answer-headers.ts";
import { openBrowser } from "./browser.ts";
import type { WomenOnAPage } from "./women-on-a-page.fixture.ts";

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-women-"));
  await bundle();
  server = createServer((request, response) => void answer(request.url ?? "/", response)).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  browser = await openBrowser();
  page = await browser.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("virtual women in the workers of a page, under the workbench's policy", () => {
  it("are bit for bit those of Node, for one, two and three workers", async () => {
    const job = lactation();
    const batch = simulateBatch(circuitSimulator(job), 11, 0, 12);
    const inNode = [...batch.parameters, ...batch.features, ...batch.values];
    expect(inNode.every(Number.isFinite)).toBe(true);
    for (const workers of [1, 2, 3]) {
      const onPage = await page.evaluate(
        ([given, count]) =>
          (globalThis as unknown as { womenOnAPage: WomenOnAPage }).womenOnAPage.run(given, 11, 12, count),
        [plain(job), workers] as const,
      );
      expect(onPage).toEqual(inNode);
    }
    expect(faults).toEqual([]);
  });

  it("stop when they are cancelled", async () => {
    const ended = await page.evaluate(
      (given) => (globalThis as unknown as { womenOnAPage: WomenOnAPage }).womenOnAPage.cancelled(given),
      plain(lactation()),
    );
    expect(ended).toBe("PopulationCancelledError");
  });
});

/** Nursing for six months, with zoledronate at month 8 and without, on the reference model. */
function lactation(): CircuitJob {
  const course = (doses: readonly object[]): Plan => {
    const read = readScenario(
      {
        schema: "materbone/scenario/1",
        model: "calcium-bone",
        start: { from: "rest" },
        inputs: {
          ETGT: [
            { at: 0, value: -0.7 },
            { at: "6 month", value: 0 },
          ],
          MILK: [
            { at: 0, value: "5.25 mmol/d" },
            { at: "6 month", value: "0 mmol/d" },
          ],
        },
        doses,
        outputs: { times: [{ from: 0, to: "12 month", every: "3 month" }], names: ["Ca_mM", "OC_pct", "dBMDls_pct"] },
        tolerance: 1e-4,
      },
      simulationModels,
    );
    if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
    return read.scenario.plan;
  };
  return {
    model: "calcium-bone",
    prior: {
      parameters: [
        { name: "robGAM", distribution: { kind: "logNormal", median: 0.16, sdLog: 0.3 } },
        { name: "OralCa", distribution: { kind: "logNormal", median: 1, sdLog: 0.2 } },
      ],
      correlations: [{ between: ["robGAM", "OralCa"], value: 0.5 }],
    },
    bounds: [{ output: "Ca_mM", state: "lactation", low: 2.1, high: 2.6 }],
    trial: { plan: course([]), rows: { rest: 0, lactation: 1 }, features: [{ column: 1, from: 0, to: 1 }] },
    courses: [course([{ agent: "zoledronicAcid", amount: "5 mg", at: "8 month" }]), course([])],
  };
}

/** As it goes to the page: arrays of numbers become lists. */
function plain(job: CircuitJob): CircuitJob {
  return JSON.parse(
    JSON.stringify(job, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value)),
  ) as CircuitJob;
}

/** The page as the workbench is built: scripts and worker as files of their own. */
async function bundle(): Promise<void> {
  const entry = fileURLToPath(new URL("women-on-a-page.fixture.ts", import.meta.url));
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><title>women</title><script type="module" src="${entry}"></script>`,
  );
  await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    resolve: { conditions: ["source", "module", "browser", "import", "default"] },
    worker: { format: "es" },
    build: { target: "es2022", assetsInlineLimit: 0, outDir: join(folder, "out"), modulePreload: { polyfill: false } },
  });
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

async function answer(url: string, response: import("node:http").ServerResponse): Promise<void> {
  const file = url === "/" ? "/index.html" : url;
  try {
    const body = await readFile(join(folder, "out", file));
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": pagePolicy("none"),
    });
    response.end(body);
  } catch {
    response.writeHead(file === "/favicon.ico" ? 204 : 404).end();
  }
}
