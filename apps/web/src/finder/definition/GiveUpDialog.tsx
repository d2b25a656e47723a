import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useSay } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { definitionPageWords as words } from "./definition-page-words.ts";

/** Asks before changes that are saved nowhere are given up. */
export function GiveUpDialog(props: { readonly onGiveUp: () => void; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  return (
    <Dialog title={say(words.giveUpAsk)} close={say(words.goOn)} onClose={props.onClose}>
      <p>{say(words.giveUpText)}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {say(words.goOn)}
        </Button>
        <Button color="red.8" onClick={props.onGiveUp}>
          {say(words.giveUp)}
        </Button>
      </Group>
    </Dialog>
  );
}
