import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keys } from "../api/queries.ts";
import { ApiProblem, casePath, request } from "../api/request.ts";
import { useEditorStore } from "../editor/editor-context.tsx";
import { saveWords } from "../editor/save-words.ts";
import { useSay } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";

/** Asks why, then deletes; the page that stays offers to restore. */
export function DeleteWoman(props: { readonly series: string; readonly onClose: () => void }): ReactNode {
  const { series, onClose } = props;
  const say = useSay();
  const store = useEditorStore();
  const client = useQueryClient();
  const [why, setWhy] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const remove = async (): Promise<void> => {
    if (why.trim() === "") {
      setIsAsked(true);
      return;
    }
    const { editor } = store.snapshot();
    try {
      await request(casePath(series, editor.saved.id), {
        method: "DELETE",
        body: { why: why.trim() },
        fromRevision: editor.revision,
      });
      await client.invalidateQueries({ queryKey: keys.series(series) });
      onClose();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={say(saveWords.removeTitle)}
      closeButtonProps={{ "aria-label": say(saveWords.cancel) }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void remove();
        }}
      >
        <p>{say(saveWords.removeText)}</p>
        <TextInput
          data-autofocus
          required
          label={say(saveWords.removeWhy)}
          value={why}
          error={isAsked && why.trim() === "" ? say(saveWords.whyNeeded) : undefined}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {problem !== undefined && <ProblemCard problem={problem} of="series" />}
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say(saveWords.cancel)}
          </Button>
          <Button type="submit" color="red.8">
            {say(saveWords.removeDo)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
