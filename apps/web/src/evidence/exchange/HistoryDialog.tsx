import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { historyQuery, literatureQuery } from "../../api/queries.ts";
import { ApiProblem, LITERATURE_PATH } from "../../api/request.ts";
import { DocumentDialog } from "../../history/DocumentDialog.tsx";
import { undoTo } from "../../history/history-actions.ts";
import { PAGE, Pages } from "../../history/Pages.tsx";
import { RevisionEntry } from "../../history/RevisionEntry.tsx";
import { useTerms } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { useLiteratureWork } from "../evidence-context.tsx";
import classes from "./Exchange.module.css";
import { exchangeWords as words } from "./exchange-words.ts";
import { useRenewal } from "./use-renewal.ts";

/** Every revision of the literature, and the way back to one. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useTerms();
  const store = useLiteratureWork();
  const renew = useRenewal();
  const [offset, setOffset] = useState(0);
  const [to, setTo] = useState<number>();
  const [said, setSaid] = useState("");
  const page = useQuery(historyQuery(`${LITERATURE_PATH}/history`, offset, PAGE));
  const stored = useQuery({ ...literatureQuery, enabled: false });
  const current = stored.data?.isShipped === true ? undefined : stored.data?.revision;
  const isChanged = store.isChanged();
  const goBack = async (why: string): Promise<void> => {
    if (to === undefined) return;
    try {
      await undoTo(LITERATURE_PATH, to, store.snapshot().editor.revision, why);
      setSaid("");
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== "stale-revision") throw error;
      setSaid(text(words.stale));
    }
    await renew();
    await page.refetch();
    setTo(undefined);
  };
  return (
    <Dialog title={text(words.historyTitle)} close={text(words.close)} size="xl" onClose={onClose}>
      <p role="status">{said}</p>
      {isChanged && <p>{text(words.unsaved)}</p>}
      {page.error !== null && <ProblemCard problem={page.error} onRetry={() => void page.refetch()} />}
      {page.data === undefined && page.error === null && <Loading />}
      {page.data?.revisions.length === 0 && <p>{text(words.historyNone)}</p>}
      <ol className={classes.entries}>
        {page.data?.revisions.map((revision) => (
          <li key={revision.sequence}>
            <RevisionEntry
              revision={revision}
              level={3}
              isCurrent={revision.revision === current}
              actions={
                revision.revision !== current &&
                !revision.isErased &&
                revision.kind !== "deleted" &&
                !isChanged && (
                  <Button size="compact-xs" variant="light" onClick={() => setTo(revision.revision)}>
                    {text(words.bringBack)}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ol>
      {page.data !== undefined && <Pages offset={offset} total={page.data.total} onOffset={setOffset} />}
      {to !== undefined && (
        <DocumentDialog asked={{ kind: "undo", to }} id="literature" onAct={goBack} onClose={() => setTo(undefined)} />
      )}
    </Dialog>
  );
}
