import { Box, Button, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ApiProblem, request } from "../../api/request.ts";
import { useSay } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { focusSoon } from "../../parts/focus-soon.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Find.module.css";
import { findWords as words } from "./find-words.ts";

/** Says what goes, then deletes it. Decisions of reviewers go only when that is said once more. */
export function RemoveDialog(props: {
  readonly title: string;
  readonly text: string;
  /** Address that is deleted. */
  readonly path: string;
  /** Id of the place that the focus goes to afterwards. */
  readonly backTo: string;
  readonly onRemoved: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useSay();
  const [problem, setProblem] = useState<ApiProblem>();
  const [isBusy, setIsBusy] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const hasDecisions = problem?.kind === "run-has-decisions";
  const remove = async (): Promise<void> => {
    setIsBusy(true);
    try {
      await request(isConfirmed ? `${props.path}?decisions=true` : props.path, { method: "DELETE" });
      await props.onRemoved();
      props.onClose();
      focusSoon(props.backTo);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={props.title} close={say(words.cancel)} onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void remove();
        }}
      >
        <p>{props.text}</p>
        {problem !== undefined && (
          <Box my="sm">
            <ProblemCard problem={problem} />
          </Box>
        )}
        {hasDecisions && (
          <label className={classes.check}>
            <input
              type="checkbox"
              checked={isConfirmed}
              onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
            />
            <span>{say(words.removeDecisions)}</span>
          </label>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            {say(words.cancel)}
          </Button>
          <Button type="submit" color="red.8" loading={isBusy} disabled={hasDecisions && !isConfirmed}>
            {say(words.remove)}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
