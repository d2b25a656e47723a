import { Button, Group, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import { uploadsQuery } from "../../api/finder-keep-queries.ts";
import { useSay } from "../../language/language.tsx";
import classes from "./Find.module.css";
import { findWords as words } from "./find-words.ts";
import { Step } from "./Step.tsx";
import type { ChosenFile } from "./upload-files.ts";

/** Where the data are: a path on this computer, or files that are handed over. */
export function DataStep(props: {
  readonly path: string | undefined;
  /** Something is held above the page, to be dropped. */
  readonly isOver: boolean;
  readonly onChoose: (files: readonly ChosenFile[]) => void;
  readonly onPath: (path: string) => void;
  /** How the copying of what was chosen stands. */
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const uploads = useQuery(uploadsQuery);
  const [typed, setTyped] = useState(props.path ?? "");
  const [isTried, setIsTried] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const single = useRef<HTMLInputElement>(null);
  const path = withoutMarks(typed);
  const onChosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.currentTarget.files ?? [])].map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
    }));
    // The same files can be chosen again.
    event.currentTarget.value = "";
    if (chosen.length > 0) props.onChoose(chosen);
  };
  return (
    <Step number={1} title={say(words.data)}>
      <form
        noValidate
        className={classes.path}
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (path !== "") props.onPath(path);
        }}
      >
        <TextInput
          className={classes.grows}
          label={say(words.path)}
          description={say(words.pathHint)}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          maxLength={4096}
          error={isTried && path === "" ? say(words.pathNeeded) : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{say(words.look)}</Button>
      </form>
      <div className={`${classes.drop} ${props.isOver ? classes.over : ""}`}>
        <h3>{say(words.dropTitle)}</h3>
        <p>{say(props.isOver ? words.dropHere : words.drop)}</p>
        <Group gap="xs">
          <Button variant="light" onClick={() => folder.current?.click()}>
            {say(words.chooseFolder)}
          </Button>
          <Button variant="light" onClick={() => single.current?.click()}>
            {say(words.chooseFiles)}
          </Button>
        </Group>
        <input ref={folder} hidden type="file" multiple {...{ webkitdirectory: "" }} onChange={onChosen} />
        <input ref={single} hidden type="file" multiple onChange={onChosen} />
        <p className="mb-muted">
          {say(words.stays)}
          <br />
          {uploads.data !== undefined && <code>{uploads.data.folder}</code>}
        </p>
        {props.children}
      </div>
    </Step>
  );
}

/** A path as file managers copy it: quotation marks about it are not part of it. */
function withoutMarks(typed: string): string {
  const path = typed.trim();
  return /^(["']).+\1$/u.test(path) ? path.slice(1, -1) : path;
}
