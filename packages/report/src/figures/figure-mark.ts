/** One thing of a drawing that a reader can go to with the pointer or the arrow keys. */
export type FigureMark = {
  /** Its middle, or its left end where it reaches over time; units of the viewBox. */
  readonly x: number;
  readonly y: number;
  /** Right end of a bar, or of a time that is not exact. */
  readonly x2?: number;
  /** What a reader is told: the value with its unit, the time with its basis, device, verdict. */
  readonly label: string;
  /** Position of the same datum among the rows of the figure. */
  readonly row?: number;
  /** JSON Pointer of the datum in the case record. */
  readonly at?: string;
  /** Ties a mark to its row where what it shows is in no record. */
  readonly key?: string;
  /** Id of the woman, in a figure of several. */
  readonly case?: string;
};

/** A row of the table of a figure, with the place of what it prints. */
export type FigureRow = {
  readonly cells: readonly string[];
  readonly at?: string | undefined;
  readonly key?: string | undefined;
  readonly case?: string | undefined;
};

/** Marks with the row that prints the same place. */
export function markRows(marks: readonly FigureMark[], rows: readonly FigureRow[]): readonly FigureMark[] {
  const rowByPlace = new Map<string, number>();
  rows.forEach((row, position) => {
    const place = placeOf(row);
    if ((row.at ?? row.key) !== undefined && !rowByPlace.has(place)) rowByPlace.set(place, position);
  });
  return marks.map((mark) => {
    const row = (mark.at ?? mark.key) === undefined ? undefined : rowByPlace.get(placeOf(mark));
    return row === undefined ? mark : { ...mark, row };
  });
}

function placeOf({ case: woman = "", at, key = "" }: Pick<FigureRow, "case" | "at" | "key">): string {
  return `${woman} ${at ?? key}`;
}
