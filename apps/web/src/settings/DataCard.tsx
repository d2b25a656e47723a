import { Button } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { request } from "../api/request.ts";
import { useSay } from "../language/language.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import classes from "./Settings.module.css";
import { settingsWords as words } from "./settings-words.ts";

type Status = {
  readonly program: string;
  readonly version: string;
  readonly dataFolder: string;
  readonly integrity: string;
  readonly stale: number;
};

const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => request<Status>("/status", { signal }),
});

/** Where the data are, how they are, and a copy of them. */
export function DataCard(): ReactNode {
  const say = useSay();
  const status = useQuery(statusQuery);
  const [said, setSaid] = useState("");
  return (
    <section className={`mb-card ${classes.card}`}>
      <h2>{say(words.data)}</h2>
      <p className="mb-muted">{say(words.local)}</p>
      {status.error !== null && <ProblemCard problem={status.error} onRetry={() => void status.refetch()} />}
      {status.data === undefined && status.error === null && <Loading />}
      {status.data !== undefined && (
        <dl className={classes.facts}>
          <dt>{say(words.program)}</dt>
          <dd>
            {status.data.program} {status.data.version}
          </dd>
          <dt>{say(words.folder)}</dt>
          <dd>
            <code>{status.data.dataFolder}</code>
          </dd>
          <dt>{say(words.integrity)}</dt>
          <dd>{say(status.data.integrity === "ok" ? words.intact : words.damaged)}</dd>
          {status.data.stale > 0 && (
            <>
              <dt>{say(words.stale)}</dt>
              <dd>{status.data.stale}</dd>
            </>
          )}
        </dl>
      )}
      <p className="mb-muted">{say(words.backupText)}</p>
      <div className={classes.row}>
        <Button component="a" href="/api/backup" download onClick={() => setSaid(say(words.backupSaved))}>
          {say(words.backup)}
        </Button>
        <span role="status" aria-live="polite">
          {said}
        </span>
      </div>
    </section>
  );
}
