import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from "react";
import classes from "./Grid.module.css";
import { type CellPlace, caretOf, cellOf, enterFrom, moveOf, rangeBetween, runStart } from "./grid-keys.ts";

/**
 * A table of text cells that is worked like a spreadsheet: arrows, Enter and Tab move, Enter after a run of Tab goes below the
 * cell in which the run began, typing replaces, F2 edits, Shift with
 * an arrow marks a block, Delete clears it, Ctrl+C copies it as tabs and lines, and a pasted block goes to `onBlock`. Keys with
 * Alt stay the browser's: Alt with ArrowDown opens the suggestions of a cell.
 */
export function Grid(props: {
  readonly label: string;
  /** A block of several cells was pasted into a cell. */
  readonly onBlock: (text: string, at: CellPlace) => void;
  /** Clears the cells of a block, row by row. */
  readonly onClear: (cells: readonly CellPlace[]) => void;
  readonly children: ReactNode;
}): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const range = useRef<{ anchor: CellPlace; head: CellPlace }>(undefined);

  const tabbedFrom = useRef<CellPlace>(undefined);

  const inputAt = ({ row, col }: CellPlace): HTMLInputElement | null =>
    table.current?.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-col="${col}"]`) ?? null;

  const marked = (): readonly (readonly CellPlace[])[] => {
    if (range.current === undefined) return [];
    const { from, to } = rangeBetween(range.current.anchor, range.current.head);
    return Array.from({ length: to.row - from.row + 1 }, (_, rows) =>
      Array.from({ length: to.col - from.col + 1 }, (__, cols) => ({ row: from.row + rows, col: from.col + cols })),
    );
  };

  // The marks are drawn on the cells themselves: a moving block must not draw the table anew.
  const showMarks = (): void => {
    for (const cell of table.current?.querySelectorAll("[data-marked]") ?? []) cell.removeAttribute("data-marked");
    for (const place of marked().flat()) inputAt(place)?.setAttribute("data-marked", "true");
  };
  const mark = (next: { anchor: CellPlace; head: CellPlace } | undefined): void => {
    range.current = next;
    showMarks();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const input = event.target;
    const here = input instanceof HTMLInputElement ? cellOf(input) : undefined;
    if (!(input instanceof HTMLInputElement) || here === undefined || event.altKey || event.nativeEvent.isComposing)
      return;
    if (event.key === "F2") {
      event.preventDefault();
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    const isBlock = marked().flat().length > 1;
    if ((event.key === "Delete" || event.key === "Backspace") && isBlock) {
      event.preventDefault();
      props.onClear(marked().flat());
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      const below = inputAt(enterFrom(here, tabbedFrom.current, event.shiftKey));
      // Where the row below is not there yet, the run goes on.
      if (below === null) return;
      mark(undefined);
      tabbedFrom.current = undefined;
      below.focus();
      return;
    }
    if (event.key === "Tab") {
      tabbedFrom.current = runStart(tabbedFrom.current, event.key, here);
      return;
    }
    const caret = caretOf(input);
    const move = moveOf(event.key, caret);
    if (move === undefined) {
      if (event.key.length === 1) mark(undefined);
      return;
    }
    const isMarking = event.shiftKey;
    if (isMarking && !caret.isWhole && !isBlock) return;
    const from = isMarking ? (range.current?.head ?? here) : here;
    const target = { row: from.row + move.rows, col: from.col + move.cols };
    const next = inputAt(target);
    if (next === null) return;
    event.preventDefault();
    tabbedFrom.current = undefined;
    if (isMarking) {
      mark({ anchor: range.current?.anchor ?? here, head: target });
      return;
    }
    mark(undefined);
    next.focus();
  };

  const onCopy = (event: ClipboardEvent): void => {
    const rows = marked();
    if (rows.flat().length < 2) return;
    event.preventDefault();
    event.clipboardData.setData(
      "text/plain",
      rows.map((row) => row.map((at) => inputAt(at)?.value ?? "").join("\t")).join("\n"),
    );
  };

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    const here = cellOf(event.target as Element);
    if (here === undefined || !/[\t\n]./.test(text.trimEnd())) return;
    event.preventDefault();
    props.onBlock(text, here);
  };

  // A form of its own: at every letter, browsers that fill forms in read all the fields of the form that changed.
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <table
        ref={table}
        className={classes.grid}
        aria-label={props.label}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onMouseDown={() => {
          mark(undefined);
          tabbedFrom.current = undefined;
        }}
        onBlur={(event) => {
          // Another window is no other place: whoever reads the next value there comes back to the same row.
          const isOutside = event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget);
          if (isOutside) tabbedFrom.current = undefined;
        }}
      >
        {props.children}
      </table>
    </form>
  );
}
