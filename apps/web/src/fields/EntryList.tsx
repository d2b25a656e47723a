import { say, sayProblem } from "@materbone/clinical";
import { type ReactNode, useCallback } from "react";
import { useEditorStore, usePlaceOf, useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { AddEntry } from "./AddEntry.tsx";
import { useAiming } from "./aim.tsx";
import { entryTitle } from "./entry-words.ts";
import classes from "./Fields.module.css";
import type { ListSpec } from "./field-spec.ts";
import { fieldWords, notRemoved, removedEntry, removeWord } from "./field-words.ts";

/** The entries of a list, each with its fields, and a way to add one more. */
export function EntryList(props: {
  readonly spec: ListSpec;
  readonly at: string;
  /** What stands in an entry: its fields and what follows from them. */
  readonly children: (at: string) => ReactNode;
  /** Takes the place of the plain way to add. */
  readonly adding?: ReactNode;
  /** Takes an entry out, where more than that has to happen. */
  readonly onRemove?: (at: string) => void;
}): ReactNode {
  const { spec, at, onRemove } = props;
  const places = entryPlaces(at, useCount(at));
  return (
    <div>
      {places.map((place) => (
        <Entry key={place} spec={spec} at={place} onRemove={onRemove}>
          {props.children(place)}
        </Entry>
      ))}
      {props.adding ?? <AddEntry spec={spec} at={at} />}
    </div>
  );
}

/** Pointers of the entries of a list; an entry has no other identity than its place. */
export function entryPlaces(at: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, position) => `${at}/${position}`);
}

/** Number of entries of a list of the record. */
export function useCount(at: string): number {
  return ((useRecordPart(at) as readonly unknown[] | undefined) ?? []).length;
}

function Entry(props: {
  readonly spec: ListSpec;
  readonly at: string;
  readonly onRemove: ((at: string) => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { spec, at } = props;
  const title = useEntryTitle(at, spec);
  const remove = useRemoval();
  return (
    <fieldset className={classes.entry} data-at={at}>
      <legend className={classes.legend}>{title}</legend>
      <div className={classes.head}>
        <RemoveButton title={title} onRemove={() => (props.onRemove ?? remove)(at)} />
      </div>
      <div className={classes.body}>{props.children}</div>
    </fieldset>
  );
}

export function RemoveButton(props: { readonly title: string; readonly onRemove: () => void }): ReactNode {
  const terms = useTerms();
  return (
    <button
      type="button"
      className={classes.quiet}
      aria-label={say(removeWord, { entry: props.title }, terms)}
      onClick={props.onRemove}
    >
      {terms.text(fieldWords.remove)}
    </button>
  );
}

function useEntryTitle(at: string, spec: ListSpec): string {
  const terms = useTerms();
  const store = useEditorStore();
  // Drawn again when the word that names the entry changes.
  useRecordPart(`${at}/${spec.opens[0] ?? "index"}`);
  useRecordPart(`${at}/name`);
  return entryTitle(at, terms, store.snapshot().editor.record, usePlaceOf());
}

/**
 * Takes an entry out of its list and says so, or why it stays; undo brings it back. The focus goes to where an entry is added, unless
 * `movesFocus` is false.
 */
export function useRemoval(): (at: string, movesFocus?: boolean) => void {
  const terms = useTerms();
  const store = useEditorStore();
  const { announce, warn, goTo } = useAiming();
  const of = usePlaceOf();
  return useCallback(
    (at: string, movesFocus = true) => {
      const title = entryTitle(at, terms, store.snapshot().editor.record, of);
      const [problem] = store.removeEntry(at);
      if (problem !== undefined) {
        warn(say(notRemoved, { entry: title, why: sayProblem(problem, terms) }, terms));
        return;
      }
      announce(say(removedEntry, { entry: title }, terms));
      if (movesFocus) goTo(`add:${at.slice(0, at.lastIndexOf("/"))}`);
    },
    [terms, store, announce, warn, goTo, of],
  );
}
