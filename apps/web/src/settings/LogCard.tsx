import { Button } from "@mantine/core";
import type { Revision } from "@materbone/registry";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { historyQuery } from "../api/queries.ts";
import history from "../history/History.module.css";
import { PAGE, Pages } from "../history/Pages.tsx";
import { RevisionEntry } from "../history/RevisionEntry.tsx";
import { useSay } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import classes from "./Settings.module.css";
import { settingsWords as words } from "./settings-words.ts";

/** Everything that was ever done here, newest first; read only when it is asked for. */
export function LogCard(): ReactNode {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const page = useQuery({ ...historyQuery("/log", offset, PAGE), enabled: isOpen });
  return (
    <section className={classes.card}>
      <h2>{say(words.log)}</h2>
      {!isOpen && (
        <Button variant="light" onClick={() => setIsOpen(true)}>
          {say(words.showLog)}
        </Button>
      )}
      {page.error !== null && <ProblemCard problem={page.error} onRetry={() => void page.refetch()} />}
      {isOpen && page.data === undefined && page.error === null && <Loading />}
      {page.data !== undefined && (
        <>
          <ol className={history.entries}>
            {page.data.revisions.map((revision) => (
              <li key={revision.sequence}>
                <RevisionEntry
                  revision={revision}
                  level={3}
                  subject={
                    <>
                      <Subject revision={revision} /> ·{" "}
                    </>
                  }
                />
              </li>
            ))}
          </ol>
          <Pages offset={offset} total={page.data.total} onOffset={setOffset} />
        </>
      )}
    </section>
  );
}

/** Of which document an entry is. */
function Subject({ revision: { series, case: woman } }: { readonly revision: Revision }): ReactNode {
  const say = useSay();
  if (series === undefined) return <Link to="/evidence">{say(words.literature)}</Link>;
  return (
    <Link to="/series/$series/history" params={{ series }} search={woman === undefined ? {} : { case: woman }}>
      {woman === undefined ? series : `${series} / ${woman}`}
    </Link>
  );
}
