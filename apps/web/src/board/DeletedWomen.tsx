import { womanName } from "@materbone/report";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { casesQuery, keys } from "../api/queries.ts";
import { casePath } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { DeletedEntry } from "../start/DeletedEntry.tsx";
import classes from "./Board.module.css";
import { boardWords as words } from "./board-words.ts";

/** Deleted women of a series, to restore or to erase for good. */
export function DeletedWomen({ series }: { readonly series: string }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const queryClient = useQueryClient();
  const deleted = useQuery(casesQuery(series, { isDeleted: true, limit: 500 }));
  return (
    <section className="mb-card" aria-labelledby="deleted-title">
      <h2 id="deleted-title">{say(words.deletedWomen)}</h2>
      {deleted.error !== null && <ProblemCard problem={deleted.error} onRetry={() => void deleted.refetch()} />}
      {deleted.isPending && <Loading />}
      {deleted.data?.total === 0 && <p>{say(words.noDeleted)}</p>}
      <ul className={classes.plain}>
        {deleted.data?.cases.map(
          (woman) =>
            woman.deleted !== undefined && (
              <DeletedEntry
                key={woman.id}
                path={casePath(series, woman.id)}
                id={woman.id}
                name={womanName(woman, terms)}
                isWoman
                deleted={woman.deleted}
                onChanged={() => void queryClient.invalidateQueries({ queryKey: keys.series(series) })}
              />
            ),
        )}
      </ul>
    </section>
  );
}
