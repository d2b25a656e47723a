import { Button, NativeSelect, TextInput } from "@mantine/core";
import { say as sayPhrase } from "@materbone/clinical";
import {
  DELIMITERS,
  ENCODINGS,
  type MappingMistake,
  type MappingTable,
  sayMappingMistake,
  suggestMapping,
} from "@materbone/finder";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { DateWays } from "./DateWays.tsx";
import { blankEvent, type Draft, type DraftTable, headsOf, withKey, withRole } from "./draft.ts";
import { EventPart } from "./EventPart.tsx";
import type { ErrorAt } from "./error-at.ts";
import classes from "./Mapping.module.css";
import { isOtherEncoding } from "./mapping-fit.ts";
import { sayAll, sayEncoding, sayFormats, sayFound, saySerial, mappingWords as words } from "./mapping-words.ts";
import { PersonPart } from "./PersonPart.tsx";
import { RowsPreview } from "./RowsPreview.tsx";
import { SampleGrid } from "./SampleGrid.tsx";

/** One table: how its file is written, which column is what, and how its rows read then. */
export function TableEditor(props: {
  readonly draft: Draft;
  readonly shown: DraftTable;
  readonly heads: readonly TableHead[];
  /** How often a table was asked for; 0 when the page has just been opened. */
  readonly asked: number;
  readonly isSuggested: boolean;
  /** Mistakes of the table, with places inside it. */
  readonly mistakes: readonly MappingMistake[];
  readonly onChange: (table: DraftTable) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { draft, shown, onChange } = props;
  const say = useSay();
  const terms = useTerms();
  const [event, setEvent] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (props.asked > 0) heading.current?.focus();
  }, [props.asked]);
  const { table } = shown;
  const [head] = headsOf(table, props.heads);
  const change = (next: MappingTable): void => onChange({ ...shown, table: next });
  const errorAt: ErrorAt = (place) => {
    const found = props.mistakes.find(({ at }) => at === place || at.startsWith(`${place}/`));
    return found === undefined ? undefined : sayMappingMistake(found, terms);
  };
  const suggestion = head === undefined ? undefined : suggestMapping(head.columns, head.rows);
  const events = table.events ?? [];
  const isUnnamed = table.file === "";
  return (
    <section className={`mb-card ${classes.part}`} aria-labelledby="table-title">
      <h2 id="table-title" ref={heading} tabIndex={-1}>
        {isUnnamed ? say(words.file) : table.file}
      </h2>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={shown.isUsed}
          onChange={(checked) => onChange({ ...shown, isUsed: checked.currentTarget.checked })}
        />
        <span>{say(words.use)}</span>
      </label>
      {head === undefined && (
        <div>
          <p role="alert" className={classes.wrong}>
            {errorAt("/file") ?? say(words.absent)}
          </p>
          <Button variant="light" onClick={props.onRemove}>
            {say(words.removeEvent)}
          </Button>
        </div>
      )}
      {shown.isUsed && (
        <>
          <div className={classes.fields}>
            <TextInput
              label={say(words.file)}
              description={say(words.fileHint)}
              value={table.file}
              spellCheck={false}
              error={head === undefined ? undefined : errorAt("/file")}
              onChange={(typed) => change({ ...table, file: typed.currentTarget.value })}
            />
            <NativeSelect
              label={say(words.encoding)}
              value={table.encoding ?? ""}
              data={[
                { value: "", label: sayPhrase(sayAll, { what: (draft.encoding ?? "utf-8").toUpperCase() }, terms) },
                ...ENCODINGS.map((value) => ({ value, label: value.toUpperCase() })),
              ]}
              onChange={(chosen) => {
                const encoding = ENCODINGS.find((one) => one === chosen.currentTarget.value);
                change(withKey(table, "encoding", encoding));
              }}
            />
            <NativeSelect
              label={say(words.delimiter)}
              value={table.delimiter ?? ""}
              data={[
                {
                  value: "",
                  label: sayPhrase(sayFound, { what: say(delimiterWord(head?.delimiter ?? ",")) }, terms),
                },
                ...DELIMITERS.map((value) => ({ value, label: say(delimiterWord(value)) })),
              ]}
              onChange={(chosen) => {
                const delimiter = DELIMITERS.find((one) => one === chosen.currentTarget.value);
                change(withKey(table, "delimiter", delimiter));
              }}
            />
          </div>
          {head !== undefined && isOtherEncoding(head, table.encoding ?? draft.encoding ?? "utf-8") && (
            <p role="alert" className={classes.wrong}>
              {sayPhrase(sayEncoding, { encoding: head.encoding.toUpperCase() }, terms)}{" "}
              <Button
                variant="light"
                size="compact-md"
                onClick={() => change(withKey(table, "encoding", head.encoding))}
              >
                {say(words.takeEncoding)}
              </Button>
            </p>
          )}
          {head !== undefined && (
            <SampleGrid
              head={head}
              table={table}
              event={event}
              suggestions={props.isSuggested ? (suggestion?.columns ?? []) : []}
              onRole={(column, role) => change(withRole(table, event, column, role, head))}
            />
          )}
          {suggestion !== undefined && suggestion.serialDates.length > 0 && (
            <p role="alert" className={classes.wrong}>
              {sayPhrase(saySerial, { columns: suggestion.serialDates }, terms)}
            </p>
          )}
          <PersonPart table={table} head={head} errorAt={errorAt} onChange={change} />
          <h3>{say(words.events)}</h3>
          {numbered(events).map(({ key, item: one }, index) => (
            <EventPart
              key={key}
              table={table}
              event={one}
              index={index}
              head={head}
              isShown={index === event}
              errorAt={(place) => errorAt(`/events/${index}${place}`)}
              onShow={() => setEvent(index)}
              onChange={(next) =>
                change({ ...table, events: events.map((other, at) => (at === index ? next : other)) })
              }
              onRemove={() => {
                const rest = events.filter((_, at) => at !== index);
                change(withKey(table, "events", rest.length === 0 ? undefined : rest));
                setEvent(0);
              }}
            />
          ))}
          <div>
            <Button
              variant="light"
              onClick={() => {
                change({ ...table, events: [...events, blankEvent(table)] });
                setEvent(events.length);
              }}
            >
              {say(words.addEvent)}
            </Button>
          </div>
          <DateWays
            title={say(words.dates)}
            {...(suggestion === undefined || suggestion.dates.length === 0
              ? {}
              : { found: sayPhrase(sayFormats, { formats: suggestion.dates }, terms) })}
            chosen={table.dates}
            onChange={(dates) => change(withKey(table, "dates", dates))}
          />
          {head !== undefined && <RowsPreview draft={draft} table={table} head={head} />}
        </>
      )}
    </section>
  );
}

function delimiterWord(delimiter: string) {
  if (delimiter === "\t") return words.tab;
  if (delimiter === ";") return words.semicolon;
  return delimiter === "|" ? words.bar : words.comma;
}
