import type { CaseView, SeriesView } from "@materbone/clinical";
import { womanName } from "@materbone/report";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { given } from "../app/search-value.ts";
import { useTerms } from "../language/language.tsx";
import { WholeSeries } from "../parts/WholeSeries.tsx";
import { BoardControls } from "./BoardControls.tsx";
import { boardRows } from "./board-rows.ts";
import classes from "./FollowUp.module.css";
import { STATUSES } from "./follow-up-search.ts";
import { followUpWords } from "./follow-up-words.ts";
import { PaperBoard } from "./PaperBoard.tsx";
import { StatusSection } from "./StatusSection.tsx";
import { isDay, isoDay } from "./today.ts";

const route = getRouteApi("/series/$series/follow-up");

/** What is due, overdue and done across the women of a series. */
export function FollowUpPage(): ReactNode {
  const { text } = useTerms();
  const { series } = route.useParams();
  return (
    <>
      <div className="mb-noprint">
        <h1 className={classes.title}>{text(followUpWords.title)}</h1>
        <p className="mb-muted">{text(followUpWords.reminds)}</p>
      </div>
      <WholeSeries series={series} tooMany={text(followUpWords.tooMany)}>
        {(view) => (view.cases.length === 0 ? <p>{text(followUpWords.noCases)}</p> : <Board view={view} />)}
      </WholeSeries>
    </>
  );
}

function Board({ view }: { readonly view: SeriesView }): ReactNode {
  const { text } = useTerms();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const on = search.on !== undefined && isDay(search.on) ? search.on : isoDay(new Date());
  const rows = useMemo(() => boardRows(view.cases, on, search.task), [view, on, search.task]);
  const shown = STATUSES.filter((status) => search.status === undefined || search.status === status).map((status) => ({
    status,
    rows: rows.filter((row) => row.status === status),
  }));
  const filled = shown.filter((section) => section.rows.length > 0);
  const undated = view.cases.filter((woman) => woman.frame.delivery === undefined);
  return (
    <>
      <div className="mb-noprint">
        <BoardControls
          series={view.series.id}
          search={search}
          on={on}
          rows={rows}
          onChange={(change) => {
            void navigate({
              search: (previous) => given({ ...previous, ...change }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        {undated.length > 0 && <Undated women={undated} />}
        {filled.length === 0 && <p className="mb-card">{text(followUpWords.noneAll)}</p>}
        {filled.map((section) => (
          <StatusSection key={section.status} series={view.series.id} status={section.status} rows={section.rows} />
        ))}
      </div>
      <PaperBoard series={view.series} rows={filled.flatMap((section) => section.rows)} on={on} />
    </>
  );
}

/** Women of months only: how they are judged, and that a calendar has no place for them. */
function Undated({ women }: { readonly women: readonly CaseView[] }): ReactNode {
  const terms = useTerms();
  const names = terms.list(women.map((woman) => womanName(woman.record, terms)));
  return (
    <div className={`mb-card ${classes.section}`}>
      {terms.text(followUpWords.undated)} {names}
    </div>
  );
}
