import { say } from "@materbone/clinical";
import { VERDICT_WORDS } from "@materbone/finder";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type FinderReview, reviewQuery, writtenQuery } from "../../api/finder-queries.ts";
import { given } from "../../app/search-value.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { Loading } from "../../parts/Loading.tsx";
import { PANEL_LINK, PanelNav } from "../../parts/PanelNav.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords } from "../finder-words.ts";
import { type RunData, RunGate } from "../run/RunGate.tsx";
import { chooseReviewerName, useReviewerName } from "../run/reviewer-name.ts";
import type { VerdictChooser } from "./DecisionForm.tsx";
import classes from "./Review.module.css";
import { ReviewerForm } from "./ReviewerForm.tsx";
import { ReviewFiles } from "./ReviewFiles.tsx";
import { refreshWoman } from "./refresh-review.ts";
import { afterDecision, beside, openedByQueue, QUEUES, type Queue as QueueName, queueRanks } from "./review-queue.ts";
import { QUEUE_WORDS, sayDecided, sayPlace, sayWritten, reviewWords as words } from "./review-words.ts";
import { useKeysChoice, useReviewKeys } from "./use-review-keys.ts";
import { WomanReview } from "./WomanReview.tsx";

const route = getRouteApi("/find/runs/$run/review");

/** Two reviewers decide on the candidates of a run, blind to each other; what they differ on is settled. */
export function ReviewPage(): ReactNode {
  const sayText = useSay();
  const { run } = route.useParams();
  const reviewer = useReviewerName();
  return (
    <FinderFrame run={run} title={sayText(finderWords.review)}>
      <RunGate run={run}>
        {(data) =>
          reviewer === undefined ? <ReviewerForm /> : <Reviewing key={reviewer} data={data} reviewer={reviewer} />
        }
      </RunGate>
    </FinderFrame>
  );
}

function Reviewing({ data, reviewer }: { readonly data: RunData; readonly reviewer: string }): ReactNode {
  const review = useQuery(reviewQuery(data.run, reviewer));
  const client = useQueryClient();
  const seen = useRef(review.data);
  // An answer that says the same is the same object, so that a woman is asked for anew only where somebody decided.
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== review.data) void refreshWoman(client, data.run);
    seen.current = review.data;
  }, [client, data.run, review.data]);
  if (review.data !== undefined) return <Queue data={data} reviewer={reviewer} review={review.data} />;
  if (review.error === null) return <Loading />;
  return <ProblemCard problem={review.error} onRetry={() => void review.refetch()} />;
}

/** The first of the queue, who stays open when another person's decision puts somebody before her. */
function useFirst(queue: QueueName, ranks: readonly number[]): number | undefined {
  const [standing, setStanding] = useState<{ readonly queue: QueueName; readonly rank: number | undefined }>();
  const rank = openedByQueue(ranks, standing?.queue === queue ? standing.rank : undefined);
  if (standing?.queue !== queue || standing.rank !== rank) setStanding({ queue, rank });
  return rank;
}

/** How many of the confirmed stand in a series. */
function WrittenOf({ run, ranks }: { readonly run: string; readonly ranks: readonly number[] }): ReactNode {
  const terms = useTerms();
  const { data } = useQuery(writtenQuery(run));
  if (data === undefined) return null;
  const known = new Set(data.map(({ candidate }) => candidate));
  const written = ranks.filter((rank) => known.has(rank)).length;
  return <span className="mb-muted">{say(sayWritten, { written, of: ranks.length }, terms)}</span>;
}

