import { localText, say } from "@materbone/clinical";
import type { Draft, SeriesSummary } from "@materbone/registry";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { draftsQuery, keys, seriesListQuery } from "../api/queries.ts";
import { seriesPath } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import { Loading } from "../parts/Loading.tsx";
import { momentText } from "../parts/moment-text.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { DeletedEntry } from "./DeletedEntry.tsx";
import classes from "./Start.module.css";
import { sayDraft, saySaved, sayWomen, startWords as words } from "./start-words.ts";

/** Series of this registry, last saved first. */
export function RecentSeries(): ReactNode {
  const say = useSay();
  const list = useQuery(seriesListQuery());
  if (list.error !== null) return <ProblemCard problem={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Loading />;
  if (list.data.length === 0) {
    return (
      <div className={classes.empty}>
        <p>
          <strong>{say(words.nothing)}</strong>
        </p>
        <p className="mb-muted">{say(words.nothingText)}</p>
      </div>
    );
  }
  return (
    <ul className={classes.list}>
      {list.data
        .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
        .map((series) => (
          <SeriesEntry key={series.id} series={series} />
        ))}
    </ul>
  );
}

function SeriesEntry({ series }: { readonly series: SeriesSummary }): ReactNode {
  const terms = useTerms();
  return (
    <li>
      <Link to="/series/$series" params={{ series: series.id }} className={classes.seriesTitle}>
        {localText(series.title, terms.lang)}
      </Link>
      <p className="mb-muted">
        {series.origin !== undefined && series.origin !== "registry" && (
          <Chip tone={series.origin === "synthetic" ? "question" : "quiet"}>{terms.word("origin", series.origin)}</Chip>
        )}{" "}
        {say(sayWomen, { women: series.cases }, terms)} ·{" "}
        {say(saySaved, { when: momentText(series.savedAt, terms.lang) }, terms)} · <code>{series.id}</code>
      </p>
    </li>
  );
}

/** Work that was not saved yet, in any window. */
export function UnsavedWork(): ReactNode {
  const sayText = useSay();
  const drafts = useQuery(draftsQuery);
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  return (
    <section className="mb-card" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{sayText(words.unsaved)}</h2>
      <p className="mb-muted">{sayText(words.unsavedLead)}</p>
      <ul className={classes.list}>
        {drafts.data.map(({ document, window, at }) => (
          <li key={`${JSON.stringify(document)} ${window} ${at}`}>
            <UnsavedEntry document={document} at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnsavedEntry({ document, at }: Pick<Draft, "document" | "at">): ReactNode {
  const terms = useTerms();
  const when = momentText(at, terms.lang);
  switch (document.kind) {
    case "case":
      return (
        <>
          <Link to="/series/$series/case/$case" params={{ series: document.series, case: document.case }}>
            {say(sayDraft, { what: document.case, when }, terms)}
          </Link>{" "}
          <span className="mb-muted">{document.series}</span>
        </>
      );
    case "series":
      return (
        <Link to="/series/$series/settings" params={{ series: document.series }}>
          {say(sayDraft, { what: document.series, when }, terms)}
        </Link>
      );
    case "literature":
      return <Link to="/evidence">{say(sayDraft, { what: terms.text(words.literature), when }, terms)}</Link>;
  }
}

/** Deleted series, looked up only when someone opens them. */
export function DeletedSeries(): ReactNode {
  const sayText = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.deleted} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{sayText(words.deleted)}</summary>
      {isOpen && <DeletedList />}
    </details>
  );
}

function DeletedList(): ReactNode {
  const terms = useTerms();
  const sayText = useSay();
  const queryClient = useQueryClient();
  const list = useQuery(seriesListQuery(true));
  if (list.error !== null) return <ProblemCard problem={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Loading />;
  if (list.data.length === 0) return <p className="mb-muted">{sayText(words.noDeleted)}</p>;
  return (
    <ul className={classes.plain}>
      {list.data.map(
        ({ id, title, deleted }) =>
          deleted !== undefined && (
            <DeletedEntry
              key={id}
              path={seriesPath(id)}
              id={id}
              name={localText(title, terms.lang)}
              deleted={deleted}
              onChanged={() => void queryClient.invalidateQueries({ queryKey: keys.allSeries })}
            />
          ),
      )}
    </ul>
  );
}
