import { type CaseRecord, changesBetween, type Problem, readCase, valueAt, withValueAt } from "@materbone/clinical";

/** Text that stands in a field and cannot be taken into the record, with what is wrong with it. */
export type PendingText = { readonly text: string; readonly problems: readonly Problem[] };

/**
 * Work on one record. `record` is valid at every moment, so that everything derived from it can be drawn while someone
 * types; what cannot be read waits in `pending` by its place, and nothing typed is lost.
 */
export type RecordEditor = {
  /** As it was saved, and the revision it was saved in. */
  readonly saved: CaseRecord;
  readonly revision: number;
  readonly record: CaseRecord;
  readonly pending: Readonly<Record<string, PendingText>>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

type Step = { readonly record: CaseRecord; readonly pending: RecordEditor["pending"]; readonly at: string };

/** What a field wants: a value for a place, `undefined` to take it away, and the text that stands in the field. */
export type Edit = { readonly at: string; readonly value: unknown; readonly text?: string };

export function openEditor(saved: CaseRecord, revision: number): RecordEditor {
  return { saved, revision, record: saved, pending: {}, past: [], future: [] };
}

/**
 * Applies an edit. Edits of one place in a row are one step to undo, as they are when someone types a word.
 * A value that the record cannot take leaves the record as it was and waits as text.
 */
export function edit(editor: RecordEditor, { at, value, text }: Edit): RecordEditor {
  const { [at]: _waiting, ...others } = editor.pending;
  const candidate = readCase(withValueAt(editor.record, at, value));
  if (candidate.kind === "read") return stepped(editor, at, withoutEmptyParts(candidate.value, at), others);
  const problems = candidate.problems;
  return stepped(editor, at, editor.record, { ...others, [at]: { text: text ?? String(value ?? ""), problems } });
}

/** Text that no value can be made of, such as a date that does not exist. */
export function leavePending(editor: RecordEditor, at: string, waiting: PendingText): RecordEditor {
  return stepped(editor, at, editor.record, { ...editor.pending, [at]: waiting });
}

/** Forgets text that waited at a place; the record stays. */
export function dropPending(editor: RecordEditor, at: string): RecordEditor {
  if (editor.pending[at] === undefined) return editor;
  const { [at]: _waiting, ...others } = editor.pending;
  return stepped(editor, at, editor.record, others);
}

/**
 * Takes an entry out of a list; text that waits in later entries moves up with them. A list that the last entry leaves goes
 * too, where the record can do without it.
 */
export function removeEntry(
  editor: RecordEditor,
  at: string,
): { readonly editor: RecordEditor; readonly problems: readonly Problem[] } {
  const list = at.slice(0, at.lastIndexOf("/"));
  const position = Number(at.slice(list.length + 1));
  const entries = valueAt(editor.record, list);
  const isThere = Array.isArray(entries) && position < entries.length;
  const without = isThere ? withValueAt(editor.record, at, undefined) : editor.record;
  const isLast = Array.isArray(entries) && isThere && entries.length === 1;
  const bare = isLast ? readCase(withValueAt(editor.record, list, undefined)) : undefined;
  const candidate = bare?.kind === "read" ? bare : readCase(without);
  if (candidate.kind === "refused") return { editor, problems: candidate.problems };
  const pending = Object.fromEntries(
    Object.entries(editor.pending).flatMap(([place, waiting]) => {
      const moved = movedUp(place, list, position);
      return moved === undefined ? [] : [[moved, waiting]];
    }),
  );
  return { editor: stepped(editor, "", withoutEmptyParts(candidate.value, list), pending), problems: [] };
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
export function editAll(
  editor: RecordEditor,
  edits: readonly Edit[],
  at = "",
): { readonly editor: RecordEditor; readonly problems: readonly Problem[] } {
  let next: unknown = editor.record;
  for (const { at, value } of edits) next = withValueAt(next, at, value);
  const candidate = readCase(next);
  if (candidate.kind === "refused") return { editor, problems: candidate.problems };
  const places = edits.map((change) => change.at);
  const pending = Object.fromEntries(Object.entries(editor.pending).filter(([at]) => !places.includes(at)));
  return { editor: stepped(editor, at, candidate.value, pending), problems: [] };
}

export function undo(editor: RecordEditor): RecordEditor {
  const step = editor.past.at(-1);
  if (step === undefined) return editor;
  const now: Step = { record: editor.record, pending: editor.pending, at: step.at };
  return { ...editor, ...stateOf(step), past: editor.past.slice(0, -1), future: [...editor.future, now] };
}

export function redo(editor: RecordEditor): RecordEditor {
  const step = editor.future.at(-1);
  if (step === undefined) return editor;
  const now: Step = { record: editor.record, pending: editor.pending, at: step.at };
  return { ...editor, ...stateOf(step), past: [...editor.past, now], future: editor.future.slice(0, -1) };
}

/** The hand left the field: the next edit there is a step of its own. */
export function settle(editor: RecordEditor): RecordEditor {
  const last = editor.past.at(-1);
  if (last === undefined || last.at === "") return editor;
  return { ...editor, past: [...editor.past.slice(0, -1), { ...last, at: "" }] };
}

/** After a save: what was saved is the new ground; what was typed since stays. */
export function markSaved(editor: RecordEditor, saved: CaseRecord, revision: number): RecordEditor {
  return { ...editor, saved, revision };
}

/** The record as it was saved, as one more step, so that undo brings the work back. */
export function revertToSaved(editor: RecordEditor): RecordEditor {
  return settle(stepped(editor, "", editor.saved, {}));
}

/** After someone else's save: their revision is the new ground, and `record` is what becomes of both. */
export function rebased(editor: RecordEditor, saved: CaseRecord, revision: number, record: CaseRecord): RecordEditor {
  return { ...stepped(editor, "", record, editor.pending), saved, revision };
}

/** Is there anything that a save would write, or that cannot be saved yet? */
export function isChanged(editor: RecordEditor): boolean {
  if (Object.keys(editor.pending).length > 0) return true;
  return editor.record !== editor.saved && changesBetween(editor.saved, editor.record).length > 0;
}

function stateOf({ record, pending }: Step): Pick<RecordEditor, "record" | "pending"> {
  return { record, pending };
}

function stepped(editor: RecordEditor, at: string, record: CaseRecord, pending: RecordEditor["pending"]): RecordEditor {
  const last = editor.past.at(-1);
  const goesOn = at !== "" && last?.at === at && editor.future.length === 0;
  const past = goesOn ? editor.past : [...editor.past, { record: editor.record, pending: editor.pending, at }];
  return { ...editor, record, pending, past, future: [] };
}

/** An object emptied by the last edit goes too: an empty `person` says no more than none. Entries of lists stay. */
function withoutEmptyParts(record: CaseRecord, at: string): CaseRecord {
  const steps = at.split("/").slice(1, -1);
  let result = record;
  for (let depth = steps.length; depth > 0; depth--) {
    const last = steps[depth - 1] ?? "";
    const pointer = `/${steps.slice(0, depth).join("/")}`;
    const part = valueAt(result, pointer);
    const isEmptyObject =
      typeof part === "object" && part !== null && !Array.isArray(part) && Object.keys(part).length === 0;
    if (!isEmptyObject || /^\d+$/.test(last)) break;
    result = withValueAt(result, pointer, undefined);
  }
  return result;
}
