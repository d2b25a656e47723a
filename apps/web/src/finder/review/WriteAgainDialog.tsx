import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { WrittenCase } from "../../api/finder-queries.ts";
import { useSay } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import classes from "./Review.module.css";
import { reviewWords as words } from "./review-words.ts";

/** Asks before a woman who stands in a series already is written a second time. */
export function WriteAgainDialog(props: {
  readonly before: readonly Pick<WrittenCase, "series" | "id">[];
  /** What the server said where this page may not know by which review she was written. */
  readonly said: string | undefined;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const say = useSay();
  return (
    <Dialog title={say(words.writeAgainAsk)} close={say(words.cancel)} onClose={props.onClose}>
      {props.before.length === 0 ? (
        <p>{props.said}</p>
      ) : (
        <>
          <p>{say(words.writtenBefore)}</p>
          <ul className={classes.sentences}>
            {props.before.map(({ series, id }) => (
              <li key={`${series}/${id}`}>{`${series} / ${id}`}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say(words.writeAgainText)}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {say(words.cancel)}
        </Button>
        <Button onClick={props.onWrite}>{say(words.writeAgain)}</Button>
      </Group>
    </Dialog>
  );
}
