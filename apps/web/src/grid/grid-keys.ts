/** A cell of a grid, counted from 0. */
export type CellPlace = { readonly row: number; readonly col: number };

export function cellOf(element: Element | null): CellPlace | undefined {
  const cell = element?.closest<HTMLElement>("[data-row][data-col]");
  if (cell == null) return undefined;
  return { row: Number(cell.dataset.row), col: Number(cell.dataset.col) };
}

/** Rows and columns between two cells, both included. */
export function rangeBetween(a: CellPlace, b: CellPlace): { readonly from: CellPlace; readonly to: CellPlace } {
  return {
    from: { row: Math.min(a.row, b.row), col: Math.min(a.col, b.col) },
    to: { row: Math.max(a.row, b.row), col: Math.max(a.col, b.col) },
  };
}

/** Where the caret or the selection of a cell is, as far as moving on depends on it. */
export type CaretState = { readonly isWhole: boolean; readonly isAtStart: boolean; readonly isAtEnd: boolean };

export function caretOf(input: HTMLInputElement): CaretState {
  const { selectionStart: start, selectionEnd: end, value } = input;
  return {
    isWhole: start === 0 && end === value.length,
    isAtStart: start === 0 && end === 0,
    isAtEnd: start === value.length && end === value.length,
  };
}

/** Where an arrow leads from a cell; `undefined` where the key belongs to the text. */
export function moveOf(key: string, caret: CaretState): { readonly rows: number; readonly cols: number } | undefined {
  switch (key) {
    case "ArrowUp":
      return { rows: -1, cols: 0 };
    case "ArrowDown":
      return { rows: 1, cols: 0 };
    case "ArrowLeft":
      return caret.isWhole || caret.isAtStart ? { rows: 0, cols: -1 } : undefined;
    case "ArrowRight":
      return caret.isWhole || caret.isAtEnd ? { rows: 0, cols: 1 } : undefined;
    default:
      return undefined;
  }
}

/**
 * Where a run of Tab began, as far as it still counts: in the row that is worked on.
 *
 * @param start - where the run began before this key
 * @returns `undefined` outside a run
 */
export function runStart(start: CellPlace | undefined, key: string, here: CellPlace): CellPlace | undefined {
  const own = start?.row === here.row ? start : undefined;
  return key === "Tab" ? (own ?? here) : own;
}

/** Where Enter leads: below, and after a run of Tab below the cell that the run began in, so that a table fills row by row. */
export function enterFrom(here: CellPlace, start: CellPlace | undefined, isShift: boolean): CellPlace {
  const own = isShift ? undefined : runStart(start, "Enter", here);
  return { row: here.row + (isShift ? -1 : 1), col: own?.col ?? here.col };
}
