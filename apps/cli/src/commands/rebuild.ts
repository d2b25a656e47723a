import { EXIT, type Run } from "../command.ts";
import { progressLine, write } from "../terminal.ts";
import { words } from "../words.ts";
import { dataFolder, withRegistry } from "./data-folder.ts";

/** Makes what lists and searches show anew from the log, which it only reads. */
export const rebuild: Run = async ({ world, terms }, _argument, flags) => {
  const line = progressLine(world, terms.text(words.replayed));
  try {
    await withRegistry(dataFolder(world, flags), (registry) => registry.rebuild({ progress: line.step }));
  } finally {
    line.end();
  }
  await write(world, `${terms.text(words.listsRebuilt)}\n`);
  return EXIT.done;
};
