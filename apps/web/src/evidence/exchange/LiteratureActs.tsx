import { Button } from "@mantine/core";
import { literatureCsv } from "@materbone/report";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { literatureQuery } from "../../api/queries.ts";
import { useTerms } from "../../language/language.tsx";
import { downloadText } from "../../parts/download.ts";
import { editWords } from "../edit/edit-words.ts";
import { useEditing } from "../edit/editing.tsx";
import { useLiteratureWork } from "../evidence-context.tsx";
import classes from "./Exchange.module.css";
import { exchangeWords as words } from "./exchange-words.ts";

/** What is done with the literature as a whole: more of it, out of it, and back. */
export function LiteratureActs(): ReactNode {
  const { text } = useTerms();
  const { edit } = useEditing();
  const store = useLiteratureWork();
  const stored = useQuery({ ...literatureQuery, enabled: false });
  const act = (word: string, run: () => void): ReactNode => (
    <Button variant="light" size="compact-sm" onClick={run}>
      {word}
    </Button>
  );
  return (
    <div className={`${classes.acts} mb-noprint`} role="toolbar" aria-label={text(words.acts)}>
      {act(text(editWords.addStudy), () => edit({ kind: "addStudy" }))}
      {act(text(editWords.documents), () => edit({ kind: "documents", position: 0 }))}
      {act(text(editWords.screening), () => edit({ kind: "screening", position: 0 }))}
      {act(text(words.import), () => edit({ kind: "import" }))}
      {act(text(words.exportJson), () => {
        const { record } = store.snapshot().editor;
        downloadText("literature.json", "application/json", `${JSON.stringify(record, undefined, 2)}\n`);
      })}
      {act(text(words.exportCsv), () =>
        downloadText("literature.csv", "text/csv", `\ufeff${literatureCsv(store.snapshot().editor.record)}`),
      )}
      {act(text(words.history), () => edit({ kind: "history" }))}
      {stored.data?.isShipped === false && act(text(words.giveUp), () => edit({ kind: "giveUp" }))}
    </div>
  );
}
