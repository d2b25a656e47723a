import type { Saved } from "@materbone/registry";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { EditorStore } from "./editor-store.ts";

type OnSaved<T extends object> = (record: T, saved: Saved) => void;

/** The work on one document in this window, shown or left. */
export type OpenWork<T extends object> = {
  readonly store: EditorStore<T>;
  /** What the page that shows the work does after a save. */
  onSaved: OnSaved<T>;
  isShown: boolean;
  stop: (() => void) | undefined;
};

/** By the path of the document at the server. A page that comes back goes on with what is here. */
const works = new Map<string, OpenWork<never>>();
const listeners = new Set<() => void>();

/** The work that this window still holds on a document, or the one that `begin` makes. */
export function openWork<T extends object>(path: string, begin: (onSaved: OnSaved<T>) => EditorStore<T>): OpenWork<T> {
  const held = works.get(path);
  // One path names documents of one kind.
  if (held !== undefined) return held as unknown as OpenWork<T>;
  const work: OpenWork<T> = {
    store: begin((record, saved) => work.onSaved(record, saved)),
    onSaved: () => undefined,
    isShown: false,
    stop: undefined,
  };
  return work;
}

/**
 * Keeps drafts of the work while a page shows it, and afterwards for as long as the server has not taken what was typed: a
 * server that is away must not turn leaving a page into losing its work.
 *
 * @returns what to call when the page goes
 */
export function showWork<T extends object>(path: string, work: OpenWork<T>): () => void {
  works.set(path, work as unknown as OpenWork<never>);
  work.isShown = true;
  work.stop ??= started(path, work);
  tell();
  return () => {
    work.isShown = false;
    work.store.offer();
    letGo(path, work);
    tell();
  };
}

/** Can a page go on with the work on this document, whatever the server says? */
export function holdsWork(path: string): boolean {
  return works.has(path);
}

/** The work on a document for the page that shows it. */
export function useOpenWork<T extends object>(
  path: string,
  onSaved: OnSaved<T>,
  begin: (onSaved: OnSaved<T>) => EditorStore<T>,
): EditorStore<T> {
  const [work] = useState(() => openWork(path, begin));
  work.onSaved = onSaved;
  useEffect(() => showWork(path, work), [path, work]);
  return work.store;
}

/** Does this window hold anything that was typed and not saved? */
export function useHoldsChanges(): boolean {
  return useSyncExternalStore(subscribe, holdsChanges, holdsChanges);
}

export function holdsChanges(): boolean {
  return [...works.values()].some(({ store }) => store.isChanged());
}

function started<T extends object>(path: string, work: OpenWork<T>): () => void {
  const stop = work.store.start();
  const unsubscribe = work.store.subscribe(() => {
    letGo(path, work);
    tell();
  });
  return () => {
    unsubscribe();
    stop();
  };
}

function letGo<T extends object>(path: string, work: OpenWork<T>): void {
  if (work.isShown || !work.store.isKept()) return;
  works.delete(path);
  work.stop?.();
  work.stop = undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
