import { followUpPlanOn, say } from "@materbone/clinical";
import { type FigureLayout, followUpFigure, followUpRows } from "@materbone/report";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useDeferredValue, useMemo } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { FigureView } from "../../figure/FigureView.tsx";
import classes from "../../follow-up/FollowUp.module.css";
import { FollowUpTime } from "../../follow-up/FollowUpTime.tsx";
import { followUpWords, judgedBy, judgedByRecord, notJudged } from "../../follow-up/follow-up-words.ts";
import { isoDay } from "../../follow-up/today.ts";
import { useTerms } from "../../language/language.tsx";

/** The follow-up plan of the woman being edited, drawn on her months and listed by time. */
export function FollowUpPanel({ series }: { readonly series: string }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const navigate = useNavigate();
  // A letter typed is drawn first, the plan follows.
  const view = useDeferredValue(useCaseView());
  const on = isoDay(new Date());
  const plan = useMemo(() => followUpPlanOn(view, on), [view, on]);
  const rows = useMemo(() => followUpRows(plan), [plan]);
  const draw = useCallback((layout: FigureLayout) => followUpFigure(view, plan, { lang, layout }), [view, plan, lang]);
  const months = plan.asOfMonths === undefined ? undefined : terms.months(plan.asOfMonths);
  const judged =
    months === undefined
      ? text(notJudged)
      : plan.judgedBy === "date"
        ? say(judgedBy, { on, months }, terms)
        : say(judgedByRecord, { months }, terms);
  return (
    <div className={classes.panel}>
      <section className="mb-card">
        <h2>{text(followUpWords.title)}</h2>
        <p>{judged}</p>
        <p className="mb-muted">
          {text(followUpWords.reminds)}{" "}
          <Link to="/series/$series/follow-up" params={{ series }}>
            {text(followUpWords.toBoard)}
          </Link>
        </p>
        <FigureView
          draw={draw}
          onOpen={(mark) => {
            if (mark.at === undefined) return;
            const { at } = mark;
            void navigate({ to: ".", search: (previous) => ({ ...previous, at, side: "record" }) });
          }}
        />
        {rows.map((row) => (
          <FollowUpTime key={row.entry.id} series={series} woman={view} row={row} />
        ))}
      </section>
    </div>
  );
}
