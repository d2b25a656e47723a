import { bmdTrendFigure, type FigureLayout, spineFigure } from "@materbone/report";
import { type ReactNode, useCallback, useMemo } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import { SPAN_MONTHS } from "../span-months.ts";
import { useCaseSearch } from "../use-case-search.ts";
import { lscOfSearch } from "./response/lsc-of-search.ts";
import classes from "./TimelinePanel.module.css";
import { timelineWords } from "./timeline-words.ts";

const SPINE_LAYOUTS: readonly FigureLayout[] = ["narrow", "wide"];

/** The course of the woman: BMD over pregnancy, lactation, treatment and events, and her spine. */
export function TimelinePanel(): ReactNode {
  const terms = useTerms();
  const view = useCaseView();
  const { goTo } = useAiming();
  const { lang } = terms;
  const [{ lsc: asked }] = useCaseSearch();
  const lsc = useMemo(() => lscOfSearch(asked, view.context), [asked, view.context]);
  const trend = useCallback(
    (layout: FigureLayout) => bmdTrendFigure(view, { lang, layout, lsc, quantity: "gPerCm2", span: SPAN_MONTHS }),
    [view, lang, lsc],
  );
  const spine = useCallback((layout: FigureLayout) => spineFigure(view, { lang, layout }), [view, lang]);
  const isEmpty = useMemo(
    () => view.index === undefined && view.scans.length === 0 && view.fractures.length === 0,
    [view],
  );
  return (
    <div className={classes.panel}>
      <section className="mb-card">
        <h2 className={classes.title}>{terms.text(timelineWords.course)}</h2>
        {isEmpty && <p className="mb-muted">{terms.text(timelineWords.empty)}</p>}
        <FigureView draw={trend} onOpen={(mark) => mark.at !== undefined && goTo(mark.at)} />
      </section>
      <section className="mb-card">
        <h2 className={classes.title}>{terms.text(timelineWords.spine)}</h2>
        <FigureView draw={spine} layouts={SPINE_LAYOUTS} onOpen={(mark) => mark.at !== undefined && goTo(mark.at)} />
      </section>
    </div>
  );
}
