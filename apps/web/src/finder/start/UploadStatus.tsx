import { Button, Group } from "@mantine/core";
import { bytesText, say as sayPhrase } from "@materbone/clinical";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { keepKeys, type Upload } from "../../api/finder-keep-queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Find.module.css";
import { sayFilesOf, findWords as words } from "./find-words.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { type ChosenFile, type UploadProgress, uploadFiles } from "./upload-files.ts";

/** Hands the files over at once, shows how far it is, and goes on or takes back what is there after a failure. */
export function UploadStatus(props: {
  readonly files: readonly ChosenFile[];
  /** With what is there now, or nothing when it was cancelled. */
  readonly onEnd: (upload: Upload | undefined) => void;
}): ReactNode {
  const { files, onEnd } = props;
  const say = useSay();
  const terms = useTerms();
  const client = useQueryClient();
  const [progress, setProgress] = useState<UploadProgress>();
  const [problem, setProblem] = useState<ApiProblem>();
  const last = useRef<UploadProgress>(undefined);
  const controller = useRef<AbortController>(undefined);
  const end = useRef(onEnd);
  end.current = onEnd;
  const begin = useCallback(async (): Promise<void> => {
    const own = new AbortController();
    controller.current = own;
    setProblem(undefined);
    try {
      const upload = await uploadFiles(files, last.current, own.signal, (told) => {
        last.current = told;
        setProgress(told);
      });
      await client.invalidateQueries({ queryKey: keepKeys.uploads });
      end.current(upload);
    } catch (error) {
      if (own.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      await client.invalidateQueries({ queryKey: keepKeys.uploads });
    }
  }, [client, files]);
  useEffect(() => {
    // Left alone within the same turn, as a component that is mounted twice on trial is, nothing was sent yet.
    const timer = setTimeout(() => void begin(), 0);
    return () => {
      clearTimeout(timer);
      controller.current?.abort();
    };
  }, [begin]);
  const discard = async (): Promise<void> => {
    controller.current?.abort();
    const upload = last.current?.upload;
    try {
      if (upload !== undefined) await request(`/finder/uploads/${upload.id}`, { method: "DELETE" });
      onEnd(undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: keepKeys.uploads });
  };
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const bytes = progress?.bytes ?? 0;
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
      {problem !== undefined && <ProblemCard problem={problem} />}
      <Group gap="xs">
        {problem !== undefined && <Button onClick={() => void begin()}>{say(words.goOn)}</Button>}
        {(problem?.kind === "upload-name" || problem?.kind === "upload-taken") && (
          <Button
            variant="light"
            onClick={() => {
              if (last.current !== undefined) last.current = { ...last.current, files: last.current.files + 1 };
              void begin();
            }}
          >
            {say(words.leaveOut)}
          </Button>
        )}
        <Button variant="light" onClick={() => void discard()}>
          {say(problem === undefined ? words.cancel : words.discard)}
        </Button>
      </Group>
    </div>
  );
}
