import { Button } from "@mantine/core";
import { say as sayPhrase } from "@materbone/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { damagedRunsQuery, finderKeys, runPath } from "../../api/finder-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import classes from "./Find.module.css";
import { sayDamagedRun, findWords as words } from "./find-words.ts";
import { RemoveDialog } from "./RemoveDialog.tsx";

/** Searches whose files cannot be read: they may still hold the rows of women, so they are told and can be deleted. */
export function DamagedRuns(): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const client = useQueryClient();
  const damaged = useQuery(damagedRunsQuery);
  const [removed, setRemoved] = useState<string>();
  if (damaged.data === undefined || damaged.data.length === 0) return null;
  return (
    <>
      <p>{say(words.damagedRuns)}</p>
      <ul className={classes.list}>
        {damaged.data.map((id) => (
          <li key={id} className={classes.acts}>
            <span>{sayPhrase(sayDamagedRun, { id }, terms)}</span>
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={bracketed(say(words.remove), id, terms.lang)}
              onClick={() => setRemoved(id)}
            >
              {say(words.remove)}
            </Button>
          </li>
        ))}
      </ul>
      {removed !== undefined && (
        <RemoveDialog
          title={say(words.removeRun)}
          text={say(words.removeDamagedRun)}
          path={runPath(removed)}
          backTo="runs-title"
          onRemoved={() => client.invalidateQueries({ queryKey: finderKeys.runs })}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </>
  );
}
