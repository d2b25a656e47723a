import type { Source, Text } from "@materbone/clinical";
import data from "../../knowledge/concepts.json" with { type: "json" };
import type { CodeSystem } from "../contract.ts";
import type { ConceptRule } from "./definition-schema.ts";

/** A code of the shipped library with the source in which code and display were read. */
export type LibraryRule = ConceptRule & {
  readonly system: CodeSystem;
  readonly display: string;
  readonly source: string;
};

/** A concept set that every definition may use by its name. */
export type LibraryConceptSet = {
  readonly name: Text;
  /** What the set leaves out, and why. */
  readonly note?: Text;
  readonly include: readonly LibraryRule[];
};

/** Name of a shipped concept set. */
export type LibraryConceptName = keyof typeof data.sets;

/** A code that was asked for and not verified. */
export type LeftOutCode = {
  readonly set: string;
  readonly system: string;
  readonly code: string;
  readonly reason: string;
};

type Library = {
  readonly sources: Readonly<Record<string, Source>>;
  readonly sets: Readonly<Record<string, LibraryConceptSet>>;
  readonly leftOut: readonly LeftOutCode[];
};

/** Concept sets that ship with Materbone, by name, with the sources that their rules name. */
export const conceptLibrary: Library = data as Library;
