import {
  type Literature,
  literatureDivergences,
  literaturePlaceIn,
  literatureTogether,
  mergedLiterature,
  readLiterature,
} from "@materbone/evidence";
import type { Saved } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { keys, literatureQuery, type StoredLiterature } from "../api/queries.ts";
import { LITERATURE_PATH } from "../api/request.ts";
import { literatureSaved } from "../api/use-literature.ts";
import type { Comparison } from "./comparison.ts";
import { draftsOf, type KeptDraft } from "./drafts.ts";
import { createDocumentStore, type EditorStore, type StoreOptions } from "./editor-store.ts";
import { holdsWork, useOpenWork } from "./open-work.ts";

/** What work on the literature begins from. */
export type LiteratureBeginning = {
  /** What the server holds; `undefined` when it is away and this window still holds the work. */
  readonly stored: StoredLiterature | undefined;
  readonly drafts: readonly KeptDraft[] | undefined;
};

type Beginning =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly problem: Error; readonly retry: () => void }
  | { readonly kind: "ready"; readonly beginning: LiteratureBeginning };

/** Reads what work on the literature begins from, or goes on with the work that this window holds. */
export function useLiteratureBeginning(): Beginning {
  // The work begins from what the server holds now; what was read for another page may be older.
  const stored = useQuery({ ...literatureQuery, staleTime: 0, refetchOnWindowFocus: false });
  const drafts = useQuery({
    queryKey: [...keys.literature, "drafts"],
    queryFn: ({ signal }) => draftsOf(LITERATURE_PATH, signal),
    // Drafts are read once, when the work begins; from then on this window writes its own.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const isThere = stored.data !== undefined && drafts.data !== undefined && stored.isFetchedAfterMount;
  if (isThere || holdsWork(LITERATURE_PATH)) {
    return { kind: "ready", beginning: { stored: stored.data, drafts: drafts.data } };
  }
  // Only at the beginning: work that this window holds goes on while the server is away.
  const problem = stored.error ?? drafts.error;
  if (problem === null) return { kind: "loading" };
  return { kind: "failed", problem, retry: () => void Promise.all([stored.refetch(), drafts.refetch()]) };
}

/** The work on the literature for the page that shows it: kept as a draft, saved with a reason, held while the server is away. */
export function useLiteratureStore({ stored, drafts }: LiteratureBeginning): EditorStore<Literature> {
  const client = useQueryClient();
  const onSaved = useCallback(
    (literature: Literature, saved: Saved) => literatureSaved(client, literature, saved),
    [client],
  );
  return useOpenWork<Literature>(LITERATURE_PATH, onSaved, (told) => {
    if (stored === undefined || drafts === undefined)
      throw new TypeError("neither work nor a literature to begin from");
    return createLiteratureStore({ stored, drafts, onSaved: told });
  });
}

type Options = Omit<StoreOptions<Literature>, "stored"> & { readonly stored: StoredLiterature };

/** Work that begins with the shipped literature is saved from revision 0, or from the one that gave the own literature up. */
export function createLiteratureStore({ stored, ...rest }: Options): EditorStore<Literature> {
  const { value, revision } = stored;
  const { savedAt, savedBy } = stored.isShipped ? NEVER_SAVED : stored;
  return createDocumentStore(
    { ...rest, stored: { value, revision, savedAt, savedBy } },
    { read: readLiterature, pathOf: () => LITERATURE_PATH, comparison: byName },
  );
}

/** Two people at once: study by study, outcome by outcome and field by field. */
const byName: Comparison = {
  divergences: literatureDivergences,
  within: literatureTogether,
  merged: mergedLiterature,
  placeIn: literaturePlaceIn,
};

const NEVER_SAVED = { savedAt: "", savedBy: "" };
