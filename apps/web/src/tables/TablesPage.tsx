import type { SeriesView } from "@materbone/clinical";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { given } from "../app/search-value.ts";
import { useTerms } from "../language/language.tsx";
import { PANEL_LINK, PanelNav } from "../parts/PanelNav.tsx";
import { WholeSeries } from "../parts/WholeSeries.tsx";
import { FiguresSheet } from "./FiguresSheet.tsx";
import { PrintControls, type SearchChange } from "./PrintControls.tsx";
import { type NumberedTable, printedTable } from "./printed-table.ts";
import { ReportSheet } from "./ReportSheet.tsx";
import { TableSheet } from "./TableSheet.tsx";
import classes from "./Tables.module.css";
import { TABLE_PANELS } from "./tables-search.ts";
import { tablesWords } from "./tables-words.ts";

const route = getRouteApi("/series/$series/tables");

/** Tables, figures and the report as they print, and every way to take them along. */
export function TablesPage(): ReactNode {
  const { text } = useTerms();
  const { series } = route.useParams();
  const { show = "table-1" } = route.useSearch();
  return (
    <>
      <h1 className={`mb-noprint ${classes.title}`}>{text(tablesWords.title)}</h1>
      <PanelNav label={text(tablesWords.kinds)}>
        {TABLE_PANELS.map((panel) => (
          <li key={panel}>
            <Link
              from="/series/$series/tables"
              to="/series/$series/tables"
              search={(previous) => ({ ...previous, show: panel })}
              className={PANEL_LINK}
              activeProps={{}}
              aria-current={panel === show ? "page" : undefined}
            >
              {text(tablesWords[panel])}
            </Link>
          </li>
        ))}
      </PanelNav>
      <WholeSeries series={series} tooMany={text(tablesWords.tooMany)}>
        {(view) => (view.cases.length === 0 ? <p>{text(tablesWords.noCases)}</p> : <Printed view={view} />)}
      </WholeSeries>
    </>
  );
}

function Printed({ view }: { readonly view: SeriesView }): ReactNode {
  const { lang: pageLang } = useTerms();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { show = "table-1", print: lang = pageLang } = search;
  const change = (next: SearchChange): void => {
    void navigate({ search: (previous) => given({ ...previous, ...next }), replace: true, resetScroll: false });
  };
  return (
    <div className={classes.layout}>
      <PrintControls series={view.series} show={show} search={search} lang={lang} onChange={change} />
      <section className={`mb-card ${classes.sheet}`}>
        {show === "figures" ? (
          <FiguresSheet view={view} search={search} lang={lang} onChange={change} />
        ) : show === "report" ? (
          <ReportSheet series={view.series.id} context={view.series} lang={lang} lsc={search.lsc} />
        ) : (
          <OneTable view={view} show={show} />
        )}
      </section>
    </div>
  );
}

function OneTable({ view, show }: { readonly view: SeriesView; readonly show: NumberedTable }): ReactNode {
  const { text, lang: pageLang } = useTerms();
  const search = route.useSearch();
  const { print: lang = pageLang } = search;
  const table = useMemo(() => printedTable(view.series, show, search, lang), [view, show, search, lang]);
  return (
    <>
      {table === undefined ? <p>{text(EMPTY[show])}</p> : <TableSheet table={table} series={view.series.id} />}
      {show === "table-3" && (
        <p className={`mb-noprint ${classes.note}`}>
          <Link to="/evidence">{text(tablesWords.evidence)}</Link>
        </p>
      )}
    </>
  );
}

const EMPTY = {
  "table-1": tablesWords.noLaboratory,
  "table-2": tablesWords.noScans,
  "table-3": tablesWords.noLiterature,
} as const;
