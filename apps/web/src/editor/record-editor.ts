import {
  type CaseRecord,
  changesBetween,
  type Problem,
  type ReadResult,
  readCase,
  valueAt,
  withValueAt,
} from "@materbone/clinical";

/** Text that stands in a field and cannot be taken into the record, with what is wrong with it. */
export type PendingText = { readonly text: string; readonly problems: readonly Problem[] };

/** Says whether a value is a whole document of its kind. */
export type Reader<T> = (value: unknown) => ReadResult<T>;

/**
 * Work on one record, of a woman unless another kind is named. `record` is valid at every moment, so that everything derived from it can be drawn while someone
 * types; what cannot be read waits in `pending` by its place, and nothing typed is lost.
 */
export type RecordEditor<T extends object = CaseRecord> = {
  readonly read: Reader<T>;
  /** As it was saved, and the revision it was saved in. */
  readonly saved: T;
  readonly revision: number;
  readonly record: T;
  readonly pending: Readonly<Record<string, PendingText>>;
  readonly past: readonly Step<T>[];
  readonly future: readonly Step<T>[];
};

/** The work as it was, on the ground that it stood on then: work from before a merge has not seen their change. */
type Step<T extends object> = Pick<RecordEditor<T>, "record" | "pending" | "saved" | "revision"> & {
  readonly at: string;
};

/** What a field wants: a value for a place, `undefined` to take it away, and the text that stands in the field. */
export type Edit = { readonly at: string; readonly value: unknown; readonly text?: string };

export function openEditor(saved: CaseRecord, revision: number): RecordEditor {
  return openDocument(saved, revision, readCase);
}

/** As `openEditor`, for a document of any kind. */
export function openDocument<T extends object>(saved: T, revision: number, read: Reader<T>): RecordEditor<T> {
  return { read, saved, revision, record: saved, pending: {}, past: [], future: [] };
}

/**
 * Applies an edit. Edits of one place in a row are one step to undo, as they are when someone types a word.
 * A value that the record cannot take leaves the record as it was and waits as text.
 */
export function edit<T extends object>(editor: RecordEditor<T>, { at, value, text }: Edit): RecordEditor<T> {
  const { [at]: _waiting, ...others } = editor.pending;
  const candidate = editor.read(withValueAt(editor.record, at, value));
  if (candidate.kind === "read") {
    // Text that waits inside what goes would hold up saving from a field that is no longer there.
    const waiting = value === undefined ? outside(others, at) : others;
    return stepped(editor, at, withoutEmptyParts(editor.read, candidate.value, at), waiting);
  }
  const problems = candidate.problems;
  return stepped(editor, at, editor.record, { ...others, [at]: { text: text ?? String(value ?? ""), problems } });
}

/** Text that no value can be made of, such as a date that does not exist. */
export function leavePending<T extends object>(
  editor: RecordEditor<T>,
  at: string,
  waiting: PendingText,
): RecordEditor<T> {
  return stepped(editor, at, editor.record, { ...editor.pending, [at]: waiting });
}

/** Forgets text that waited at a place; the record stays. */
export function dropPending<T extends object>(editor: RecordEditor<T>, at: string): RecordEditor<T> {
  if (editor.pending[at] === undefined) return editor;
  const { [at]: _waiting, ...others } = editor.pending;
  return stepped(editor, at, editor.record, others);
}

/**
 * Takes an entry out of a list; text that waits in later entries moves up with them. A list that the last entry leaves goes
 * too, where the record can do without it.
 */
export function removeEntry<T extends object>(
  editor: RecordEditor<T>,
  at: string,
): { readonly editor: RecordEditor<T>; readonly problems: readonly Problem[] } {
  const list = at.slice(0, at.lastIndexOf("/"));
  const position = Number(at.slice(list.length + 1));
  const entries = valueAt(editor.record, list);
  const isThere = Array.isArray(entries) && position < entries.length;
  const without = isThere ? withValueAt(editor.record, at, undefined) : editor.record;
  const isLast = Array.isArray(entries) && isThere && entries.length === 1;
  const bare = isLast ? editor.read(withValueAt(editor.record, list, undefined)) : undefined;
  const candidate = bare?.kind === "read" ? bare : editor.read(without);
  if (candidate.kind === "refused") return { editor, problems: candidate.problems };
  const pending = Object.fromEntries(
    Object.entries(editor.pending).flatMap(([place, waiting]) => {
      const moved = movedUp(place, list, position);
      return moved === undefined ? [] : [[moved, waiting]];
    }),
  );
  return { editor: stepped(editor, "", withoutEmptyParts(editor.read, candidate.value, list), pending), problems: [] };
}

/** Where a place stands after the entry at `position` of `list` went; `undefined` inside that entry. */
function movedUp(place: string, list: string, position: number): string | undefined {
  if (!place.startsWith(`${list}/`)) return place;
  const [step = "", ...rest] = place.slice(list.length + 1).split("/");
  const own = Number(step);
  if (!Number.isInteger(own) || own < position) return place;
  return own === position ? undefined : [list, own - 1, ...rest].join("/");
}

/**
 * Several places at once, all or none, as one step: a pasted block, a moved fracture.
 *
 * @param at - place whose edits in a row are one step to undo; none = a step of its own
 */
