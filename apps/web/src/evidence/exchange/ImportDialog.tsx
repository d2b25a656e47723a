import { Button, Group } from "@mantine/core";
import { localText, say, sayProblem, type Terms } from "@materbone/clinical";
import { evidenceRows, LITERATURE_COLUMNS, sayLiteratureCsvProblem } from "@materbone/evidence";
import { type ChangeEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useAiming } from "../../fields/aim.tsx";
import fields from "../../fields/Fields.module.css";
import { isoDay } from "../../follow-up/today.ts";
import { useTerms } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { placeWords } from "../../parts/place-words.ts";
import { sayJsonProblem } from "../../start/import-words.ts";
import { useLiteratureWork, useWorkedLiterature } from "../evidence-context.tsx";
import { AddedTable } from "./AddedTable.tsx";
import classes from "./Exchange.module.css";
import { sayReplaced, exchangeWords as words } from "./exchange-words.ts";
import { type ImportFault, ImportFaults } from "./ImportFaults.tsx";
import { type ImportedText, importText } from "./import-text.ts";

/** Takes values or a literature from a file or the clipboard, shows what they are, and enters them as one step. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const terms = useTerms();
  const { text: sayText } = terms;
  const store = useLiteratureWork();
  const literature = useWorkedLiterature();
  const { announce } = useAiming();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const [text, setText] = useState("");
  const [isForeign, setIsForeign] = useState(false);
  const read = useMemo(() => importText(literature, text, isoDay(new Date())), [literature, text]);
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = event.currentTarget.files ?? [];
    // The same file can be chosen again once it was mended.
    event.currentTarget.value = "";
    if (chosen === undefined) return;
    try {
      setText(new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer()));
      setIsForeign(false);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      setIsForeign(true);
    }
  };
  const enter = (): void => {
    if (read.kind !== "added" && read.kind !== "replaced") return;
    if (store.editAll([{ at: "", value: read.literature }]).length > 0) return;
    announce(sayText(words.done));
    onClose();
  };
  return (
    <Dialog title={sayText(words.importTitle)} close={sayText(words.close)} size="xl" onClose={onClose}>
      <p className={classes.lead}>{sayText(words.importText)}</p>
      <Columns />
      <Group gap="xs" mb="xs">
        <Button variant="light" data-autofocus onClick={() => file.current?.click()}>
          {sayText(words.file)}
        </Button>
        <label htmlFor={id}>{sayText(words.paste)}</label>
      </Group>
      <input
        ref={file}
        hidden
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        onChange={(event) => void take(event)}
      />
      <textarea
        id={id}
        className={`${fields.area} ${classes.text}`}
        rows={7}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setIsForeign(false);
        }}
      />
      {isForeign && <p role="alert">{sayText(words.notUtf8)}</p>}
      <div aria-live="polite">
        <Preview read={read} before={literature.studies.length} />
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {sayText(words.cancel)}
        </Button>
        <Button disabled={read.kind !== "added" && read.kind !== "replaced"} onClick={enter}>
          {sayText(read.kind === "replaced" ? words.replace : words.add)}
        </Button>
      </Group>
    </Dialog>
  );
}

function Preview({ read, before }: { readonly read: ImportedText; readonly before: number }): ReactNode {
  const terms = useTerms();
  switch (read.kind) {
    case "nothing":
      return null;
    case "added":
      return <AddedTable values={read.values} />;
    case "replaced": {
      const { title, version, studies } = read.literature;
      const outcomes = evidenceRows(read.literature).length;
      const facts = { title: localText(title, terms.lang), version, studies: studies.length, outcomes, before };
      return <p>{say(sayReplaced, facts, terms)}</p>;
    }
    default:
      return <ImportFaults isCsv={read.kind === "csvRefused"} faults={faultsOf(read, terms)} />;
  }
}

function faultsOf(
  read: Extract<ImportedText, { readonly kind: `${string}Refused` }>,
  terms: Terms,
): readonly ImportFault[] {
  switch (read.kind) {
    case "csvRefused":
      return read.problems.map((problem) => ({
        row: problem.row,
        place: "column" in problem ? problem.column : "",
        value: "value" in problem ? problem.value : "",
        says: sayLiteratureCsvProblem(problem, terms),
      }));
    case "jsonRefused":
      return read.problems.map((problem) => ({
        row: problem.line,
        place: "",
        value: "",
        says: say(sayJsonProblem, problem, terms),
      }));
    case "literatureRefused":
      return read.problems.map((problem) => ({
        row: problem.line,
        place: placeWords(problem.at, "literature", terms),
        value: "value" in problem && typeof problem.value === "string" ? problem.value : "",
        says: sayProblem(problem, terms),
      }));
  }
}

/** The names of the columns, as the header of the file has to write them. */
function Columns(): ReactNode {
  const { text } = useTerms();
  const names = Object.entries(LITERATURE_COLUMNS);
  const isNeeded = ([, column]: (typeof names)[number]): boolean =>
    "isRequired" in column && column.isRequired === true;
  const codes = (list: typeof names): ReactNode =>
    list.map(([name]) => (
      <code key={name} className={classes.code}>
        {name}
      </code>
    ));
  return (
    <details className={fields.details}>
      <summary>{text(words.columns)}</summary>
      <p className={classes.codes}>
        {text(words.columnsText)} {codes(names.filter(isNeeded))}
      </p>
      <p className={classes.codes}>
        {text(words.optional)} {codes(names.filter((each) => !isNeeded(each)))}
      </p>
    </details>
  );
}
