import { say, type Terms } from "@materbone/clinical";
import type { ListedDefinition } from "../../api/finder-queries.ts";
import { sayDamaged, sayNoDefinition, sayOwn, sayVersion } from "./find-words.ts";

type DefinitionOption = { readonly value: string; readonly label: string; readonly disabled: boolean };

/** Definitions to choose from; one of the address that is none of them stands first, so that no other seems chosen. */
export function definitionOptions(
  listed: readonly ListedDefinition[],
  chosen: string,
  terms: Terms,
): readonly DefinitionOption[] {
  const options = listed.map(({ id, name, version, own, damaged }) => ({
    value: id,
    label: say(damaged ? sayDamaged : own ? sayOwn : sayVersion, { name, version }, terms),
    disabled: damaged,
  }));
  if (listed.some(({ id }) => id === chosen)) return options;
  return [{ value: chosen, label: say(sayNoDefinition, { id: chosen }, terms), disabled: true }, ...options];
}
