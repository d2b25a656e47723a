import { type CaseView, openCase, type SeriesContext } from "@materbone/clinical";
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import type { EditorSnapshot, EditorStore } from "./editor-store.ts";

const EditorContext = createContext<EditorStore | undefined>(undefined);
const SeriesContextContext = createContext<SeriesContext>({});

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

export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === undefined) throw new TypeError("no editor around this component");
  return store;
}

export function useEditor(): EditorSnapshot {
  const store = useEditorStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The record being edited, opened: what every panel beside the form is drawn from. */
export function useCaseView(): CaseView {
  const { editor } = useEditor();
  const series = useContext(SeriesContextContext);
  return useMemo(() => openCase(editor.record, series), [editor.record, series]);
}

export function useCaseSeries(): SeriesContext {
  return useContext(SeriesContextContext);
}
