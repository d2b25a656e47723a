import { Anchor, Button } from "@mantine/core";
import type { Lang, SeriesContext } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { reportAddress } from "../api/report-address.ts";
import { lscOfSearch } from "../case/panels/response/lsc-of-search.ts";
import { useSay } from "../language/language.tsx";
import classes from "./Tables.module.css";
import type { TablesSearch } from "./tables-search.ts";
import { tablesWords } from "./tables-words.ts";

/**
 * The whole report in a frame. The server makes it and answers with a policy of its own: a page made here would inherit that
 * of the workbench, which allows no style sheet inside a document.
 */
export function ReportSheet(props: {
  readonly series: string;
  readonly context: SeriesContext;
  readonly lang: Lang;
  readonly lsc: TablesSearch["lsc"];
}): ReactNode {
  const say = useSay();
  const [said, setSaid] = useState("");
  const address = reportAddress(props.series, props.lang, lscOfSearch(props.lsc, props.context).kind);
  return (
    <>
      <p className={classes.note}>{say(tablesWords.reportNote)}</p>
      <div className={classes.actions}>
        <Anchor href={address} target="_blank" rel="noreferrer">
          {say(tablesWords.openReport)}
        </Anchor>
        <Button
          component="a"
          variant="light"
          size="compact-sm"
          href={`${address}&download=true`}
          download
          onClick={() => setSaid(say(tablesWords.reportSaved))}
        >
          {say(tablesWords.downloadReport)}
        </Button>
      </div>
      <p className={classes.said} role="status" aria-live="polite">
        {said}
      </p>
      <iframe className={classes.frame} src={address} title={say(tablesWords.reportFrame)} sandbox="" />
    </>
  );
}
