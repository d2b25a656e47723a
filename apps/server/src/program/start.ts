import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { createTerms, say } from "@materbone/clinical";
import { FolderHeldError, holdFolder, openSqliteRegistry, StoreError, sayStoreTrouble } from "@materbone/registry";
import manifest from "../../package.json" with { type: "json" };
import { createApp } from "../app.ts";
import { removeLeftBackups } from "../routes/backup.ts";
import { createLaunchKeys } from "../security/launch-keys.ts";
import { listen } from "./listen.ts";
import { openBrowser } from "./open-browser.ts";
import type { ProgramOptions } from "./options.ts";
import { startRefresher } from "./refresher.ts";
import { type CountedListener, requestListener } from "./request-listener.ts";
import { folderHeld, portTaken, programWords as words, worldFailed } from "./words.ts";

// Relative to the bundle, apps/server/dist/bundle.
const WEB_FOLDER = fileURLToPath(new URL("../../../web/dist", import.meta.url));
const EXAMPLES_FOLDER = fileURLToPath(new URL("../../../../examples", import.meta.url));

/** How long a stop waits for answers that are under way, milliseconds. */
const LONGEST_STOP = 5000;

export type RunningProgram = {
  /** Prints the address and opens a browser where that was asked for: from then on somebody may end the program. */
  readonly announce: () => void;
  /** Ends what is under way and closes the database; `false` when that was begun before. */
  readonly stop: () => Promise<boolean>;
};

/**
 * Takes the data folder in hand, opens the database and listens.
 *
 * @throws FolderHeldError when a program runs on the data already, StoreError when the database cannot be used, or the error of the system when no port can be had
 */
export async function startProgram({ port: wanted, dataFolder, opens, lang }: ProgramOptions): Promise<RunningProgram> {
  const held = await holdFolder(dataFolder);
  const registry = await openSqliteRegistry({ folder: dataFolder }).catch(async (error: unknown) => {
    await held.letGo();
    throw error;
  });
  await removeLeftBackups(dataFolder);
  const keys = createLaunchKeys();
  const ending = new AbortController();
  let counted: CountedListener | undefined;
  const { server, port } = await listen(wanted, (bound) => {
    const app = createApp({
      registry,
      keys,
      port: bound,
      program: { name: "Materbone", version: manifest.version },
      dataFolder,
      // A damaged file is not opened at all.
      integrity: "ok",
      webFolder: WEB_FOLDER,
      examplesFolder: EXAMPLES_FOLDER,
      ending: ending.signal,
      now: () => new Date(),
      log: (line) => process.stderr.write(`${line}\n`),
    });
    counted = requestListener(app);
    return counted.listener;
  }).catch(async (error: unknown) => {
    await registry.close();
    await held.letGo();
    throw error;
  });
  const origin = `http://127.0.0.1:${port}/`;
  await held.tell({ address: origin, host: hostname(), pid: process.pid });
  const refresher = startRefresher(registry, () => counted?.isBusy() === true);
  let isStopping = false;
  return {
    announce: () => {
      const address = `${origin}?key=`;
      const place = `${words.data[lang]}${lang === "zh" ? "" : " "}${dataFolder}`;
      process.stdout.write(`${words.running[lang]}\n\n  ${address}${keys.secret}\n\n${place}\n${words.stop[lang]}\n`);
      if (opens) openBrowser(`${address}${keys.openingKey()}`, process.platform, process.env);
    },
    stop: async () => {
      // A terminal sends its signal to parent and child, and the parent passes it on: once is enough.
      if (isStopping) return false;
      isStopping = true;
      ending.abort(new Error("the program stops"));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), LONGEST_STOP);
      await closed;
      clearTimeout(timer);
      await refresher.stop();
      await registry.close();
      await held.letGo();
      return true;
    },
  };
}

/** Why the program could not start, in a sentence. */
export function startFailure(error: unknown, { lang, port }: ProgramOptions): string {
  const terms = createTerms(lang);
  if (error instanceof FolderHeldError) {
    const { folder, holder } = error;
    return say(folderHeld, { folder, holder, isHere: holder?.host === hostname() }, terms);
  }
  if (error instanceof StoreError) return sayStoreTrouble(error, terms);
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (isTaken && port !== undefined) return say(portTaken, { port }, terms);
  return say(worldFailed, { cause: error instanceof Error ? error.message : String(error) }, terms);
}
