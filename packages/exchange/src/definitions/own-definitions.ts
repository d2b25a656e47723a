import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type CohortDefinition, type DefinitionProblem, isDefinitionId, readDefinition } from "@materbone/finder";
import { writeWhole } from "../convert/whole-file.ts";
import { type ChangedOwn, changeKept, keptText, stateOf } from "../run/kept-text.ts";

/** A definition of one's own as its file has it; `state` tells one state of the file from another. */
export type OwnDefinition =
  | { readonly kind: "read"; readonly id: string; readonly state: string; readonly definition: CohortDefinition }
  /** The file was changed by hand and is no definition, or not the one that its name says. */
  | {
      readonly kind: "damaged";
      readonly id: string;
      readonly state: string;
      readonly problems: readonly DefinitionProblem[];
      /** What the file holds, to be mended elsewhere. */
      readonly text: string;
    };

/** Definitions in the folder, by id. */
export async function listOwnDefinitions(folder: string): Promise<readonly OwnDefinition[]> {
  const names = await readdir(folder).catch(() => []);
  const ids = names.flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []).filter(isDefinitionId);
  const all = await Promise.all([...ids].sort().map((id) => readOwnDefinition(folder, id)));
  return all.flatMap((one) => one ?? []);
}

/** @returns `undefined` when there is no such definition */
export async function readOwnDefinition(folder: string, id: string): Promise<OwnDefinition | undefined> {
  const text = isDefinitionId(id) ? await keptText(fileOf(folder, id)) : undefined;
  if (text === undefined) return undefined;
  const state = stateOf(text);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: "damaged", id, state, problems: [], text };
  }
  const read = readDefinition(document);
  if (read.kind === "refused") return { kind: "damaged", id, state, problems: read.problems, text };
  return read.definition.id === id
    ? { kind: "read", id, state, definition: read.definition }
    : { kind: "damaged", id, state, problems: [], text };
}

/**
 * Keeps a definition under its id, whole or not at all.
 *
 * @param from - the state that it was made from; `undefined` for one that is new
 * @throws RangeError when the id is no name of a file
 */
export function saveOwnDefinition(
  folder: string,
  definition: CohortDefinition,
  from: string | undefined,
): Promise<ChangedOwn> {
  const { id } = definition;
  if (!isDefinitionId(id)) throw new RangeError(`not an id of a definition: ${id}`);
  const text = `${JSON.stringify(definition, null, 2)}\n`;
  return changeKept(fileOf(folder, id), from, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(fileOf(folder, id), text);
    return text;
  });
}

/** Takes a definition away; runs keep the definition that they were made with. */
export function deleteOwnDefinition(folder: string, id: string, from: string): Promise<ChangedOwn> {
  return changeKept(fileOf(folder, id), from, async () => {
    await rm(fileOf(folder, id));
    return undefined;
  });
}

function fileOf(folder: string, id: string): string {
  return join(folder, `${id}.json`);
}
