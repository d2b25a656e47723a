import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { EXIT, type Run } from "../command.ts";
import { words } from "../words.ts";

// Relative to the bundle, apps/cli/dist/bundle: the server is a program of its own, started as one.
const SERVER = fileURLToPath(new URL("../../../server/bin/materbone-server.js", import.meta.url));

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Starts the workbench and stays until it ends; what it prints, the signals and its exit code pass through. */
export const serve: Run = async ({ world, lang, terms }, _argument, flags) => {
  if (!existsSync(SERVER)) {
    world.progress.write(`${terms.text(words.serverNotBuilt)}\n`);
    return EXIT.worldFailed;
  }
  const args = [
    ...["data", "port"].flatMap((name) => (typeof flags[name] === "string" ? [`--${name}=${flags[name]}`] : [])),
    // commander turns `--no-open` into `open: false`.
    ...(flags.open === false ? ["--no-open"] : []),
    `--lang=${lang}`,
  ];
  const server = spawn(process.execPath, [SERVER, ...args], { stdio: "inherit" });
  const pass = (signal: NodeJS.Signals): void => void server.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.once("close", (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      // As a shell tells a death by a signal.
      resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });
};
