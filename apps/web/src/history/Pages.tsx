import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import classes from "./History.module.css";
import { historySays, historyWords } from "./history-words.ts";

/** Entries of one page of a log. */
export const PAGE = 20;

/** Steps through the pages of a log, newest first. */
export function Pages(props: {
  readonly offset: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}): ReactNode {
  const terms = useTerms();
  const { offset, total } = props;
  if (total <= PAGE) return null;
  const to = Math.min(total, offset + PAGE);
  return (
    <nav className={classes.pages} aria-label={terms.text(historyWords.pages)}>
      <Button
        variant="light"
        size="compact-sm"
        disabled={offset === 0}
        onClick={() => props.onOffset(Math.max(0, offset - PAGE))}
      >
        {terms.text(historyWords.newer)}
      </Button>
      <span>{say(historySays.page, { from: offset + 1, to, total }, terms)}</span>
      <Button variant="light" size="compact-sm" disabled={to >= total} onClick={() => props.onOffset(offset + PAGE)}>
        {terms.text(historyWords.older)}
      </Button>
    </nav>
  );
}
