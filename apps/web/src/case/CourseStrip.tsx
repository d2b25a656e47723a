import { courseStripFigure, type FigureLayout, type FigureMark, inScheme } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useScheme } from "../app/scheme.tsx";
import { useLiveCaseView } from "../editor/editor-context.tsx";
import { useAiming } from "../fields/aim.tsx";
import { Drawing } from "../figure/Drawing.tsx";
import { MarkLayer } from "../figure/MarkLayer.tsx";
import { useLayoutOfPlace } from "../figure/use-layout-of-place.ts";
import { useTerms } from "../language/language.tsx";
import classes from "./CourseStrip.module.css";
import { caseWords } from "./case-words.ts";
import { SPAN_MONTHS } from "./span-months.ts";
import { useCaseSearch } from "./use-case-search.ts";

const LAYOUTS: readonly FigureLayout[] = ["narrow", "wide", "broad"];

/** The course of the woman in a low strip, for the panels that do not draw it themselves. It stays as it was left. */
export function CourseStrip(props: {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}): ReactNode {
  const terms = useTerms();
  return (
    <details
      className={`${classes.strip} mb-noprint`}
      data-strip
      open={props.isOpen}
      onToggle={(event) => props.onToggle(event.currentTarget.open)}
    >
      <summary>{terms.text(caseWords.course)}</summary>
      {props.isOpen && <Strip />}
    </details>
  );
}

function Strip(): ReactNode {
  const { lang } = useTerms();
  const view = useLiveCaseView();
  const scheme = useScheme();
  const { goTo } = useAiming();
  const [, change] = useCaseSearch();
  const open = ({ at }: FigureMark): void => {
    if (at === undefined) return;
    change({ at, side: "record" });
    goTo(at);
  };
  const { place, layout } = useLayoutOfPlace(LAYOUTS);
  const figure = useMemo(
    () => (layout === undefined ? undefined : courseStripFigure(view, { lang, layout, span: SPAN_MONTHS })),
    [view, lang, layout],
  );
  const svg = useMemo(() => (figure === undefined ? "" : inScheme(figure.svg, scheme)), [figure, scheme]);
  return (
    <div ref={place} className={classes.stage}>
      {figure !== undefined && (
        <>
          <Drawing svg={svg} />
          <MarkLayer figure={figure} onOpen={open} />
        </>
      )}
    </div>
  );
}
