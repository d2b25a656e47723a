import { Button, NativeSelect, TextInput } from "@mantine/core";
import { followUpStatusWords } from "@materbone/clinical";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { seriesPath } from "../api/request.ts";
import { given } from "../app/search-value.ts";
import { useTerms } from "../language/language.tsx";
import type { BoardRow } from "./board-rows.ts";
import classes from "./FollowUp.module.css";
import { type FollowUpSearch, STATUSES } from "./follow-up-search.ts";
import { followUpWords, taskGroupWords } from "./follow-up-words.ts";
import { TASK_GROUPS } from "./task-group.ts";
import { isDay } from "./today.ts";

export type FollowUpChange = { readonly [K in keyof FollowUpSearch]?: FollowUpSearch[K] | undefined };

/** The day that judges, the filters, and the ways to take the board along. */
export function BoardControls(props: {
  readonly series: string;
  readonly search: FollowUpSearch;
  readonly on: string;
  /** Rows of every status, for the counts. */
  readonly rows: readonly BoardRow[];
  readonly onChange: (change: FollowUpChange) => void;
}): ReactNode {
  const { text, lang } = useTerms();
  const { series, search, on, rows, onChange } = props;
  const [said, setSaid] = useState("");
  const isRefused = search.on !== undefined && !isDay(search.on);
  const calendar = `/api${seriesPath(series)}/follow-up.ics?lang=${lang}&on=${on}`;
  return (
    <>
      <div className={classes.controls}>
        <TextInput
          type="date"
          size="sm"
          label={text(followUpWords.on)}
          value={on}
          error={isRefused ? text(followUpWords.badDay) : undefined}
          onChange={(event) => {
            const day = event.currentTarget.value;
            onChange({ on: day === "" ? undefined : day });
          }}
        />
        <Button
          variant="default"
          size="sm"
          disabled={search.on === undefined}
          onClick={() => onChange({ on: undefined })}
        >
          {text(followUpWords.today)}
        </Button>
        <NativeSelect
          size="sm"
          label={text(followUpWords.task)}
          value={search.task ?? ""}
          data={[
            { value: "", label: text(followUpWords.all) },
            ...TASK_GROUPS.map((group) => ({ value: group, label: text(taskGroupWords[group]) })),
          ]}
          onChange={(event) => {
            onChange({ task: TASK_GROUPS.find((group) => group === event.currentTarget.value) });
          }}
        />
        <Button variant="light" size="sm" onClick={() => window.print()}>
          {text(followUpWords.print)}
        </Button>
        <Button
          component="a"
          variant="light"
          size="sm"
          href={calendar}
          download
          onClick={() => setSaid(text(followUpWords.calendarSaved))}
        >
          {text(followUpWords.calendar)}
        </Button>
      </div>
      <nav aria-label={text(followUpWords.status)}>
        <ul className={classes.filters}>
          {[undefined, ...STATUSES].map((status) => {
            const count = status === undefined ? rows.length : rows.filter((row) => row.status === status).length;
            return (
              <li key={status ?? ""}>
                <Link
                  from="/series/$series/follow-up"
                  to="/series/$series/follow-up"
                  search={(previous) => given({ ...previous, status })}
                  replace
                  className={classes.filter}
                  activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
                >
                  {text(status === undefined ? followUpWords.all : followUpStatusWords[status])} {count}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <p role="status" aria-live="polite">
        {said}
      </p>
    </>
  );
}
