import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import classes from "./ScrollRegion.module.css";

/** Wide content that scrolls by itself. It takes the focus of the keyboard only while there is something to scroll to. */
export function ScrollRegion(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLElement>(null);
  const [isScrolling, setIsScrolling] = useState(false);
  useLayoutEffect(() => {
    const region = place.current;
    if (region === null) return;
    const observer = new ResizeObserver(() => setIsScrolling(region.scrollWidth > region.clientWidth + 1));
    observer.observe(region);
    for (const child of region.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const focusable = isScrolling ? { tabIndex: 0 } : {};
  return (
    <section ref={place} className={classes.scroll} aria-label={props.label} {...focusable}>
      {props.children}
    </section>
  );
}
