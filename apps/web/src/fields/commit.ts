import { type Problem, pointerSteps, valueAt } from "@materbone/clinical";
import type { EditorStore } from "../editor/editor-store.ts";
import type { Codec, Reading } from "./codec.ts";

/** Fields that the record takes only all at once, such as amount, unit and interval of a dose. */
export type Together = {
  readonly base: string;
  readonly needs: readonly { readonly key: string; readonly codec: Codec }[];
};

/** Puts what was typed at a place into the record, or lets it wait there as text. */
export function commit(store: EditorStore, at: string, text: string, reading: Reading, together?: Together): void {
  const isNeeded = together?.needs.some((need) => `${together.base}/${need.key}` === at) === true;
  if (together !== undefined && isNeeded && !isOpen(store, together))
    commitTogether(store, at, text, reading, together);
  else if (reading.kind === "refused") store.leavePending(at, { text, problems: [{ at, ...reading.problem }] });
  else if (reading.kind === "value") store.edit({ at, value: reading.value, text });
  else clear(store, at);
}

/** Takes a field away; where nothing stands yet only the text that waited goes. */
export function clear(store: EditorStore, at: string): void {
  if (valueAt(store.snapshot().editor.record, at) === undefined) store.dropPending(at);
  else store.edit({ at, value: undefined, text: "" });
}

function isOpen({ snapshot }: EditorStore, { base, needs }: Together): boolean {
  const { record } = snapshot().editor;
  return needs.every((need) => valueAt(record, `${base}/${need.key}`) !== undefined);
}

/** The fields wait as text until the last of them is there; then they enter as one step. */
function commitTogether(store: EditorStore, at: string, text: string, reading: Reading, together: Together): void {
  const { pending, record } = store.snapshot().editor;
  if (reading.kind === "refused") {
    store.leavePending(at, { text, problems: [{ at, ...reading.problem }] });
    return;
  }
  const parts = together.needs.map(({ key, codec }) => {
    const place = `${together.base}/${key}`;
    const typed = place === at ? text : pending[place]?.text;
    return { at: place, reading: typed === undefined ? ({ kind: "empty" } as const) : codec.read(typed) };
  });
  const edits = parts.flatMap((part) =>
    part.reading.kind === "value" ? [{ at: part.at, value: part.reading.value }] : [],
  );
  if (edits.length === together.needs.length) {
    const problems = store.editAll(edits, at);
    if (problems.length > 0) store.leavePending(at, { text, problems });
    return;
  }
  if (reading.kind === "empty") {
    if (valueAt(record, at) === undefined) store.dropPending(at);
    return;
  }
  const missing = parts.filter((part) => part.reading.kind !== "value");
  store.leavePending(at, { text, problems: missing.map((part) => missingAt(part.at)) });
}

function missingAt(at: string): Extract<Problem, { kind: "missing" }> {
  return { at, kind: "missing", key: pointerSteps(at).at(-1) ?? "" };
}
