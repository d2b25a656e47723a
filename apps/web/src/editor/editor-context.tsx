import {
  type CaseRecord,
  type CaseView,
  openCase,
  type SeriesContext,
  type SeriesHead,
  valueAt,
} from "@materbone/clinical";
import { createContext, type ReactNode, useContext, useDeferredValue, useSyncExternalStore } from "react";
import type { PlaceOf } from "../parts/place-words.ts";
import type { EditorSnapshot, EditorStore } from "./editor-store.ts";
import type { PendingText } from "./record-editor.ts";

const EditorContext = createContext<EditorStore | undefined>(undefined);
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
      <SeriesContextContext value={props.series}>{props.children}</SeriesContextContext>
    </EditorContext>
  );
}

/**
 * The work on the head of a series, for the same fields as those of a woman: a field knows the place that it edits and not
 * the document around it. Nothing below may ask for the view of a woman.
 */
export function HeadEditorProvider(props: {
  readonly store: EditorStore<SeriesHead>;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <EditorContext value={props.store as unknown as EditorStore}>
      <PlaceContext value="series">{props.children}</PlaceContext>
    </EditorContext>
  );
}

/** What the places of the fields below point into. */
export function usePlaceOf(): PlaceOf {
  return useContext(PlaceContext);
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

/**
 * The record being edited, opened: what every panel beside the form is drawn from. It follows a moment behind the letters
 * that are typed, so that drawing never holds them up.
 */
export function useCaseView(): CaseView {
  const store = useEditorStore();
  const series = useContext(SeriesContextContext);
  const now = (): CaseRecord => store.snapshot().editor.record;
  const record = useSyncExternalStore(store.subscribe, now, now);
  return opened(useDeferredValue(record), series);
}

/** One view per record and series, however many parts of the page look at it. */
function opened(record: CaseRecord, series: SeriesContext): CaseView {
  const known = views.get(record);
  if (known?.context === series) return known;
  const view = openCase(record, series);
  views.set(record, view);
  return view;
}

const views = new WeakMap<CaseRecord, CaseView>();

/** One place of the record; the component is drawn again only when what stands there changes. */
export function useRecordPart(at: string): unknown {
  const store = useEditorStore();
  return useSyncExternalStore(store.subscribe, () => valueAt(store.snapshot().editor.record, at));
}

/** Text that waits at a place because the record cannot take it. */
export function usePending(at: string): PendingText | undefined {
  const store = useEditorStore();
  return useSyncExternalStore(store.subscribe, () => store.snapshot().editor.pending[at]);
}

export function useCaseSeries(): SeriesContext {
  return useContext(SeriesContextContext);
}
