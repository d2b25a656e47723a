import { Button, Group, Textarea } from "@mantine/core";
import type { Review } from "@materbone/clinical";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useSay } from "../language/language.tsx";
import classes from "./FindingRow.module.css";
import { findingsWords as words } from "./findings-words.ts";

/** The note that goes with a decision about one finding or a group of alike ones. */
export function ReviewForm(props: {
  readonly state: Review["state"];
  readonly isSaving: boolean;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const say = useSay();
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const save = (): void => {
    if (note.trim() === "") setIsMissing(true);
    else props.onSave(note);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") props.onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        label={say(props.state === "explained" ? words.explainLabel : words.acceptLabel)}
        description={say(words.noteHint)}
        error={isMissing && note.trim() === "" ? say(words.noteNeeded) : undefined}
        autosize
        minRows={2}
        maxLength={2000}
        required
        data-autofocus
        ref={focusOnce}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={props.isSaving}>
          {say(words.save)}
        </Button>
        <Button type="button" size="compact-md" variant="subtle" onClick={props.onCancel}>
          {say(words.cancel)}
        </Button>
      </Group>
    </form>
  );
}

/** The hand goes to the note as soon as the form opens. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus();
}
