import { Button, Group } from "@mantine/core";
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { droppedFiles } from "../parts/dropped-files.ts";
import { Loading } from "../parts/Loading.tsx";
import type { ImportFile } from "./import-plan.ts";
import { readFiles } from "./read-files.ts";
import classes from "./Start.module.css";
import { startWords as words } from "./start-words.ts";

// What reads records is heavy, and most visits import nothing.
const ImportReview = apart(
  () => import("./ImportReview.tsx"),
  ({ ImportReview }) => ImportReview,
  () => <Loading />,
);

/** Takes files by drop or by choice and shows what is in them before anything is saved. */
export function ImportCard(props: { readonly into: string | undefined; readonly isFocused: boolean }): ReactNode {
  const say = useSay();
  const [files, setFiles] = useState<readonly ImportFile[]>();
  const [isReading, setIsReading] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const single = useRef<HTMLInputElement>(null);
  const take = async (chosen: Promise<readonly { path: string; file: File }[]>): Promise<void> => {
    setIsReading(true);
    try {
      setFiles(await readFiles(await chosen));
    } finally {
      setIsReading(false);
    }
  };
  const onChosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.currentTarget.files ?? [])].map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
    }));
    // The same files can be chosen again once they were mended.
    event.currentTarget.value = "";
    if (chosen.length > 0) void take(Promise.resolve(chosen));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void take(droppedFiles(event.dataTransfer));
  };
  return (
    <section
      className={`mb-card ${classes.import} ${isOver ? classes.over : ""}`}
      aria-labelledby="import-title"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <h3 id="import-title">{say(words.import)}</h3>
      <p className="mb-muted">{say(isOver ? words.dropHere : words.importText)}</p>
      <Group gap="xs">
        <Button variant="light" autoFocus={props.isFocused} onClick={() => folder.current?.click()}>
          {say(words.chooseFolder)}
        </Button>
        <Button variant="light" onClick={() => single.current?.click()}>
          {say(words.chooseFiles)}
        </Button>
      </Group>
      <input ref={folder} hidden type="file" multiple {...{ webkitdirectory: "" }} onChange={onChosen} />
      <input
        ref={single}
        hidden
        type="file"
        multiple
        accept=".json,.ndjson,.jsonl,application/json"
        onChange={onChosen}
      />
      {isReading && <p role="status">{say(words.reading)}</p>}
      {files !== undefined && (
        <ImportReview
          key={files.map(({ path }) => path).join("\n")}
          files={files}
          into={props.into}
          onCancel={() => setFiles(undefined)}
        />
      )}
    </section>
  );
}
