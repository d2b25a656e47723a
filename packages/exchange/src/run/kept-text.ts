import { readFile } from "node:fs/promises";
import { sha256 } from "../convert/manifest.ts";
import { inTurn } from "./in-turn.ts";

/** `changed`: the file is not in the state that the change was made from; `state` is the one it is in. */
export type ChangedOwn =
  | { readonly kind: "done"; readonly state: string | undefined }
  | { readonly kind: "changed"; readonly state: string | undefined };

/** The text of a file; `undefined` when it is not there. */
export async function keptText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Tells one state of a file from another. */
export function stateOf(text: string): string {
  return `sha256:${sha256(text)}`;
}

/**
 * Changes a file only when it is in the state that the change was made from, so that the later of two does not undo the former.
 *
 * @param from - `undefined` for a file that is not there yet
 * @param change - gives the text that is there afterwards
 */
export function changeKept(
  file: string,
  from: string | undefined,
  change: () => Promise<string | undefined>,
): Promise<ChangedOwn> {
  const stateNow = (text: string | undefined) => (text === undefined ? undefined : stateOf(text));
  return inTurn(file, async () => {
    const state = stateNow(await keptText(file));
    return state === from ? { kind: "done", state: stateNow(await change()) } : { kind: "changed", state };
  });
}
