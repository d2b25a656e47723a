import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { nearest } from "@materbone/clinical";
import { finderFolders, listOwnDefinitions } from "@materbone/exchange";
import {
  type CohortDefinition,
  canonicalDefinition,
  presetDefinition,
  presetDefinitions,
  type ResolvedDefinition,
  readDefinition,
  resolveDefinition,
} from "@materbone/finder";
import { defaultDataFolder } from "@materbone/registry";
import type { Flags } from "../command.ts";
import { readText } from "../input/files.ts";
import { InputError } from "../input/input-error.ts";
import { linesOf, readJsonText } from "../input/json-text.ts";
import type { Session } from "../terminal.ts";

/** A definition that can be run, and the hash of its canonical JSON: `sha256:…`. */
export type ChosenDefinition = { readonly definition: ResolvedDefinition; readonly hash: string };

/** What `--definition` names: one that ships, one of the page `/find/definition`, else a file; `paper` when it is left out. */
export async function chosenDefinition(session: Session, { definition }: Flags): Promise<ChosenDefinition> {
  const name = typeof definition === "string" ? definition : "paper";
  const resolved = resolveDefinition(presetDefinition(name) ?? (await otherDefinition(session, name)));
  const hash = createHash("sha256").update(canonicalDefinition(resolved)).digest("hex");
  return { definition: resolved, hash: `sha256:${hash}` };
}

async function otherDefinition({ world }: Session, name: string): Promise<CohortDefinition> {
  if (/[./\\]/.test(name)) return definitionFile(name);
  const { definitions } = finderFolders(join(defaultDataFolder(world.env, process.platform, homedir()), "finder"));
  const own = await listOwnDefinitions(definitions);
  const kept = own.find(({ id }) => id === name);
  if (kept?.kind === "read") return kept.definition;
  // Read as a file, a damaged one is told line by line.
  if (kept !== undefined) return definitionFile(join(definitions, `${name}.json`));
  const known = [...presetDefinitions, ...own].map(({ id }) => id);
  throw new InputError([
    { kind: "badOption", option: "--definition", value: name, allowed: known, nearest: nearest(name, known) },
  ]);
}

/** @throws InputError with every problem of the file, each with its line and place */
async function definitionFile(file: string): Promise<CohortDefinition> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const read = readDefinition(json.value);
  if (read.kind === "read") return read.definition;
  const lineOf = linesOf(
    text,
    read.problems.map(({ at }) => at),
  );
  throw new InputError(
    read.problems.map((problem) => ({ kind: "definition", file, line: lineOf(problem.at), problem })),
  );
}
