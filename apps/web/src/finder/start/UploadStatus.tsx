import { Button, Group } from "@mantine/core";
import { bytesText, say as sayPhrase } from "@materbone/clinical";
import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import type { Copying, CopyWork } from "./copy-work.ts";
import classes from "./Find.module.css";
import { sayFilesOf, sayLeaveOut, findWords as words } from "./find-words.ts";
import { ProgressBar } from "./ProgressBar.tsx";

/** How far the copying is, and how to go on, leave out what cannot be kept, or take back what is there. */
export function UploadStatus({ copying, work }: { readonly copying: Copying; readonly work: CopyWork }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { files, progress, problem } = copying;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const bytes = progress?.bytes ?? 0;
  const unfit = unfitOf(copying);
  return (
    <div className={classes.under}>
      <p role="status">
        <strong>{say(problem === undefined ? words.copying : words.copyStopped)}</strong>{" "}
        {sayPhrase(
          sayFilesOf,
          { done: progress?.files ?? 0, total: files.length, size: `${bytesText(bytes)} / ${bytesText(total)}` },
          terms,
        )}
      </p>
      <ProgressBar label={say(words.copying)} done={bytes} total={total} />
      {progress !== undefined && progress.path !== "" && <p className={`mb-muted ${classes.place}`}>{progress.path}</p>}
      {problem !== undefined && <ProblemCard problem={withoutPlaces(problem)} />}
      {unfit.length > 0 && (
        <ul className={classes.long}>
          {unfit.map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs">
        {problem !== undefined && unfit.length === 0 && <Button onClick={work.goOn}>{say(words.goOn)}</Button>}
        {unfit.length > 0 && (
          <Button
            onClick={() => {
              const rest = files.filter(({ path }) => !unfit.includes(path));
              void (rest.length === 0 ? work.discard() : work.choose(rest));
            }}
          >
            {sayPhrase(sayLeaveOut, { files: unfit.length }, terms)}
          </Button>
        )}
        <Button variant="light" onClick={() => void work.discard()}>
          {say(problem === undefined ? words.cancel : progress === undefined ? words.giveUp : words.discard)}
        </Button>
      </Group>
      <LeaveDialog />
    </div>
  );
}

/** Asks before the page is left while files are copied; before the tab is closed, the browser asks. */
function LeaveDialog(): ReactNode {
  const say = useSay();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    withResolver: true,
  });
  if (leaving.status !== "blocked") return null;
  return (
    <Dialog title={say(words.leaveCopying)} close={say(words.stay)} onClose={leaving.reset}>
      <p>{say(words.leaveCopyingText)}</p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={leaving.reset}>
          {say(words.stay)}
        </Button>
        <Button color="red.8" onClick={leaving.proceed}>
          {say(words.leave)}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Paths that have to be left out before it can go on. */
function unfitOf({ files, progress, problem }: Copying): readonly string[] {
  if (problem?.kind !== "upload-name" && problem?.kind !== "upload-taken") return [];
  const places = problem.details.problems ?? [];
  if (places.length === 0) return progress === undefined ? [] : [progress.path];
  return [...new Set(places.map(({ pointer }) => files[Number(pointer.split("/")[2])]?.path ?? ""))];
}

/** The places are said by their names instead. */
function withoutPlaces(problem: ApiProblem): ApiProblem {
  const { problems: _, ...details } = problem.details;
  return new ApiProblem(details);
}
