import type { Figure, FigureMark } from "@materbone/report";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import { useTerms } from "../language/language.tsx";
import { figureWords, valuesOf } from "./figure-words.ts";
import classes from "./MarkLayer.module.css";
import { markAfterKey, nearestMark } from "./nearest-mark.ts";

type Current = { readonly position: number; readonly by: "pointer" | "keys" };

/**
 * What lies over a drawing: an unseen slider, which is one tab stop and which every screen reader knows how to move and to
 * read out, walks through the marks. The current mark is ringed and its words stand beside it. The pointer picks the nearest.
 */
export function MarkLayer(props: {
  readonly figure: Figure;
  /** Opens the place of a mark in the record. */
  readonly onOpen?: ((mark: FigureMark) => void) | undefined;
  /** Marks that open; default those with a place in the record. */
  readonly opens?: ((mark: FigureMark) => boolean) | undefined;
}): ReactNode {
  const { figure, onOpen, opens = hasPlace } = props;
  const { lang, text: say } = useTerms();
  const isChoice = props.opens !== undefined;
  const help = useId();
  const isPressed = useRef(false);
  const [current, setCurrent] = useState<Current | undefined>(undefined);
  const { marks } = figure;
  // Another figure in the same place may have fewer marks.
  const mark = current === undefined ? undefined : marks[current.position];
  const canOpen = onOpen !== undefined && mark !== undefined && opens(mark);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && current !== undefined) setCurrent(undefined);
    else if (event.key === "Enter" && mark !== undefined && canOpen) onOpen(mark);
    else {
      const next = markAfterKey(event.key, current?.position, marks.length);
      if (next === undefined) return;
      setCurrent({ position: next, by: "keys" });
    }
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0) return;
    const unit = figure.width / box.width;
    const position = nearestMark(marks, (event.clientX - box.left) * unit, (event.clientY - box.top) * unit);
    if (position !== undefined) setCurrent({ position, by: "pointer" });
    else leave();
  };
  const leave = (): void => setCurrent((known) => (known?.by === "pointer" ? undefined : known));

  if (marks.length === 0) return null;
  return (
    <>
      <input
        type="range"
        className={classes.layer}
        data-open={canOpen}
        min={0}
        max={marks.length - 1}
        step={1}
        value={current?.position ?? 0}
        aria-label={valuesOf[lang](figure.title)}
        aria-valuetext={mark?.label ?? say(figureWords.walk)}
        aria-describedby={help}
        onChange={(event) => {
          // A press would move a slider to where its track is pressed; here it picks the nearest mark instead.
          if (!isPressed.current) setCurrent({ position: event.currentTarget.valueAsNumber, by: "keys" });
        }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={(event) => {
          isPressed.current = true;
          onPointerMove(event);
        }}
        onPointerUp={() => {
          isPressed.current = false;
        }}
        onPointerCancel={() => {
          isPressed.current = false;
        }}
        onPointerLeave={leave}
        onBlur={() => setCurrent(undefined)}
        onClick={() => mark !== undefined && canOpen && onOpen(mark)}
      />
      <span className={classes.frame} />
      {mark !== undefined && <MarkRing figure={figure} mark={mark} />}
      <span id={help} className="mb-hidden">
        {say(onOpen === undefined ? figureWords.walk : isChoice ? figureWords.walkAndChoose : figureWords.walkAndOpen)}
      </span>
    </>
  );
}

function hasPlace({ at }: FigureMark): boolean {
  return at !== undefined;
}

function MarkRing({ figure, mark }: { readonly figure: Figure; readonly mark: FigureMark }): ReactNode {
  const { x, x2 = x, y } = mark;
  const share = (value: number, of: number): string => `${(value / of) * 100}%`;
  const ring: CSSProperties = {
    left: share(x, figure.width),
    top: share(y, figure.height),
    width: `calc(${share(x2 - x, figure.width)} + 18px)`,
  };
  // The card opens towards the middle of the drawing, so that it stays inside.
  const horizontal: CSSProperties =
    x > figure.width / 2
      ? { right: `calc(${share(figure.width - x, figure.width)} + 6px)` }
      : { left: `calc(${share(x, figure.width)} + 6px)` };
  const vertical: CSSProperties =
    y > figure.height / 2
      ? { bottom: `calc(${share(figure.height - y, figure.height)} + 14px)` }
      : { top: `calc(${share(y, figure.height)} + 14px)` };
  return (
    <>
      <span className={classes.ring} style={ring} />
      <span className={classes.card} style={{ ...horizontal, ...vertical }} aria-hidden="true">
        {mark.label}
      </span>
    </>
  );
}
