import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";

/** A workbench as `npm start` runs it, in a process and a data folder of its own. */
export type Workbench = {
  /** `http://127.0.0.1:PORT` without the secret. */
  readonly origin: string;
  /** The address that the terminal prints: opening it signs the browser in. */
  readonly address: string;
  readonly secret: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Ends the process at once, as a power cut would; the data folder stays. */
  readonly kill: () => Promise<void>;
  /** Ends the process and takes the data folder away. */
  readonly close: () => Promise<void>;
};

/** Starts the built server. @throws Error when it ends before it prints its address */
export async function startWorkbench(kept?: { readonly folder: string; readonly port?: number }): Promise<Workbench> {
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), "materbone-workbench-")));
  const bin = fileURLToPath(new URL("../apps/server/bin/materbone-server.js", import.meta.url));
  const child = spawn(
    process.execPath,
    [bin, "--no-open", "--port", String(kept?.port ?? 0), "--data", folder, "--lang", "en"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const address = await addressOf(child);
  const { origin, searchParams } = new URL(address);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
  };
  return {
    origin,
    address,
    secret: searchParams.get("key") ?? "",
    folder,
    process: child,
    kill,
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    const listen = (chunk: Buffer): void => {
      told += chunk.toString();
      const address = /http:\/\/\S+key=\S+/.exec(told)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", (code) => reject(new Error(`the workbench ended with ${code}: ${told}`)));
  });
}

/** A request of a script to the workbench, with its secret. */
export async function ask(workbench: Workbench, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${workbench.origin}/api${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${workbench.secret}`,
      ...(init.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...init.headers,
    },
  });
}

/** Opens the published series and the invented women, as a click on the start page does. */
export async function openExamples(workbench: Workbench): Promise<void> {
  for (const name of ["qingdao-2016-2019", "varied-women"]) {
    const answer = await ask(workbench, `/examples/${name}`, { method: "POST", body: "{}" });
    if (!answer.ok) throw new Error(`the example ${name} was refused: ${answer.status} ${await answer.text()}`);
  }
}

export type Visit = {
  readonly lang?: "zh" | "en";
  readonly scheme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
};

/** A signed-in browser of its own: one doctor at one desk. What goes wrong in its pages is collected in `faults`. */
export async function signedIn(
  browser: Browser,
  workbench: Workbench,
  visit: Visit = {},
): Promise<{ readonly context: BrowserContext; readonly faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: visit.width ?? 1366, height: visit.height ?? 768 },
    colorScheme: visit.scheme ?? "light",
    locale: visit.lang === "zh" ? "zh-CN" : "en-GB",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  // A busy machine may be slow; the test itself gives up later, and says less.
  context.setDefaultTimeout(60_000);
  const faults: string[] = [];
  context.on("page", (page) => watch(page, workbench.origin, faults));
  const page = await context.newPage();
  await page.goto(workbench.address);
  await page.close();
  return { context, faults };
}

/** Errors of scripts, refusals of the content policy and requests to anyone else. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`foreign request: ${url}`);
  });
}

/** Waits until the page has stopped asking and its fonts and figures are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
