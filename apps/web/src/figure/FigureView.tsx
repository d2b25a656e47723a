import { type Figure, type FigureLayout, type FigureMark, inScheme } from "@materbone/report";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Drawing } from "./Drawing.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { FigureTools } from "./FigureTools.tsx";
import classes from "./FigureView.module.css";
import { layoutOfWidth } from "./layout-of-width.ts";
import { MarkLayer } from "./MarkLayer.tsx";
import { usePaperScheme } from "./use-paper-scheme.ts";

type Drawn =
  /** Drawn in one layout, in light colours. */
  | { readonly figure: Figure }
  /** Drawn in the layout that fits the place; keep the function the same between renders (`useCallback`). */
  | { readonly draw: (layout: FigureLayout) => Figure };

type FigureViewProps = Drawn & {
  /** Layouts to choose from; default all. */
  readonly layouts?: readonly FigureLayout[];
  /** Opens the place of a mark in the record. */
  readonly onOpen?: (mark: FigureMark) => void;
};

const ALL: readonly FigureLayout[] = ["narrow", "wide", "broad"];

/**
 * A figure of the report package on the screen: in the colours of the page and the layout of its place, with values on hover
 * and by keyboard, its data as a table, and as files.
 */
export function FigureView(props: FigureViewProps): ReactNode {
  const scheme = usePaperScheme();
  const stage = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [layout, setLayout] = useState<FigureLayout>("wide");
  const layouts = props.layouts ?? ALL;
  useLayoutEffect(() => {
    const place = stage.current;
    if (place === null) return;
    const measure = (): void => setLayout(layoutOfWidth(place.clientWidth, layouts));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [layouts]);
  const draw = "draw" in props ? props.draw : undefined;
  const given = "figure" in props ? props.figure : undefined;
  const figure = useMemo(() => given ?? draw?.(layout), [given, draw, layout]);
  const svg = useMemo(() => (figure === undefined ? "" : inScheme(figure.svg, scheme)), [figure, scheme]);
  if (figure === undefined) return null;
  return (
    <figure className={classes.figure}>
      <div className={classes.stage} ref={stage}>
        <Drawing svg={svg} />
        <MarkLayer figure={figure} onOpen={props.onOpen} />
      </div>
      <figcaption>
        <FigureTools figure={figure} isTable={isTable} onTable={setIsTable} />
      </figcaption>
      {isTable && <FigureTable figure={figure} />}
    </figure>
  );
}
