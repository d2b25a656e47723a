import type { FigureLayout } from "@materbone/report";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { layoutOfWidth } from "./layout-of-width.ts";

/**
 * The layout that fits the place of a figure, now and whenever the place changes; `undefined` until it is measured, so that
 * nothing is drawn twice.
 *
 * @param offered - layouts to choose from; keep the array the same between renders
 */
export function useLayoutOfPlace(offered: readonly FigureLayout[]): {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly layout: FigureLayout | undefined;
} {
  const place = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<FigureLayout>();
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => setLayout(layoutOfWidth(element.clientWidth, offered));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [offered]);
  return { place, layout };
}
