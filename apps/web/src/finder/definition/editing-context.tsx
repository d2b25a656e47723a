import type { CohortDefinition, DefinitionLine } from "@materbone/finder";
import { createContext, useContext } from "react";
import type { DefinitionEdit } from "./edits/definition-edits.ts";

/** The definition as it stands in the work, what it says, what is wrong in it, and how it is changed. */
export type Editing = {
  readonly definition: CohortDefinition;
  /** Ids of other definitions that are there. */
  readonly takenIds: readonly string[];
  /** `false` when the edit was refused; the page then says why. */
  readonly edit: (edit: DefinitionEdit) => boolean;
  readonly linesAt: (at: string) => readonly DefinitionLine[];
  /** Sentences on what is wrong at a place or inside it. */
  readonly problemsAt: (at: string) => readonly string[];
  /** Places whose fields are shown. */
  readonly isOpen: (at: string) => boolean;
  readonly setOpen: (at: string, isOpen: boolean) => void;
};

const EditingContext = createContext<Editing | undefined>(undefined);

export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === undefined) throw new TypeError("no definition is edited here");
  return editing;
}
