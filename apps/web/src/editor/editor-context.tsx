import { type CaseRecord, type CaseView, openCase, pointerSteps, type SeriesContext } from "@materbone/clinical";
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useSyncExternalStore } from "react";
import type { PlaceOf } from "../parts/place-words.ts";
import type { EditorSnapshot, EditorStore } from "./editor-store.ts";
import type { PendingText } from "./record-editor.ts";

const EditorContext = createContext<EditorStore | undefined>(undefined);
const LiveViewContext = createContext<CaseView | undefined>(undefined);
const ViewContext = createContext<CaseView | undefined>(undefined);
const SeriesContextContext = createContext<SeriesContext>({});
const PlaceContext = createContext<PlaceOf>("case");

/** The work on one woman, and the series she is read with, for everything below it. */
export function EditorProvider(props: {
  readonly store: EditorStore;
  readonly series: SeriesContext;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <EditorContext value={props.store}>
      <SeriesContextContext value={props.series}>
        <ViewProvider>{props.children}</ViewProvider>
      </SeriesContextContext>
    </EditorContext>
  );
}

/**
 * The work on a document that is no woman, for the same fields as hers: a field knows the place that it edits and not the
 * document around it. Nothing below may ask for the view of a woman.
 */
export function DocumentEditorProvider<T extends object>(props: {
  readonly store: EditorStore<T>;
  readonly of: PlaceOf;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <EditorContext value={props.store as unknown as EditorStore}>
      <PlaceContext value={props.of}>{props.children}</PlaceContext>
    </EditorContext>
  );
}

/** What the places of the fields below point into. */
export function usePlaceOf(): PlaceOf {
  return useContext(PlaceContext);
}

/**
 * Opens the record once for all that is drawn from it: at every letter for the chart that the eye follows, and a moment behind
 * the letters for everything else, so that drawing the rest never holds them up.
 */
function ViewProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const store = useEditorStore();
  const series = useContext(SeriesContextContext);
  const now = (): CaseRecord => store.snapshot().editor.record;
  const record = useSyncExternalStore(store.subscribe, now, now);
  const live = useMemo(() => openCase(record, series), [record, series]);
  const settled = useDeferredValue(live);
  return (
    <LiveViewContext value={live}>
      <ViewContext value={settled}>{children}</ViewContext>
    </LiveViewContext>
  );
}

export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === undefined) throw new TypeError("no editor around this component");
  return store;
}

export function useEditor(): EditorSnapshot {
  const store = useEditorStore();
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
}

/** The record being edited, opened: what the panels beside the form are drawn from. */
export function useCaseView(): CaseView {
  return useOpened(ViewContext);
}

/** The record as it is at this letter: for the one chart in view, drawn anew together with the letter itself. */
export function useLiveCaseView(): CaseView {
  return useOpened(LiveViewContext);
}

function useOpened(context: typeof ViewContext): CaseView {
  const view = useContext(context);
  if (view === undefined) throw new TypeError("no editor around this component");
  return view;
}

/** One place of the record; the component is drawn again only when what stands there changes. */
export function useRecordPart(at: string): unknown {
  const store = useEditorStore();
  // Hundreds of fields ask at every letter: the pointer is taken apart once.
  const steps = useMemo(() => pointerSteps(at), [at]);
  const part = (): unknown => partAt(store.snapshot().editor.record, steps);
  return useSyncExternalStore(store.subscribe, part, part);
}

function partAt(record: CaseRecord, steps: readonly string[]): unknown {
  let value: unknown = record;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** Text that waits at a place because the record cannot take it. */
export function usePending(at: string): PendingText | undefined {
  const store = useEditorStore();
  const waiting = (): PendingText | undefined => store.snapshot().editor.pending[at];
  return useSyncExternalStore(store.subscribe, waiting, waiting);
}

export function useCaseSeries(): SeriesContext {
  return useContext(SeriesContextContext);
}
