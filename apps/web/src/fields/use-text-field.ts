import { useState } from "react";
import { useEditorStore, usePending, useRecordPart } from "../editor/editor-context.tsx";
import type { PendingText } from "../editor/record-editor.ts";
import type { Codec, Reading } from "./codec.ts";
import { commit } from "./commit.ts";
import { useTogether } from "./together.tsx";

export type TextField = {
  /** What stands in the field: as typed while it means what the record holds, else as the record prints. */
  readonly text: string;
  readonly pending: PendingText | undefined;
  /** What is wrong, said once the hand has left the field: half a number is not yet a mistake. */
  readonly problems: PendingText["problems"] | undefined;
  readonly value: unknown;
  readonly type: (text: string) => void;
  /** The hand left the field. */
  readonly leave: () => void;
};

type Put = (at: string, text: string, reading: Reading) => void;

/** A field of text over one place of the record. Nothing typed is lost: what cannot be taken waits as text. */
export function useTextField(at: string, codec: Codec, put?: Put): TextField {
  const store = useEditorStore();
  const value = useRecordPart(at);
  const pending = usePending(at);
  const together = useTogether();
  const [typed, setTyped] = useState<string>();
  const means = typed === undefined ? undefined : codec.read(typed, value);
  const isOwn = means !== undefined && isSame(means.kind === "value" ? means.value : undefined, value);
  return {
    text: pending?.text ?? (isOwn && typed !== undefined ? typed : codec.print(value)),
    pending,
    problems: typed === undefined ? pending?.problems : undefined,
    value,
    type: (text) => {
      setTyped(text);
      const reading = codec.read(text, value);
      if (put === undefined) commit(store, at, text, reading, together);
      else put(at, text, reading);
    },
    leave: () => {
      setTyped(undefined);
      store.settle();
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
