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

/** Where a key leads from a cell; `undefined` where the key belongs to the text. */
export function moveOf(
  key: string,
  isShift: boolean,
  caret: CaretState,
): { readonly rows: number; readonly cols: number } | undefined {
  switch (key) {
    case "ArrowUp":
      return { rows: -1, cols: 0 };
    case "ArrowDown":
      return { rows: 1, cols: 0 };
    case "ArrowLeft":
      return caret.isWhole || caret.isAtStart ? { rows: 0, cols: -1 } : undefined;
    case "ArrowRight":
      return caret.isWhole || caret.isAtEnd ? { rows: 0, cols: 1 } : undefined;
    case "Enter":
      return { rows: isShift ? -1 : 1, cols: 0 };
    default:
      return undefined;
  }
}
