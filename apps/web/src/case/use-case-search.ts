import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { CaseSearch } from "./case-search.ts";

const route = getRouteApi("/series/$series/case/$case");

/** Parts of the address to set; `undefined` takes a part out. */
type CaseSearchChange = { readonly [Part in keyof CaseSearch]?: CaseSearch[Part] | undefined };

/** What the address of the page of one woman says, and a way to change some of it. */
export function useCaseSearch(): readonly [CaseSearch, (change: CaseSearchChange) => void] {
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = useCallback(
    (parts: CaseSearchChange) => {
      void navigate({ to: ".", search: (previous) => changed(previous, parts), replace: true, resetScroll: false });
    },
    [navigate],
  );
  return [search, change];
}

function changed<T extends object>(search: T, parts: CaseSearchChange): T {
  const next = Object.entries({ ...search, ...parts }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(next) as T;
}
