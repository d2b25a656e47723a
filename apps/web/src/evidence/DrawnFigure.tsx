import type { Figure, FigureLayout, FigureOptions } from "@materbone/report";
import { type ReactNode, useCallback } from "react";
import { FigureView } from "../figure/FigureView.tsx";
import { useTerms } from "../language/language.tsx";

/** A figure of the evidence in the layout of its place, with its table and files. */
export function DrawnFigure<D>(props: {
  /** Keep it the same between renders. */
  readonly data: D;
  readonly figure: (data: D, options: FigureOptions) => Figure;
  readonly layouts?: readonly FigureLayout[];
}): ReactNode {
  const { data, figure } = props;
  const { lang } = useTerms();
  const draw = useCallback((layout: FigureLayout) => figure(data, { lang, layout }), [data, figure, lang]);
  return <FigureView draw={draw} {...(props.layouts === undefined ? {} : { layouts: props.layouts })} />;
}
