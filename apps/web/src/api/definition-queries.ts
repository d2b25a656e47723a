import type { CohortDefinition } from "@materbone/finder";
import { queryOptions } from "@tanstack/react-query";
import type { CheckedDefinition } from "./finder-queries.ts";
import { request } from "./request.ts";

/** An own definition as the server keeps it; `state` is what a change is made from. */
export type KeptDefinition = CheckedDefinition & { readonly state?: string };

export const definitionQuery = (id: string) =>
  queryOptions({
    queryKey: ["finder", "definition", id] as const,
    queryFn: ({ signal }) => request<KeptDefinition>(definitionPath(id), { signal }),
    // What is edited begins from what the server has now.
    gcTime: 0,
    staleTime: 0,
  });

/** @returns the state that the definition is in from now on */
export async function saveDefinition(definition: CohortDefinition, from: string | undefined): Promise<string> {
  const body = { definition, ...(from === undefined ? {} : { from }) };
  const kept = await request<KeptDefinition>(definitionPath(definition.id), { method: "PUT", body });
  return kept.state ?? "";
}

/** Address of a definition in one state, to be deleted in no other. */
export function pathInState(id: string, from: string): string {
  return `${definitionPath(id)}?from=${encodeURIComponent(from)}`;
}

function definitionPath(id: string): string {
  return `/finder/definitions/${encodeURIComponent(id)}`;
}
