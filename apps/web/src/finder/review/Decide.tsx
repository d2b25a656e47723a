import { Radio, TextInput } from "@mantine/core";
import type { Text } from "@materbone/clinical";
import type { AdjudicatedBy, BlindStatus, ReviewRole, ReviewVerdict } from "@materbone/finder";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type Ref, useState } from "react";
import { runPath } from "../../api/finder-queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { isReviewerName } from "../run/reviewer-name.ts";
import { DecisionForm, type VerdictChooser } from "./DecisionForm.tsx";
import { useDecisionDraft } from "./decision-draft.ts";
import classes from "./Review.module.css";
import { refreshReview } from "./refresh-review.ts";
import { reviewWords as words } from "./review-words.ts";
import { SaidDecision } from "./SaidDecision.tsx";

type DecideProps = {
  readonly run: string;
  readonly rank: number;
  readonly reviewer: string;
  readonly role: ReviewRole;
  readonly status: BlindStatus;
  /** Names the status, so that nothing is said of one that has changed meanwhile. */
  readonly state: string;
  readonly hasKeys: boolean;
  readonly chooser: Ref<VerdictChooser>;
  readonly onDecided: (verdict: ReviewVerdict) => void;
};

/** A refusal is told above the status, which is asked for anew: the form that was refused may be gone by then. */
type FormProps = DecideProps & { readonly onRefused: (problem: ApiProblem | undefined) => void };

/** What is said of the woman so far, as far as this person may see it, and what this person can say now. */
export function Decide(given: DecideProps): ReactNode {
  const { status, role, rank } = given;
  const [refused, setRefused] = useState<ApiProblem>();
  const props = { ...given, onRefused: setRefused };
  const terms = useTerms();
  const say = terms.text;
  const both = "decisions" in status ? status.decisions : undefined;
  return (
    <section className="mb-card" aria-labelledby="decide-title">
      <h2 id="decide-title">{say(titleOf(status))}</h2>
      {refused !== undefined && (
        <>
          <ProblemCard problem={refused} />
          <p className="mb-muted">{say(words.keptRefused)}</p>
        </>
      )}
      {status.kind === "waiting" && (
        <>
          <SaidDecision said={status.own} who={say(words.decided)} />
          <p className="mb-muted">{say(words.blind)}</p>
        </>
      )}
      {both !== undefined && (
        <div className={classes.both}>
          {both.map((said) => (
            <SaidDecision key={said.reviewer} said={said} who={said.reviewer} />
          ))}
        </div>
      )}
      {status.kind === "adjudicated" && (
        <SaidDecision
          said={status.adjudication}
          who={labelled(say(words.adjudication), sayBy(status.adjudication.by, say), terms.lang)}
        />
      )}
      {status.kind === "disagreed" && <Adjudicate key={`settle-${rank}`} {...props} />}
      {status.kind === "open" && role === "reviewer" && <Own key={`own-${rank}`} {...props} />}
      {status.kind === "open" && role === "third" && <p>{say(words.third)}</p>}
      {status.kind !== "open" && role === "reviewer" && (
        <details>
          <summary>{say(words.changeMind)}</summary>
          <p className="mb-muted">{say(words.changeHint)}</p>
          <Own key={`anew-${rank}`} {...props} chooser={null} hasKeys={false} />
        </details>
      )}
    </section>
  );
}

function titleOf({ kind }: BlindStatus): Text {
  if (kind === "disagreed") return words.adjudication;
  return kind === "open" || kind === "waiting" ? words.decide : words.both;
}

function sayBy(by: AdjudicatedBy, say: ReturnType<typeof useSay>): string {
  return by.kind === "third" ? by.adjudicator : say(words.byTogether);
}

