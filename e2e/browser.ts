import { execFileSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";
import { packedChromium } from "./packed-chromium.ts";

/** Flags that keep Chromium off the network and let a page of the disk load a font of the disk. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--allow-file-access-from-files",
];

/** A busy machine may be slow to start it. */
const START_MS = 100_000;

/**
 * A real Chromium: the one that MATERBONE_CHROMIUM names, else the system's, else the one that comes with the npm packages.
 *
 * @throws when none can be started; a test without a browser fails, it is never skipped
 */
export async function openBrowser(): Promise<Browser> {
  const named =
    process.env.MATERBONE_CHROMIUM ?? onPath("chromium") ?? onPath("chromium-browser") ?? onPath("google-chrome");
  if (named !== undefined) return chromium.launch({ executablePath: named, args: QUIET, timeout: START_MS });
  const packed = await packedChromium();
  // In one process it ends with the first page that is closed.
  const args = packed.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote");
  return chromium.launch({ executablePath: packed.executablePath, args: [...args, ...QUIET], timeout: START_MS });
}

function onPath(name: string): string | undefined {
  try {
    return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
