import { Button } from "@mantine/core";
import { localText, type SeriesView, say } from "@materbone/clinical";
import { headed } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { StoredHead } from "../api/queries.ts";
import { reportAddress } from "../api/report-address.ts";
import { seriesPath } from "../api/request.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import { Chip } from "../parts/Chip.tsx";
import classes from "./Board.module.css";
import { sayFractured, sayWomen, sayYears, boardWords as words } from "./board-words.ts";
import { fracturedVertebrae } from "./fractured-vertebrae.ts";

/** What the series is, and what can be done with it as a whole. */
export function SeriesHeader(props: {
  readonly series: string;
  readonly head: StoredHead;
  /** The whole series; `undefined` while it loads or where it is too large. */
  readonly view: SeriesView | undefined;
  readonly onAdd: () => void;
}): ReactNode {
  const { series, head, view } = props;
  const terms = useTerms();
  const sayText = useSay();
  const { title, origin, recruitmentYears, centre } = head.value;
  const vertebrae = useMemo(() => (view === undefined ? undefined : fracturedVertebrae(view)), [view]);
  const facts = [
    say(sayWomen, { women: head.cases }, terms),
    ...(vertebrae === undefined ? [] : [say(sayFractured, vertebrae, terms)]),
    ...(recruitmentYears === undefined
      ? []
      : [say(sayYears, { from: recruitmentYears[0], to: recruitmentYears[1] }, terms)]),
    ...(centre === undefined ? [] : [localText(centre, terms.lang)]),
  ];
  const api = `/api${seriesPath(series)}`;
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <h1>{localText(title, terms.lang)}</h1>
        <p className="mb-muted">
          {origin !== undefined && (
            <>
              <Chip tone={origin === "synthetic" ? "question" : "quiet"}>
                {headed(terms.word("origin", origin))}
              </Chip>{" "}
            </>
          )}
          {facts.join(" · ")}
        </p>
        {origin === "synthetic" && <p className={classes.synthetic}>{sayText(words.synthetic)}</p>}
      </div>
      <nav className={`${classes.actions} mb-noprint`} aria-label={sayText(words.actions)}>
        <Button size="compact-md" onClick={props.onAdd}>
          {sayText(words.addWoman)}
        </Button>
        <Link to="/" search={{ open: "import", into: series }}>
          {sayText(words.importMore)}
        </Link>
        <a href={`${api}/export`} download>
          {sayText(words.export)}
        </a>
        <a href={reportAddress(series, terms.lang)} target="_blank" rel="noreferrer">
          {sayText(words.report)}
          <span className="mb-hidden">{bracketed("", sayText(words.newTab), terms.lang)}</span>
        </a>
      </nav>
    </header>
  );
}
