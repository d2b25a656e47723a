import { NativeSelect } from "@mantine/core";
import { localText } from "@materbone/clinical";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { casesQuery } from "../api/queries.ts";
import { given } from "../app/search-value.ts";
import { useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import { DocumentHistory } from "./DocumentHistory.tsx";
import classes from "./History.module.css";
import { historyWords } from "./history-words.ts";

const route = getRouteApi("/series/$series/history");

/** Women that the choice lists; more are reached from their own page. */
const LISTED = 500;

/** Everything that was ever saved of a series or of one woman, and the way back. */
export function HistoryPage(): ReactNode {
  const { text, lang } = useTerms();
  const { series } = route.useParams();
  const { case: woman, offset = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const present = useQuery(casesQuery(series, { limit: LISTED }));
  const deleted = useQuery(casesQuery(series, { limit: LISTED, isDeleted: true }));
  const women = [...(present.data?.cases ?? []), ...(deleted.data?.cases ?? [])].map((each) => {
    const name = each.label === undefined ? each.id : localText(each.label, lang);
    const label = each.deleted === undefined ? name : bracketed(name, text(historyWords.deletedMark), lang);
    return { value: each.id, label };
  });
  const isListed = woman === undefined || women.some(({ value }) => value === woman);
  return (
    <>
      <h1 className={classes.title}>{text(historyWords.title)}</h1>
      <div className={classes.top}>
        <NativeSelect
          size="sm"
          label={text(historyWords.whose)}
          value={woman ?? ""}
          data={[
            { value: "", label: text(historyWords.head) },
            ...(isListed ? [] : [{ value: woman, label: woman }]),
            ...women,
          ]}
          onChange={(event) => {
            const id = event.currentTarget.value;
            void navigate({
              search: (previous) => given({ ...previous, case: id === "" ? undefined : id, offset: undefined }),
            });
          }}
        />
      </div>
      <p className={classes.intro}>{text(historyWords.intro)}</p>
      <DocumentHistory
        key={woman ?? ""}
        series={series}
        woman={woman}
        offset={offset}
        onOffset={(next) => {
          void navigate({ search: (previous) => given({ ...previous, offset: next === 0 ? undefined : next }) });
        }}
      />
    </>
  );
}
