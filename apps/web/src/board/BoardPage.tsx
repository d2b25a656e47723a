import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { casesQuery, headQuery, tagsQuery, WHOLE_SERIES } from "../api/queries.ts";
import { given } from "../app/search-value.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { AddWoman } from "./AddWoman.tsx";
import classes from "./Board.module.css";
import { type BoardChange, BoardFilters, NO_FILTERS } from "./BoardFilters.tsx";
import { caseQueryOf } from "./board-search.ts";
import { sayLarge, boardWords as words } from "./board-words.ts";
import { ClaimList } from "./ClaimList.tsx";
import { DeletedWomen } from "./DeletedWomen.tsx";
import { FindingsSummary } from "./FindingsSummary.tsx";
import { SeriesHeader } from "./SeriesHeader.tsx";
import { SeriesPicture } from "./SeriesPicture.tsx";
import { TablesPreview } from "./TablesPreview.tsx";
import { usePageView } from "./use-page-view.ts";
import { WomenGrid } from "./WomenGrid.tsx";

const route = getRouteApi("/series/$series");

/** Women on one page of the board: eight rows of three. */
const PAGE = 24;

/** A series at a glance: its women, their course, what its authors claim and what does not add up. */
export function BoardPage(): ReactNode {
  const { series } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sayText = useSay();
  const terms = useTerms();
  const [isAdding, setIsAdding] = useState(false);
  const head = useQuery(headQuery(series));
  const list = useQuery({ ...casesQuery(series, caseQueryOf(search, PAGE)), placeholderData: keepPreviousData });
  const tags = useQuery(tagsQuery(series));
  const ids = useMemo(() => list.data?.cases.map((woman) => woman.id), [list.data]);
  const { whole, page, isLarge } = usePageView(series, ids);
  const agents = useMemo(
    () => whole && [...new Set(whole.cases.flatMap((woman) => woman.treatments.map(({ entry }) => entry.agent)))],
    [whole],
  );
  const change = (next: BoardChange): void => {
    void navigate({ search: (previous) => given({ ...previous, ...next }), replace: true, resetScroll: false });
  };
  const narrow = (next: BoardChange): void => change({ ...next, offset: undefined });
  if (head.error !== null) return <ProblemCard problem={head.error} onRetry={() => void head.refetch()} />;
  if (head.data === undefined) return <Loading />;
  const hasClaims = whole !== undefined && whole.cases.length > 0 && (whole.series.claims ?? []).length > 0;
  return (
    <div className={classes.board}>
      <SeriesHeader series={series} head={head.data} view={whole} onAdd={() => setIsAdding(true)} />
      {isAdding && <AddWoman series={series} onClose={() => setIsAdding(false)} />}
      {search.isDeleted === true ? (
        <DeletedWomen series={series} />
      ) : (
        <>
          {head.data.cases > 3 && (
            <BoardFilters search={search} tags={tags.data ?? []} agents={agents} onChange={narrow} />
          )}
          {list.error !== null && <ProblemCard problem={list.error} onRetry={() => void list.refetch()} />}
          {list.data === undefined && list.error === null && <Loading />}
          {list.data !== undefined && (
            <WomenGrid
              series={series}
              list={list.data}
              view={page}
              offset={search.offset ?? 0}
              limit={PAGE}
              of={head.data.cases}
              onOffset={(offset) => change({ offset: offset === 0 ? undefined : offset })}
              onClear={() => narrow(NO_FILTERS)}
              onAdd={() => setIsAdding(true)}
            />
          )}
          {whole !== undefined && <FindingsSummary series={series} view={whole} />}
          <div className={hasClaims ? classes.lower : classes.main}>
            {page !== undefined && page.cases.length > 0 && (
              <SeriesPicture view={page} isPart={page.cases.length < head.data.cases} />
            )}
            {isLarge && <p className="mb-card">{say(sayLarge, { limit: WHOLE_SERIES, series }, terms)}</p>}
            {whole !== undefined && <ClaimList view={whole} />}
          </div>
          {whole !== undefined && whole.cases.length > 0 && (
            <TablesPreview
              series={series}
              view={whole}
              table={search.table ?? "2"}
              onTable={(table) => change({ table })}
            />
          )}
        </>
      )}
      <Button
        className={classes.deletedSwitch}
        size="compact-sm"
        variant="subtle"
        onClick={() => change({ isDeleted: search.isDeleted === true ? undefined : true })}
      >
        {sayText(search.isDeleted === true ? words.hideDeleted : words.showDeleted)}
      </Button>
    </div>
  );
}
