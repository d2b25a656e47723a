import { createTerms, type Lang, say } from "@materbone/clinical";
import { readOptions } from "./program/options.ts";
import { startFailure, startProgram } from "./program/start.ts";
import { badOption, programWords } from "./program/words.ts";

/** Exit codes as of the command line: bad usage, the world failed. */
const EXIT = { badUsage: 2, worldFailed: 3 } as const;

// What the program writes, the database above all, is for this user's eyes.
process.umask(0o077);

const asked = readOptions(process.argv.slice(2), process.env, process.platform);
switch (asked.kind) {
  case "help":
    process.stdout.write(`${programWords.help[asked.lang]}\n`);
    break;
  case "refused":
    fail(say(badOption, { option: asked.option }, createTerms(asked.lang)), EXIT.badUsage);
    break;
  case "run":
    try {
      const program = await startProgram(asked.options);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
        process.on(signal, () => void stop(program, asked.options.lang));
      program.announce();
    } catch (error) {
      fail(startFailure(error, asked.options), EXIT.worldFailed);
    }
}

async function stop(program: Awaited<ReturnType<typeof startProgram>>, lang: Lang): Promise<void> {
  if (await program.stop()) process.stdout.write(`${programWords.stopped[lang]}\n`);
}

function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
