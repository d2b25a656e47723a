import { createHash } from "node:crypto";
import { dirname, isAbsolute, join } from "node:path";
import { sayProblem } from "@materbone/clinical";
import type { OwnDefinition, StoredRun } from "@materbone/exchange";
import {
  canonicalDefinition,
  type DefinitionProblem,
  presetDefinition,
  type ResolvedDefinition,
  readDefinition,
  resolveDefinition,
  sayDefinitionProblem,
} from "@materbone/finder";
import type { AppContext } from "../environment.ts";
import { termsOf } from "../language-of.ts";
import { type PlacedDetail, Refusal } from "../problems/refusal.ts";

/** The engine is native and large: it is loaded when the finder is used, and the registry works without it. */
export function exchange(): Promise<typeof import("@materbone/exchange")> {
  return import("@materbone/exchange");
}

/** Folder of converted data and runs, the same as that of the command line. */
export function finderFolder(dataFolder: string): string {
  return join(dataFolder, "finder");
}

/** A full path on this computer. @throws Refusal for an address, a network place or a path without a beginning */
export function localPath(path: string): string {
  const isNetwork = /^(?:\/\/|\\\\)/.test(path) || /^[a-z][a-z0-9+.-]+:/i.test(path);
  if (isNetwork || !isAbsolute(path) || /\p{Cc}/u.test(path)) throw new Refusal("finder-path", {});
  return path;
}

/** The file of a stored mapping; `undefined` when none is asked for. @throws Refusal when there is none of that name */
export async function mappingFile(dataFolder: string, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const file = await (await exchange()).storedMappings(finderFolder(dataFolder)).file(name);
  if (file === undefined) throw new Refusal("not-found", { what: "mapping" });
  return file;
}

/** Folder of the definitions that somebody keeps here, each a file that the command reads too. */
export async function ownDefinitionsFolder(dataFolder: string): Promise<string> {
  const { finderFolders } = await exchange();
  return finderFolders(finderFolder(dataFolder)).definitions;
}

/** @throws Refusal when there is no definition of one's own with this id */
export async function ownDefinition(dataFolder: string, id: string): Promise<OwnDefinition> {
  const { readOwnDefinition } = await exchange();
  const own = await readOwnDefinition(await ownDefinitionsFolder(dataFolder), id);
  if (own === undefined) throw new Refusal("not-found", { what: "definition" });
  return own;
}

/** A definition by its id, shipped or kept here, or one that was sent. @throws Refusal with every problem and its place */
export async function definitionOf(
  c: AppContext,
  dataFolder: string,
  given: string | Readonly<Record<string, unknown>>,
): Promise<ResolvedDefinition> {
  if (typeof given === "string") {
    const preset = presetDefinition(given);
    if (preset !== undefined) return resolveDefinition(preset);
    const own = await ownDefinition(dataFolder, given);
    if (own.kind === "read") return resolveDefinition(own.definition);
    throw new Refusal("definition-damaged", {}, { problems: definitionProblems(c, own.problems) });
  }
  const read = readDefinition(given);
  if (read.kind === "read") return resolveDefinition(read.definition);
  const problems = definitionProblems(c, read.problems, "/definition");
  throw new Refusal("invalid-record", { count: problems.length }, { problems });
}

/** Problems in words; `under` is the place of the definition in what was sent. */
export function definitionProblems(
  c: AppContext,
  problems: readonly DefinitionProblem[],
  under: "" | "/definition" = "",
): readonly PlacedDetail[] {
  const terms = termsOf(c);
  return problems.map((problem) => ({
    pointer: under + problem.at,
    detail: problem.kind === "schema" ? sayProblem(problem.problem, terms) : sayDefinitionProblem(problem, terms),
  }));
}

export function definitionHash(definition: ResolvedDefinition): string {
  return `sha256:${createHash("sha256").update(canonicalDefinition(definition)).digest("hex")}`;
}

/** Runs that were asked for last: what is in their folders does not change, but for the review, which is read each time. */
const opened = new Map<string, Promise<StoredRun | undefined>>();
const KEPT_OPEN = 3;

/** @throws Refusal when there is no such run, RunError when its files are damaged */
export async function runOf(dataFolder: string, id: string): Promise<StoredRun> {
  const { openRun } = await exchange();
  const key = await keyOf(dataFolder, id);
  const opening = opened.get(key) ?? openRun(dirname(key), id);
  opened.delete(key);
  opened.set(key, opening);
  for (const old of [...opened.keys()].slice(0, Math.max(0, opened.size - KEPT_OPEN))) opened.delete(old);
  const run = await opening.catch((error: unknown) => {
    opened.delete(key);
    throw error;
  });
  if (run !== undefined) return run;
  opened.delete(key);
  throw new Refusal("not-found", { what: "run" });
}

/** A change of a run's review; of a run that was deleted before its turn came, it is told that there is none. */
export async function changeReview<T>(
  dataFolder: string,
  id: string,
  change: (run: StoredRun) => Promise<T>,
): Promise<T> {
  const run = await runOf(dataFolder, id);
  try {
    return await change(run);
  } catch (error) {
    opened.delete(await keyOf(dataFolder, id));
    await runOf(dataFolder, id);
    throw error;
  }
}

/** @throws Refusal when there is no such run, or it has decisions and they were not named */
export async function deleteRun(dataFolder: string, id: string, withDecisions: boolean): Promise<void> {
  const { finderFolders, removeRun } = await exchange();
  const { runs } = finderFolders(finderFolder(dataFolder));
  const removed = await removeRun(runs, id, withDecisions);
  if (removed === "notThere") throw new Refusal("not-found", { what: "run" });
  if (removed !== "removed") throw new Refusal("run-has-decisions", { isReadable: removed === "hasDecisions" });
  opened.delete(join(runs, id));
}

async function keyOf(dataFolder: string, id: string): Promise<string> {
  const { finderFolders } = await exchange();
  return join(finderFolders(finderFolder(dataFolder)).runs, id);
}