/** One reviewer's own decision. */
function Own(props: FormProps): ReactNode {
  const { run, rank, reviewer, state } = props;
  const say = useSay();
  const client = useQueryClient();
  const [draft, change, clear] = useDecisionDraft(`${run}.${rank}.${reviewer}`);
  const save = useMutation({
    mutationFn: (verdict: ReviewVerdict) =>
      request(`${runPath(run)}/decisions`, {
        method: "POST",
        body: { reviewer, candidate: rank, verdict, reasons: draft.reasons, ...noteOf(draft.note), from: state },
      }),
    ...whenRefused(props, client),
    onSuccess: async (_answer, verdict) => {
      clear();
      props.onDecided(verdict);
      await refreshReview(client, run);
    },
  });
  return (
    <DecisionForm
      draft={draft}
      onChange={change}
      onSubmit={() => draft.verdict !== undefined && save.mutate(draft.verdict)}
      isSaving={save.isPending}
      problem={isRefused(save.error) ? null : save.error}
      action={say(words.handOver)}
      chooser={props.chooser}
      hasKeys={props.hasKeys}
    />
  );
}

/** What settles a disagreement. A reviewer of the run settles it together with the other, or notes what a third person said. */
function Adjudicate(props: FormProps): ReactNode {
  const { run, rank, reviewer, role, state } = props;
  const say = useSay();
  const client = useQueryClient();
  const [draft, change, clear] = useDecisionDraft(`${run}.${rank}.${reviewer}.settle`);
  // Nothing is chosen for a reviewer: who settled it is stored, and must be what was meant.
  const { by = role === "third" ? "third" : undefined, adjudicator = role === "third" ? reviewer : "" } = draft;
  const [isTried, setIsTried] = useState(false);
  const isNameWrong = by === "third" && !isReviewerName(adjudicator.trim());
  const save = useMutation({
    mutationFn: ({ kind, verdict }: { readonly kind: AdjudicatedBy["kind"]; readonly verdict: ReviewVerdict }) =>
      request(`${runPath(run)}/adjudications`, {
        method: "POST",
        body: {
          by: kind === "together" ? { kind } : { kind, adjudicator: adjudicator.trim() },
          candidate: rank,
          verdict,
          reasons: draft.reasons,
          ...noteOf(draft.note),
          from: state,
        },
      }),
    ...whenRefused(props, client),
    onSuccess: async (_answer, { verdict }) => {
      clear();
      props.onDecided(verdict);
      await refreshReview(client, run);
    },
  });
  return (
    <DecisionForm
      draft={draft}
      onChange={change}
      onTry={() => setIsTried(true)}
      onSubmit={() => {
        if (by === undefined || isNameWrong || draft.verdict === undefined) return;
        save.mutate({ kind: by, verdict: draft.verdict });
      }}
      isSaving={save.isPending}
      problem={isRefused(save.error) ? null : save.error}
      action={say(words.settle)}
      chooser={props.chooser}
      hasKeys={props.hasKeys}
    >
      <Radio.Group
        label={say(words.by)}
        value={by ?? ""}
        error={isTried && by === undefined ? say(words.byNeeded) : undefined}
        onChange={(value) => change({ ...draft, by: value === "third" ? "third" : "together" })}
      >
        <div className={classes.by}>
          <Radio value="third" label={say(words.byThird)} />
          <Radio value="together" label={say(words.byTogether)} />
        </div>
      </Radio.Group>
      {by === "third" && (
        <TextInput
          label={say(words.adjudicator)}
          error={isTried && isNameWrong ? say(words.adjudicatorNeeded) : undefined}
          value={adjudicator}
          maxLength={40}
          autoComplete="off"
          required
          onChange={(event) => change({ ...draft, adjudicator: event.currentTarget.value })}
        />
      )}
    </DecisionForm>
  );
}

function isRefused(error: Error | null): error is ApiProblem {
  return error instanceof ApiProblem && error.kind === "review-refused";
}

/** Somebody may have said something of her meanwhile: what a refusal is about is shown as it stands now. */
function whenRefused(
  { run, onRefused }: FormProps,
  client: QueryClient,
): { readonly onMutate: () => void; readonly onError: (error: Error) => Promise<void> } {
  return {
    onMutate: () => onRefused(undefined),
    onError: async (error) => {
      if (!isRefused(error)) return;
      onRefused(error);
      await refreshReview(client, run);
    },
  };
}

function noteOf(note: string): { readonly note?: string } {
  return note.trim() === "" ? {} : { note: note.trim() };
}
