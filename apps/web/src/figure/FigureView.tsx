import { type Figure, type FigureLayout, type FigureMark, inScheme } from "@materbone/report";
import { type ReactNode, useMemo, useState } from "react";
import { Drawing } from "./Drawing.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { FigureTools } from "./FigureTools.tsx";
import classes from "./FigureView.module.css";
import { MarkLayer } from "./MarkLayer.tsx";
import { useLayoutOfPlace } from "./use-layout-of-place.ts";
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
  /** Marks that open; default those with a place in the record. */
  readonly opens?: (mark: FigureMark) => boolean;
};

const ALL: readonly FigureLayout[] = ["narrow", "wide", "broad"];

/**
 * A figure of the report package on the screen: in the colours of the page and the layout of its place, with values on hover
 * and by keyboard, its data as a table, and as files.
 */
export function FigureView(props: FigureViewProps): ReactNode {
  const scheme = usePaperScheme();
  const { place, layout } = useLayoutOfPlace(props.layouts ?? ALL);
  const [isTable, setIsTable] = useState(false);
  const draw = "draw" in props ? props.draw : undefined;
  const given = "figure" in props ? props.figure : undefined;
  const figure = useMemo(() => given ?? (layout === undefined ? undefined : draw?.(layout)), [given, draw, layout]);
  const svg = useMemo(() => (figure === undefined ? "" : inScheme(figure.svg, scheme)), [figure, scheme]);
  return (
    <figure className={classes.figure}>
      <div className={classes.stage} ref={place}>
        {figure !== undefined && (
          <>
            <Drawing svg={svg} />
            <MarkLayer figure={figure} onOpen={props.onOpen} opens={props.opens} />
          </>
        )}
      </div>
      {figure !== undefined && (
        <figcaption>
          <FigureTools figure={figure} isTable={isTable} onTable={setIsTable} />
        </figcaption>
      )}
      {figure !== undefined && isTable && <FigureTable figure={figure} />}
    </figure>
  );
}
