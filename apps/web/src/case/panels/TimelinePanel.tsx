import { bmdTrendFigure, type FigureLayout, type FigureMark, spineFigure } from "@materbone/report";
import { type ReactNode, useCallback, useMemo } from "react";
import { useCaseView, useLiveCaseView } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import { useLater } from "../../parts/use-later.ts";
import { BandSwitch } from "../benchmark/BandSwitch.tsx";
import { useBand } from "../benchmark/use-band.ts";
import { SPAN_MONTHS } from "../span-months.ts";
import { useCaseSearch } from "../use-case-search.ts";
import { lscOfSearch } from "./response/lsc-of-search.ts";
import classes from "./TimelinePanel.module.css";
import { timelineWords } from "./timeline-words.ts";

const SPINE_LAYOUTS: readonly FigureLayout[] = ["narrow", "wide"];

/** The course of the woman, and her spine. */
export function TimelinePanel(): ReactNode {
  // The course is what a doctor opens the page for.
  const isLater = useLater(true);
  return (
    <div className={classes.panel}>
      <Course />
      {isLater && <Spine />}
    </div>
  );
}

/** BMD over pregnancy, lactation, treatment and events. */
function Course(): ReactNode {
  const terms = useTerms();
  const view = useLiveCaseView();
  const onOpen = useOpenMark();
  const { lang } = terms;
  const [{ lsc: asked, band }, change] = useCaseSearch();
  const lsc = useMemo(() => lscOfSearch(asked, view.context), [asked, view.context]);
  const benchmark = useBand(view, band);
  const draw = useCallback(
    (layout: FigureLayout) =>
      bmdTrendFigure(view, { lang, layout, lsc, quantity: "gPerCm2", span: SPAN_MONTHS, benchmark }),
    [view, lang, lsc, benchmark],
  );
  const isEmpty = view.index === undefined && view.scans.length === 0 && view.fractures.length === 0;
  return (
    <section className="mb-card">
      <h2 className={classes.title}>{terms.text(timelineWords.course)}</h2>
      {isEmpty && <p className="mb-muted">{terms.text(timelineWords.empty)}</p>}
      {view.scans.length > 0 && (
        <div className={`${classes.switch} mb-noprint`}>
          <BandSwitch view={view} value={band} onChange={(value) => change({ band: value })} />
        </div>
      )}
      <FigureView draw={draw} onOpen={onOpen} />
    </section>
  );
}

function Spine(): ReactNode {
  const { lang, text } = useTerms();
  const view = useCaseView();
  const onOpen = useOpenMark();
  const draw = useCallback((layout: FigureLayout) => spineFigure(view, { lang, layout }), [view, lang]);
  return (
    <section className="mb-card">
      <h2 className={classes.title}>{text(timelineWords.spine)}</h2>
      <FigureView draw={draw} layouts={SPINE_LAYOUTS} onOpen={onOpen} />
    </section>
  );
}

function useOpenMark(): (mark: FigureMark) => void {
  const { goTo } = useAiming();
  return (mark) => mark.at !== undefined && goTo(mark.at);
}
