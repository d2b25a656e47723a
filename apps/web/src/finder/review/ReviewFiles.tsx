import { say } from "@materbone/clinical";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { runPath } from "../../api/finder-queries.ts";
import { ownReviewAddress } from "../../api/finder-run-queries.ts";
import { request } from "../../api/request.ts";
import { useTerms } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Review.module.css";
import { refreshReview } from "./refresh-review.ts";
import { sayMerged, reviewWords as words } from "./review-words.ts";

/** Two reviewers on two computers hand each other a file; each is taken for the same worklist only. */
export function ReviewFiles({ run, reviewer }: { readonly run: string; readonly reviewer: string }): ReactNode {
  const terms = useTerms();
  const client = useQueryClient();
  const [isNotJson, setIsNotJson] = useState(false);
  const merge = useMutation({
    mutationFn: (body: unknown) =>
      request<{ reviewers: readonly string[]; entries: number }>(`${runPath(run)}/review/merge`, {
        method: "POST",
        body,
      }),
    onSuccess: () => refreshReview(client, run),
  });
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    merge.reset();
    const body = parsed(await file.text());
    setIsNotJson(body === undefined);
    if (body !== undefined) merge.mutate(body);
  };
  return (
    <details className={classes.files}>
      <summary>{terms.text(words.files)}</summary>
      <p>
        <a href={ownReviewAddress(run, reviewer)} download>
          {terms.text(words.ownFile)}
        </a>{" "}
        <span className="mb-muted">{terms.text(words.ownFileText)}</span>
      </p>
      <label>
        {terms.text(words.merge)}{" "}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p className="mb-muted">{terms.text(words.mergeText)}</p>
      {isNotJson && (
        <p role="alert" className={classes.error}>
          {terms.text(words.notJson)}
        </p>
      )}
      {merge.error !== null && <ProblemCard problem={merge.error} />}
      <p role="status">
        {merge.data !== undefined &&
          say(sayMerged, { entries: merge.data.entries, reviewers: terms.list(merge.data.reviewers) }, terms)}
      </p>
    </details>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
