import { type SeriesView, say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { WHOLE_SERIES } from "../api/queries.ts";
import { useTerms } from "../language/language.tsx";
import classes from "./Board.module.css";
import type { BoardTable } from "./board-search.ts";
import { sayLarge } from "./board-words.ts";
import { ClaimList } from "./ClaimList.tsx";
import { FindingsSummary } from "./FindingsSummary.tsx";
import { SeriesPicture } from "./SeriesPicture.tsx";
import { TablesPreview } from "./TablesPreview.tsx";

/** What follows from the women below their cards: findings, their courses, claims and tables. */
export function BoardLower(props: {
  readonly series: string;
  /** Women of the series, whatever the page shows. */
  readonly of: number;
  /** The whole series; `undefined` while it loads or where it is too large. */
  readonly whole: SeriesView | undefined;
  /** The women of the page; `undefined` while they load. */
  readonly page: SeriesView | undefined;
  readonly isLarge: boolean;
  readonly table: BoardTable;
  readonly onTable: (table: BoardTable) => void;
}): ReactNode {
  const { series, whole, page } = props;
  const terms = useTerms();
  const hasClaims = whole !== undefined && whole.cases.length > 0 && (whole.series.claims ?? []).length > 0;
  return (
    <>
      {whole !== undefined && <FindingsSummary series={series} view={whole} />}
      <div className={hasClaims ? classes.lower : classes.main}>
        {page !== undefined && page.cases.length > 0 && (
          <SeriesPicture view={page} isPart={page.cases.length < props.of} />
        )}
        {props.isLarge && <p className="mb-card">{say(sayLarge, { limit: WHOLE_SERIES, series }, terms)}</p>}
        {whole !== undefined && <ClaimList view={whole} />}
      </div>
      {whole !== undefined && whole.cases.length > 0 && (
        <TablesPreview series={series} view={whole} table={props.table} onTable={props.onTable} />
      )}
    </>
  );
}
