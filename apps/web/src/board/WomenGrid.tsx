import { Button } from "@mantine/core";
import { type SeriesView, say } from "@materbone/clinical";
import type { CasePage } from "@materbone/registry";
import type { ReactNode } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import classes from "./Board.module.css";
import { sayResults, boardWords as words } from "./board-words.ts";
import { WomanCard } from "./WomanCard.tsx";

/** Cards on the first screen of a wide display. */
const FIRST = 6;

/** A page of women as cards, with the count and the way to the other pages. */
export function WomenGrid(props: {
  readonly series: string;
  readonly list: CasePage;
  readonly view: SeriesView | undefined;
  readonly offset: number;
  readonly limit: number;
  /** Women of the series, whatever the filters. */
  readonly of: number;
  readonly onOffset: (offset: number) => void;
  readonly onClear: () => void;
  readonly onAdd: () => void;
  /** False at first, for the cards that a screen holds. */
  readonly isWhole: boolean;
}): ReactNode {
  const { list, offset, limit } = props;
  const terms = useTerms();
  const sayText = useSay();
  const viewOf = new Map(props.view?.cases.map((woman) => [woman.record.id, woman]));
  const facts = { from: offset + 1, to: offset + list.cases.length, total: list.total, of: props.of };
  return (
    <section aria-labelledby="women-title">
      <div className={classes.sectionHead}>
        <h2 id="women-title">{sayText(words.women)}</h2>
        <p role="status" className="mb-muted">
          {list.total > 0 ? say(sayResults, facts, terms) : sayText(props.of === 0 ? words.noWomen : words.noMatch)}
        </p>
      </div>
      {list.total === 0 && (
        <div className="mb-card">
          <p>{sayText(props.of === 0 ? words.noWomenText : words.noMatch)}</p>
          {props.of === 0 ? (
            <Button onClick={props.onAdd}>{sayText(words.addWoman)}</Button>
          ) : (
            <Button variant="light" onClick={props.onClear}>
              {sayText(words.clear)}
            </Button>
          )}
        </div>
      )}
      <div className={classes.cards}>
        {list.cases.slice(0, props.isWhole ? undefined : FIRST).map((woman) => (
          <WomanCard key={woman.id} series={props.series} woman={woman} view={viewOf.get(woman.id)} />
        ))}
      </div>
      {list.total > limit && (
        <nav className={classes.pages} aria-label={sayText(words.pages)}>
          <Button variant="light" disabled={offset === 0} onClick={() => props.onOffset(Math.max(0, offset - limit))}>
            {sayText(words.previous)}
          </Button>
          <span>{say(sayResults, facts, terms)}</span>
          <Button
            variant="light"
            disabled={offset + limit >= list.total}
            onClick={() => props.onOffset(offset + limit)}
          >
            {sayText(words.next)}
          </Button>
        </nav>
      )}
    </section>
  );
}
