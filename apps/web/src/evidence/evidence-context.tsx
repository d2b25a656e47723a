import {
  type Benchmark,
  benchmark,
  type Literature,
  type Synthesis,
  type SynthesisChoices,
  synthesise,
} from "@materbone/evidence";
import { getRouteApi } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useSyncExternalStore } from "react";
import { given } from "../app/search-value.ts";
import { useEditorStore } from "../editor/editor-context.tsx";
import type { EditorStore } from "../editor/editor-store.ts";
import type { EvidenceChange, EvidenceSearch } from "./evidence-search.ts";
import { choicesOf } from "./reader-choices.ts";

/** The literature as it stands in the work, and what follows from it under the choices of the address. */
export type Evidence = {
  readonly literature: Literature;
  readonly choices: SynthesisChoices;
  readonly synthesis: Synthesis;
  readonly untreated: Benchmark;
};

const EvidenceContext = createContext<Evidence | undefined>(undefined);
const route = getRouteApi("/evidence");

/** Pools anew when the literature or a choice changes, and only then. */
export function EvidenceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  // A moment behind the letters, so that drawing the page never holds them up.
  const literature = useDeferredValue(useWorkedLiterature());
  const { sd, notStated, overlaps, readings } = route.useSearch();
  const choices = useMemo(
    () => choicesOf(given({ sd, notStated, overlaps, readings }), literature),
    [sd, notStated, overlaps, readings, literature],
  );
  const synthesis = useMemo(() => synthesise(literature, choices), [literature, choices]);
  const untreated = useMemo(
    () => benchmark(literature, { readings: choices.readings }),
    [literature, choices.readings],
  );
  const value = useMemo(
    () => ({ literature, choices, synthesis, untreated }),
    [literature, choices, synthesis, untreated],
  );
  return <EvidenceContext value={value}>{children}</EvidenceContext>;
}

export function useEvidence(): Evidence {
  const evidence = useContext(EvidenceContext);
  if (evidence === undefined) throw new TypeError("no evidence around this component");
  return evidence;
}

/** The work on the literature; the editor around the page holds no other document. */
export function useLiteratureWork(): EditorStore<Literature> {
  return useEditorStore() as unknown as EditorStore<Literature>;
}

/** The literature as it is at this letter, for the dialog that it is typed in. */
export function useWorkedLiterature(): Literature {
  const store = useLiteratureWork();
  const now = (): Literature => store.snapshot().editor.record;
  return useSyncExternalStore(store.subscribe, now, now);
}

export function useEvidenceSearch(): EvidenceSearch {
  return route.useSearch();
}

/** Changes the address in place; the panel that is open stays where it was scrolled to. */
export function useEvidenceChange(): (change: EvidenceChange) => void {
  const navigate = route.useNavigate();
  return (change) =>
    void navigate({ search: (previous) => given({ ...previous, ...change }), replace: true, resetScroll: false });
}