export function editAll<T extends object>(
  editor: RecordEditor<T>,
  edits: readonly Edit[],
  at = "",
): { readonly editor: RecordEditor<T>; readonly problems: readonly Problem[] } {
  let next: unknown = editor.record;
  for (const { at, value } of edits) next = withValueAt(next, at, value);
  const candidate = editor.read(next);
  if (candidate.kind === "refused") return { editor, problems: candidate.problems };
  const places = edits.map((change) => change.at);
  const pending = Object.fromEntries(Object.entries(editor.pending).filter(([at]) => !places.includes(at)));
  const record = edits
    .filter(({ value }) => value === undefined)
    .reduce((left, { at }) => withoutEmptyParts(editor.read, left, at), candidate.value);
  return { editor: stepped(editor, at, record, pending), problems: [] };
}

export function undo<T extends object>(editor: RecordEditor<T>): RecordEditor<T> {
  const step = editor.past.at(-1);
  if (step === undefined) return editor;
  const now: Step<T> = { ...stateOf(editor), at: step.at };
  return { ...editor, ...stateOf(step), past: editor.past.slice(0, -1), future: [...editor.future, now] };
}

export function redo<T extends object>(editor: RecordEditor<T>): RecordEditor<T> {
  const step = editor.future.at(-1);
  if (step === undefined) return editor;
  const now: Step<T> = { ...stateOf(editor), at: step.at };
  return { ...editor, ...stateOf(step), past: [...editor.past, now], future: editor.future.slice(0, -1) };
}

/** The hand left the field: the next edit there is a step of its own. */
export function settle<T extends object>(editor: RecordEditor<T>): RecordEditor<T> {
  const last = editor.past.at(-1);
  if (last === undefined || last.at === "") return editor;
  return { ...editor, past: [...editor.past.slice(0, -1), { ...last, at: "" }] };
}

/**
 * After a save: what was saved is the new ground; what was typed since stays. Steps on the ground that the save left move
 * with it, so that a save after undoing is no stale one; steps on an older ground stay there.
 *
 * @param from - revision that the save left; default that of the editor
 */
export function markSaved<T extends object>(
  editor: RecordEditor<T>,
  saved: T,
  revision: number,
  from = editor.revision,
): RecordEditor<T> {
  const renewed = <S extends { readonly revision: number }>(state: S): S =>
    state.revision === from ? { ...state, saved, revision } : state;
  return { ...renewed(editor), past: editor.past.map(renewed), future: editor.future.map(renewed) };
}

/** The record as it was saved last, as one more step, so that undo brings the work back. */
export function revertToSaved<T extends object>(
  editor: RecordEditor<T>,
  { saved, revision }: Pick<RecordEditor<T>, "saved" | "revision"> = editor,
): RecordEditor<T> {
  return { ...settle(stepped(editor, "", saved, {})), saved, revision };
}

/**
 * After someone else's save: their revision is the new ground, and `record` is what becomes of both.
 *
 * @param placeIn - where a field of the work stands in that record; text that waits in what is gone goes with it
 */
export function rebased<T extends object>(
  editor: RecordEditor<T>,
  { saved, revision, record }: Pick<RecordEditor<T>, "saved" | "revision" | "record">,
  placeIn: (at: string) => string | undefined = (at) => at,
): RecordEditor<T> {
  const pending = Object.entries(editor.pending).flatMap(([at, waiting]) => {
    const moved = placeIn(at);
    return moved === undefined ? [] : [[moved, waiting] as const];
  });
  return { ...stepped(editor, "", record, Object.fromEntries(pending)), saved, revision };
}

/** Work of another window in place of this one's, as one more step: undo brings the own work back. */
export function takenOver<T extends object>(editor: RecordEditor<T>, other: RecordEditor<T>): RecordEditor<T> {
  const { saved, revision, record, pending } = other;
  return { ...stepped(editor, "", record, pending), saved, revision };
}

/** Is there anything that a save would write, or that cannot be saved yet? */
export function isChanged<T extends object>(editor: RecordEditor<T>): boolean {
  if (Object.keys(editor.pending).length > 0) return true;
  return editor.record !== editor.saved && changesBetween(editor.saved, editor.record).length > 0;
}

function stateOf<T extends object>({ record, pending, saved, revision }: Omit<Step<T>, "at">): Omit<Step<T>, "at"> {
  return { record, pending, saved, revision };
}

function stepped<T extends object>(
  editor: RecordEditor<T>,
  at: string,
  record: T,
  pending: RecordEditor["pending"],
): RecordEditor<T> {
  const last = editor.past.at(-1);
  const goesOn = at !== "" && last?.at === at && editor.future.length === 0;
  const past = goesOn ? editor.past : [...editor.past, { ...stateOf(editor), at }];
  return { ...editor, record, pending, past, future: [] };
}

/** What waits neither at a place nor inside it. */
function outside(pending: RecordEditor["pending"], at: string): RecordEditor["pending"] {
  return Object.fromEntries(Object.entries(pending).filter(([place]) => place !== at && !place.startsWith(`${at}/`)));
}

/**
 * An object emptied by the last edit goes too: an empty `person` says no more than none. Entries of lists stay, and so does
 * an object that the record cannot be without, such as the sites of a scan.
 */
function withoutEmptyParts<T extends object>(read: Reader<T>, record: T, at: string): T {
  const steps = at.split("/").slice(1, -1);
  let result = record;
  for (let depth = steps.length; depth > 0; depth--) {
    const last = steps[depth - 1] ?? "";
    const pointer = `/${steps.slice(0, depth).join("/")}`;
    const part = valueAt(result, pointer);
    const isEmptyObject =
      typeof part === "object" && part !== null && !Array.isArray(part) && Object.keys(part).length === 0;
    if (!isEmptyObject || /^\d+$/.test(last)) break;
    const without = read(withValueAt(result, pointer, undefined));
    if (without.kind === "refused") break;
    result = without.value;
  }
  return result;
}