function Queue(props: { readonly data: RunData; readonly reviewer: string; readonly review: FinderReview }): ReactNode {
  const { data, reviewer, review } = props;
  const terms = useTerms();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [said, setSaid] = useState("");
  const [hasKeys, chooseKeys] = useKeysChoice();
  const chooser = useRef<VerdictChooser>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const { role } = review;
  const queue = search.queue ?? (role === "third" ? "disagreed" : "mine");
  const ranks = queueRanks(review.statuses, queue);
  const first = useFirst(queue, ranks);
  const rank = search.woman ?? first;
  const candidate = data.worklist.candidates.find((one) => one.rank === rank);
  const open = (woman: number | undefined, by: "pointer" | "keys"): void => {
    setTakesFocus(by === "keys");
    void navigate({ search: (previous) => given({ ...previous, woman }), resetScroll: false });
  };
  const [previous, next] = [beside(ranks, rank, -1), beside(ranks, rank, 1)];
  useReviewKeys(hasKeys, (ask) => {
    if (ask.kind === "verdict") chooser.current?.choose(ask.verdict);
    else {
      const to = ask.step > 0 ? next : previous;
      if (to !== undefined) open(to, "keys");
    }
  });
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <PanelNav label={terms.text(words.queues)}>
          {QUEUES.map((one) => (
            <li key={one}>
              <Link
                to="/find/runs/$run/review"
                params={{ run: data.run }}
                search={{ queue: one }}
                className={PANEL_LINK}
                aria-current={one === queue ? "page" : undefined}
              >
                {bracketed(terms.text(QUEUE_WORDS[one]), queueRanks(review.statuses, one).length, terms.lang)}
              </Link>
            </li>
          ))}
        </PanelNav>
        <p>
          <span className="mb-muted">{terms.text(words.as)}</span> <strong>{reviewer}</strong>{" "}
          <button type="button" className={classes.plain} onClick={() => chooseReviewerName(undefined)}>
            {terms.text(words.otherName)}
          </button>
        </p>
      </div>
      {role === "third" && <p className="mb-card">{terms.text(words.third)}</p>}
      <div className={`${classes.bar} mb-noprint`}>
        <nav className={classes.move} aria-label={terms.text(words.move)}>
          <button
            type="button"
            aria-keyshortcuts={hasKeys ? "p" : undefined}
            disabled={previous === undefined}
            onClick={() => open(previous, "pointer")}
          >
            {terms.text(words.previous)}
            {hasKeys && (
              <span className={classes.key} aria-hidden="true">
                p
              </span>
            )}
          </button>
          <button
            type="button"
            aria-keyshortcuts={hasKeys ? "n" : undefined}
            disabled={next === undefined}
            onClick={() => open(next, "pointer")}
          >
            {terms.text(words.next)}
            {hasKeys && (
              <span className={classes.key} aria-hidden="true">
                n
              </span>
            )}
          </button>
          {rank !== undefined && (
            <span>{say(sayPlace, { rank, of: review.statuses.length, left: ranks.length }, terms)}</span>
          )}
          {queue === "confirmed" && <WrittenOf run={data.run} ranks={ranks} />}
        </nav>
        <details className={classes.keys}>
          <summary>{terms.text(words.keys)}</summary>
          <label className={classes.check}>
            <input type="checkbox" checked={hasKeys} onChange={(event) => chooseKeys(event.currentTarget.checked)} />
            {terms.text(words.keysOn)}
          </label>
          <p>{terms.text(words.keysText)}</p>
        </details>
      </div>
      <p role="status" className={classes.saved}>
        {said}
      </p>
      {candidate === undefined ? (
        <p className="mb-card">{terms.text(queue === "mine" && ranks.length === 0 ? words.allDone : words.nobody)}</p>
      ) : (
        <WomanReview
          key={candidate.rank}
          data={data}
          candidate={candidate}
          reviewer={reviewer}
          role={role}
          hasKeys={hasKeys}
          takesFocus={takesFocus}
          chooser={chooser}
          onDecided={(verdict) => {
            setSaid(say(sayDecided, { rank: candidate.rank, verdict: terms.text(VERDICT_WORDS[verdict]) }, terms));
            // Who looks at one woman only stays with her; who goes through a queue goes on.
            if (queue === "mine" || queue === "disagreed") open(afterDecision(ranks, candidate.rank), "keys");
          }}
        />
      )}
      <ReviewFiles run={data.run} reviewer={reviewer} />
    </div>
  );
}
