import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { caseQuery, headQuery, historyQuery, keys } from "../api/queries.ts";
import { ApiProblem } from "../api/request.ts";
import { useTerms } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { momentText } from "../parts/moment-text.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { type Asked, DocumentDialog } from "./DocumentDialog.tsx";
import classes from "./History.module.css";
import { documentPath, purge, remove, restore, undoTo } from "./history-actions.ts";
import { historySays, historyWords } from "./history-words.ts";
import { PAGE, Pages } from "./Pages.tsx";
import { RevisionEntry } from "./RevisionEntry.tsx";

/** Revisions of one document with what can be done to it. */
export function DocumentHistory(props: {
  readonly series: string;
  readonly woman: string | undefined;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { series, woman, offset } = props;
  const id = woman ?? series;
  const path = documentPath(series, woman);
  const client = useQueryClient();
  const navigate = useNavigate();
  const head = useQuery({ ...headQuery(series), enabled: woman === undefined });
  const record = useQuery({ ...caseQuery(series, woman ?? ""), enabled: woman !== undefined });
  const page = useQuery(historyQuery(`${path}/history`, offset, PAGE));
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState("");
  const stored = woman === undefined ? head : record;

  const refresh = (): Promise<unknown> =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.series(series) }),
      client.invalidateQueries({ queryKey: keys.allSeries }),
      client.invalidateQueries({ queryKey: ["history"] }),
    ]);
  const act = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await work();
      setSaid(done);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== "stale-revision") throw error;
      setSaid(text(historyWords.stale));
    }
    setAsked(undefined);
    await refresh();
  };
  // The revision that was brought back may be from before the document got another id.
  const follow = (renamed: string): Promise<void> =>
    woman === undefined
      ? navigate({ to: "/series/$series/history", params: { series: renamed } })
      : navigate({ to: "/series/$series/history", params: { series }, search: { case: renamed } });
  const current = stored.data?.revision ?? 0;
  const run = (question: Asked, why: string): Promise<void> => {
    switch (question.kind) {
      case "undo":
        return act(async () => {
          const undone = await undoTo(path, question.to, current, why);
          if (undone.id !== id) await follow(undone.id);
        }, text(historyWords.done));
      case "remove":
        return act(() => remove(path, current, why), text(historyWords.done));
      case "purge":
        return act(async () => {
          await purge(path, id, why);
          if (woman === undefined) await navigate({ to: "/" });
        }, text(historyWords.purged));
    }
  };

  if (page.error !== null) return <ProblemCard problem={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <Loading />;
  // Once erased the document itself is not found, and nothing more can be done to it.
  const isThere = stored.data !== undefined && stored.error === null;
  const deleted = isThere ? stored.data.deleted : undefined;
  return (
    <>
      <p role="status" aria-live="polite">
        {said}
      </p>
      {deleted !== undefined && (
        <div className={`mb-card ${classes.deleted}`}>
          <span>{say(historySays.deletedBy, { ...deleted, at: momentText(deleted.at, lang) }, terms)}</span>
          <Button
            size="compact-sm"
            onClick={() => {
              void act(() => restore(path), text(historyWords.done)).catch((error: unknown) => {
                setSaid(error instanceof ApiProblem ? error.details.title : "");
              });
            }}
          >
            {text(historyWords.restore)}
          </Button>
          <Button size="compact-sm" variant="light" color="red" onClick={() => setAsked({ kind: "purge" })}>
            {text(historyWords.purge)}
          </Button>
        </div>
      )}
      {isThere && deleted === undefined && (
        <p className={classes.facts}>
          {woman !== undefined && (
            <Link to="/series/$series/case/$case" params={{ series, case: woman }}>
              {text(historyWords.openRecord)}
            </Link>
          )}
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsked({ kind: "remove" })}>
            {text(historyWords.remove)}
          </Button>
        </p>
      )}
      {page.data.revisions.length === 0 && <p>{text(historyWords.empty)}</p>}
      <ol className={classes.entries}>
        {page.data.revisions.map((revision) => (
          <li key={revision.sequence}>
            <RevisionEntry
              revision={revision}
              isCurrent={deleted === undefined && revision.revision === current}
              actions={
                isThere &&
                deleted === undefined &&
                revision.revision !== current &&
                !revision.isErased && (
                  <Button
                    size="compact-xs"
                    variant="light"
                    onClick={() => setAsked({ kind: "undo", to: revision.revision })}
                  >
                    {text(historyWords.undoTo)}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ol>
      <Pages offset={offset} total={page.data.total} onOffset={props.onOffset} />
      {asked !== undefined && (
        <DocumentDialog asked={asked} id={id} onAct={(why) => run(asked, why)} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
