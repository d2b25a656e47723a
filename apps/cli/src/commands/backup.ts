import { resolve } from "node:path";
import { EXIT, type Run } from "../command.ts";
import { progressLine, write } from "../terminal.ts";
import { words } from "../words.ts";
import { dataFolder, withRegistry } from "./data-folder.ts";

/** Copies the database as it is at one moment, while the workbench may go on. An existing file is left as it is. */
export const backup: Run = async ({ world, terms }, file, flags) => {
  const target = resolve(file);
  const line = progressLine(world, terms.text(words.copied));
  try {
    await withRegistry(dataFolder(world, flags), (registry) => registry.backup(target, { progress: line.step }));
  } finally {
    line.end();
  }
  await write(world, `${terms.text(words.backupWritten)}${target}\n`);
  return EXIT.done;
};
