import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { type Problem, sayProblem } from "@materbone/clinical";
import type { Saved } from "@materbone/registry";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { casesQuery, keys } from "../api/queries.ts";
import { request, seriesPath } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { boardWords as words } from "./board-words.ts";
import { newCase } from "./new-case.ts";
import { nextCaseId } from "./next-case-id.ts";

/** Asks for a pseudonym and how the delivery is known, and goes on to the new woman's page. */
export function AddWoman(props: { readonly series: string; readonly onClose: () => void }): ReactNode {
  const { series } = props;
  const say = useSay();
  const terms = useTerms();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // The last ids are enough to go on counting from; the server knows whether one is taken.
  const known = useQuery(casesQuery(series, { order: "id", isDescending: true, limit: 500 }));
  const [typedId, setTypedId] = useState<string>();
  const [timing, setTiming] = useState<"date" | "months">("date");
  const [date, setDate] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isTried, setIsTried] = useState(false);
  const isDateMissing = timing === "date" && date.trim() === "";
  const id = typedId ?? (known.data === undefined ? "" : nextCaseId(known.data.cases.map((woman) => woman.id)));
  // The proposed id stands there to be typed over; it comes after the focus.
  const idField = useRef<HTMLInputElement>(null);
  const isProposed = typedId === undefined && id !== "";
  useEffect(() => {
    if (isProposed && document.activeElement === idField.current) idField.current?.select();
  }, [isProposed]);
  const save = useMutation({
    mutationFn: (record: unknown) =>
      request<Saved & { readonly id: string }>(`${seriesPath(series)}/cases`, { method: "POST", body: record }),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: keys.series(series) });
      await navigate({ to: "/series/$series/case/$case", params: { series, case: saved.id } });
    },
  });
  const submit = (): void => {
    setIsTried(true);
    if (isDateMissing) return;
    const made = newCase({ id, deliveryDate: timing === "date" ? date : undefined });
    setProblems(made.kind === "made" ? [] : made.problems);
    if (made.kind === "made") save.mutate(made.record);
  };
  const problemAt = (place: string): string | undefined => {
    const problem = problems.find(({ at }) => at.startsWith(place));
    return problem && sayProblem(problem, terms);
  };
  return (
    <Dialog title={say(words.addTitle)} close={say(words.cancel)} onClose={props.onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <TextInput
            ref={idField}
            label={say(words.id)}
            description={say(words.idHint)}
            error={problemAt("/id")}
            value={id}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            required
            data-autofocus
            onFocus={(event) => {
              if (isProposed) event.currentTarget.select();
            }}
            onChange={(event) => setTypedId(event.currentTarget.value)}
          />
          <Radio.Group
            label={say(words.timeKept)}
            value={timing}
            onChange={(value) => setTiming(value === "months" ? "months" : "date")}
          >
            <Group mt={6}>
              <Radio value="date" label={say(words.byDate)} />
              <Radio value="months" label={say(words.byMonths)} />
            </Group>
          </Radio.Group>
          {timing === "date" ? (
            <TextInput
              label={say(words.deliveryDate)}
              description={say(words.deliveryHint)}
              error={isTried && isDateMissing ? say(words.dateNeeded) : problemAt("/pregnancies")}
              value={date}
              maxLength={10}
              autoComplete="off"
              required
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          ) : (
            <p className="mb-muted">{say(words.monthsHint)}</p>
          )}
          {save.error !== null && <ProblemCard problem={save.error} of="case" />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {say(words.add)}
            </Button>
            <Button type="button" variant="subtle" onClick={props.onClose}>
              {say(words.cancel)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
