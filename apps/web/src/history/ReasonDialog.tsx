import { Box, Button, Group, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiProblem } from "../api/request.ts";
import { useSay } from "../language/language.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import type { PlaceOf } from "../parts/place-words.ts";
import { historyWords } from "./history-words.ts";

/** Asks for the reason of an act that stands in the log, and for the id where the act cannot be taken back. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly isReasonNeeded: boolean;
  /** To be typed again before the act. */
  readonly confirmId?: string | undefined;
  readonly isGrave?: boolean;
  /** What the places of a refusal lie in. */
  readonly placesOf?: PlaceOf | undefined;
  readonly onAct: (why: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const say = useSay();
  const [why, setWhy] = useState("");
  const [typed, setTyped] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const isReasonMissing = props.isReasonNeeded && why.trim() === "";
  const isConfirmed = props.confirmId === undefined || typed === props.confirmId;
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsTried(true);
    if (isReasonMissing || !isConfirmed) return;
    setIsBusy(true);
    try {
      await props.onAct(why.trim());
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={props.title} close={say(historyWords.cancel)} onClose={props.onClose}>
      <form noValidate onSubmit={(event) => void act(event)}>
        <p>{props.text}</p>
        <Textarea
          data-autofocus
          label={say(historyWords.reason)}
          required={props.isReasonNeeded}
          maxLength={500}
          autosize
          minRows={2}
          value={why}
          error={isTried && isReasonMissing ? say(historyWords.reasonNeeded) : undefined}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {props.confirmId !== undefined && (
          <TextInput
            mt="sm"
            label={say(historyWords.confirm)}
            description={props.confirmId}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            error={isTried && !isConfirmed ? say(historyWords.confirm) : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {problem !== undefined && (
          <Box mt="sm">
            <ProblemCard problem={problem} of={props.placesOf} />
          </Box>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={props.onClose}>
            {say(historyWords.cancel)}
          </Button>
          <Button type="submit" loading={isBusy} {...(props.isGrave === true ? { color: "red.8" } : {})}>
            {props.action}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
