import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { casesQuery, headQuery, tagsQuery } from "../api/queries.ts";
import { given } from "../app/search-value.ts";
import { useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { useLater } from "../parts/use-later.ts";
import classes from "./Board.module.css";
import { type BoardChange, BoardFilters, NO_FILTERS } from "./BoardFilters.tsx";
import { BOARD_LIMIT, caseQueryOf } from "./board-search.ts";
import { boardWords as words } from "./board-words.ts";
import { DeletedWomen } from "./DeletedWomen.tsx";
import { SeriesHeader } from "./SeriesHeader.tsx";
import { usePageView } from "./use-page-view.ts";
import { WomenGrid } from "./WomenGrid.tsx";

const route = getRouteApi("/series/$series");

const AddWoman = apart(
  () => import("./AddWoman.tsx"),
  ({ AddWoman }) => AddWoman,
);
const BoardLower = apart(
  () => import("./BoardLower.tsx"),
  ({ BoardLower }) => BoardLower,
  () => <Loading />,
);

/** Boards drawn whole before: the way back to one leads to the place that was left, so all of it is there at once. */
const wasWhole = new Set<string>();

/** A series at a glance: its women, their course, what its authors claim and what does not add up. */
export function BoardPage(): ReactNode {
  const { series } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sayText = useSay();
  const [isAdding, setIsAdding] = useState(false);
  const head = useQuery(headQuery(series));
  const list = useQuery({ ...casesQuery(series, caseQueryOf(search)), placeholderData: keepPreviousData });
  const tags = useQuery(tagsQuery(series));
  const ids = useMemo(() => list.data?.cases.map((woman) => woman.id), [list.data]);
  const isLater = useLater(ids !== undefined || list.error !== null, wasWhole.has(series));
  useEffect(() => {
    if (isLater) wasWhole.add(series);
  }, [isLater, series]);
  const { whole, page, isLarge } = usePageView(series, ids, isLater);
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
              limit={BOARD_LIMIT}
              of={head.data.cases}
              onOffset={(offset) => change({ offset: offset === 0 ? undefined : offset })}
              onClear={() => narrow(NO_FILTERS)}
              onAdd={() => setIsAdding(true)}
              isWhole={isLater}
            />
          )}
          {isLater && (
            <BoardLower
              series={series}
              of={head.data.cases}
              whole={whole}
              page={page}
              isLarge={isLarge}
              table={search.table ?? "2"}
              onTable={(table) => change({ table })}
            />
          )}
        </>
      )}
      <Button
        className={`${classes.deletedSwitch} mb-noprint`}
        size="compact-sm"
        variant="subtle"
        onClick={() => change({ isDeleted: search.isDeleted === true ? undefined : true })}
      >
        {sayText(search.isDeleted === true ? words.hideDeleted : words.showDeleted)}
      </Button>
    </div>
  );
}
