import { Button } from "@mantine/core";
import { say as sayPhrase } from "@materbone/clinical";
import { type MappingMistake, readMapping } from "@materbone/finder";
import { type ReactNode, useState } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { type Draft, type DraftTable, documentOf, headsOf } from "./draft.ts";
import { GeneralPart } from "./GeneralPart.tsx";
import { keepDraft, keptDraft } from "./kept-draft.ts";
import classes from "./Mapping.module.css";
import { MappingFinish } from "./MappingFinish.tsx";
import { kindWords, sayPlaces, mappingWords as words } from "./mapping-words.ts";
import { TableEditor } from "./TableEditor.tsx";
import { hasSexNumbers, unseenWords } from "./unseen-words.ts";

/** The tables at a path, one at a time, what is wrong so far, and the way on. */
export function MappingWizard(props: {
  readonly path: string;
  /** Name under which the mapping is kept already. */
  readonly name: string | undefined;
  readonly isFolder: boolean;
  readonly heads: readonly TableHead[];
  readonly begun: Draft;
  readonly isSuggested: boolean;
  readonly refused: readonly string[];
}): ReactNode {
  const { heads, begun } = props;
  const say = useSay();
  const key = `${props.path}\n${props.name ?? ""}`;
  const [kept] = useState(() => keptDraft(key));
  const [draft, setDraft] = useState(kept ?? begun);
  const [shownId, setShownId] = useState(() => draft.tables.find(({ isUsed }) => isUsed)?.id ?? draft.tables[0]?.id);
  // Counts how often a table was asked for, so that its heading takes the focus each time.
  const [asked, setAsked] = useState(0);
  const show = (id: number | undefined): void => {
    setShownId(id);
    setAsked((times) => times + 1);
  };
  const [isRestored, setIsRestored] = useState(kept !== undefined);
  const change = (next: Draft): void => {
    setDraft(next);
    keepDraft(key, next);
  };
  const document = documentOf(draft);
  const read = readMapping(
    document,
    heads.map(({ name, columns }) => ({ name, columns })),
  );
  const mistakes = read.kind === "mistakes" ? read.mistakes : [];
  const used = draft.tables.filter(({ isUsed }) => isUsed);
  const ofTable = ({ id }: DraftTable): readonly MappingMistake[] => {
    const at = `/tables/${used.findIndex((table) => table.id === id)}`;
    return mistakes
      .filter((mistake) => mistake.at === at || mistake.at.startsWith(`${at}/`))
      .map((mistake) => ({ ...mistake, at: mistake.at.slice(at.length) }));
  };
  const shown = draft.tables.find(({ id }) => id === shownId);
  return (
    <div className={classes.wizard}>
      {props.refused.length > 0 && (
        <div role="alert" className={classes.note}>
          <p>{say(words.brokenMapping)}</p>
          <ul>
            {props.refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {props.isSuggested && !isRestored && <p className={classes.note}>{say(words.begun)}</p>}
      {isRestored && (
        <p className={classes.note}>
          {say(words.restored)}{" "}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              keepDraft(key, undefined);
              setDraft(begun);
              setIsRestored(false);
            }}
          >
            {say(words.anew)}
          </Button>
        </p>
      )}
      <div className={classes.columns}>
        <nav aria-label={say(words.tables)} className={`mb-card ${classes.tables}`}>
          <h2>{say(words.tables)}</h2>
          <ul>
            {draft.tables.map((table) => (
              <li key={table.id}>
                <button
                  type="button"
                  aria-current={table.id === shownId ? "true" : undefined}
                  onClick={() => show(table.id)}
                >
                  <span className={classes.name}>{table.table.file}</span>
                  <TableState table={table} heads={heads} mistakes={ofTable(table).length} />
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.editor}>
          {shown !== undefined && (
            <TableEditor
              key={shown.id}
              draft={draft}
              shown={shown}
              heads={heads}
              asked={asked}
              isSuggested={props.isSuggested}
              mistakes={ofTable(shown)}
              onChange={(next) =>
                change({ ...draft, tables: draft.tables.map((table) => (table.id === next.id ? next : table)) })
              }
              onRemove={() => {
                const tables = draft.tables.filter(({ id }) => id !== shown.id);
                change({ ...draft, tables });
                show(tables[0]?.id);
              }}
            />
          )}
          <GeneralPart draft={draft} hasSexNumbers={hasSexNumbers(document, heads)} onChange={change} />
          <MappingFinish
            path={props.path}
            name={props.name}
            from={draft.from}
            isFolder={props.isFolder}
            document={document}
            mistakes={mistakes}
            unseen={unseenWords(document, heads)}
            onShow={(index) => show(used[index]?.id)}
            onSaved={() => keepDraft(key, undefined)}
          />
        </div>
      </div>
    </div>
  );
}

/** What a table tells, in a word. */
function TableState(props: {
  readonly table: DraftTable;
  readonly heads: readonly TableHead[];
  readonly mistakes: number;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { isUsed, table } = props.table;
  if (!isUsed) return <Chip tone="quiet">{say(words.unused)}</Chip>;
  if (headsOf(table, props.heads).length === 0) return <Chip tone="question">{say(words.absent)}</Chip>;
  if (props.mistakes > 0) {
    return <Chip tone="question">{sayPhrase(sayPlaces, { count: props.mistakes }, terms)}</Chip>;
  }
  const kinds = [...new Set((table.events ?? []).map(({ kind }) => kind))].map((kind) =>
    say(kindWords[kind] ?? words.events),
  );
  const parts = [...(table.person === undefined ? [] : [say(words.personsHere)]), ...kinds];
  if (parts.length === 0) return <Chip tone="question">{say(words.empty)}</Chip>;
  return <Chip tone="good">{terms.series(parts)}</Chip>;
}
