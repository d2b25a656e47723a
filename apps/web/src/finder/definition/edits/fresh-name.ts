import type { CohortDefinition } from "@materbone/finder";
import { namesOf } from "./references.ts";

/** What gets a name of its own when it is added. */
export type AddedPart = "streams" | "windows" | "concepts" | "tiers" | "exclusions";

/** The names of a definition's parts have this many signs at most. */
const LONGEST_NAME = 40;
const LONGEST_ID = 60;

/** The beginning of a name for a part whose own name has no Latin letters. */
const STEMS: Readonly<Record<AddedPart, string>> = {
  streams: "events",
  windows: "window",
  concepts: "codes",
  tiers: "tier",
  exclusions: "exclusion",
};

/** A name for a new part, made of what it is called: lower case letters, digits and single underscores, not yet taken. */
export function freshName(definition: CohortDefinition, part: AddedPart, called: string): string {
  const stem = worded(called, "_") || STEMS[part];
  return untaken(stem, takenNames(definition, part), "_", LONGEST_NAME);
}

/** Names that another part of the kind has; for concept sets those of the library too. */
export function takenNames(definition: CohortDefinition, part: AddedPart): readonly string[] {
  if (part === "tiers" || part === "exclusions") return definition[part].map(({ id }) => id);
  return namesOf(definition, part);
}

export function isPartName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name) && name.length <= LONGEST_NAME;
}

/** An id for a definition made of another one. */
export function freshId(id: string, taken: readonly string[]): string {
  return untaken(worded(`${id}-own`, "-") || "own", taken, "-", LONGEST_ID);
}

function worded(text: string, joint: "_" | "-"): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words
    .filter((word) => word !== "")
    .join(joint)
    .replace(/^[^a-z]+/, "");
}

function untaken(stem: string, taken: readonly string[], joint: "_" | "-", longest: number): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `${joint}${number}`;
    const cut = stem.slice(0, longest - end.length).replace(/[_-]+$/, "");
    if (!taken.includes(cut + end)) return cut + end;
  }
}
