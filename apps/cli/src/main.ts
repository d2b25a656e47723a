import { EXIT } from "./command.ts";
import { runMaterbone } from "./program.ts";

// A reader that closes the pipe early, as `head` does, is no failure; a full disk is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.done);
    if (stream === process.stdout) process.stderr.write(`materbone: ${error.message}\n`);
    process.exit(EXIT.worldFailed);
  });
}

process.exitCode = await runMaterbone(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  progress: process.stderr,
  showsProgress: process.stderr.isTTY === true,
  width: process.stdout.columns,
  onInterrupt: (stop) => {
    process.once("SIGINT", stop);
    return () => void process.removeListener("SIGINT", stop);
  },
  // Beside this program in the bundle.
  populationWorker: new URL("./population-worker.js", import.meta.url),
});
