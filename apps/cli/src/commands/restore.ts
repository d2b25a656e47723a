import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { restoreRegistry } from "@materbone/registry";
import { EXIT, type Run } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { progressLine, write } from "../terminal.ts";
import { words } from "../words.ts";
import { dataFolder } from "./data-folder.ts";
import { asText } from "./verify.ts";

/** Verifies a backup and makes a database of it in a folder that is empty or not there yet. */
export const restore: Run = async (session, file, flags) => {
  const { world, terms } = session;
  if (!existsSync(file)) throw new InputError([{ kind: "noSuchPath", file, nearest: undefined }]);
  const folder = dataFolder(world, flags);
  const line = progressLine(world, terms.text(words.verified));
  try {
    const verification = await restoreRegistry(file, folder, { progress: line.step });
    line.end();
    await write(world, `${terms.text(words.restoredInto)}${resolve(folder)}\n${asText(verification, session)}`);
  } finally {
    line.end();
  }
  return EXIT.done;
};
