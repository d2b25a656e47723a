import { createHash } from "node:crypto";
import { nearest } from "@materbone/clinical";
import {
  type CohortDefinition,
  canonicalDefinition,
  presetDefinition,
  presetDefinitions,
  type ResolvedDefinition,
  readDefinition,
  resolveDefinition,
} from "@materbone/finder";
import type { Flags } from "../command.ts";
import { readText } from "../input/files.ts";
import { InputError } from "../input/input-error.ts";
import { linesOf, readJsonText } from "../input/json-text.ts";

/** A definition that can be run, and the hash of its canonical JSON: `sha256:…`. */
export type ChosenDefinition = { readonly definition: ResolvedDefinition; readonly hash: string };

/** What `--definition` names: one that ships, else a file; `paper` when it is left out. */
export async function chosenDefinition({ definition }: Flags): Promise<ChosenDefinition> {
  const name = typeof definition === "string" ? definition : "paper";
  const resolved = resolveDefinition(presetDefinition(name) ?? (await definitionFile(name)));
  const hash = createHash("sha256").update(canonicalDefinition(resolved)).digest("hex");
  return { definition: resolved, hash: `sha256:${hash}` };
}

/** @throws InputError with every problem of the file, each with its line and place */
async function definitionFile(file: string): Promise<CohortDefinition> {
  if (!/[./\\]/.test(file)) {
    const known = presetDefinitions.map(({ id }) => id);
    throw new InputError([
      { kind: "badOption", option: "--definition", value: file, allowed: known, nearest: nearest(file, known) },
    ]);
  }
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
