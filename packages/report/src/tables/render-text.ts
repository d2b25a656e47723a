import { displayWidth, padTo, wrapText } from "./display-width.ts";
import { caption, plainLine, plainMarks } from "./plain-text.ts";
import type { Block, Cell, Column, Table } from "./table.ts";

export type TextOptions = {
  /** Columns of the terminal; sentences are broken to fit. Default 100. */
  readonly width?: number;
};

const GAP = "  ";
/** Narrowest width that a column of sentences is squeezed to. */
const NARROWEST = 16;

/** The table as aligned columns for a terminal; Chinese characters count two columns. Ends with a line feed. */
export function renderText(table: Table, options: TextOptions = {}): string {
  const width = options.width ?? 100;
  const blocks = table.blocks.map((block) => blockLines(block, width));
  const notes = table.footnotes.flatMap((note) =>
    wrapText(`${note.mark === undefined ? "" : plainMarks([note.mark])}${printable(note.text)}`, width),
  );
  return [...wrapText(printable(caption(table)), width), ...blocks.flatMap((lines) => ["", ...lines]), "", ...notes]
    .join("\n")
    .replace(/\n*$/, "\n");
}

/** Text without control characters: a record cannot move the cursor or colour the terminal. */
export function printable(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e);
      return isControl || (code >= 0x2066 && code <= 0x2069) ? " " : character;
    })
    .join("");
}

function blockLines(block: Block, width: number): readonly string[] {
  const widths = columnWidths(block, width);
  const total = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  const rule = "─".repeat(total);
  const header = placedHeader(block).flatMap((cells) => rowLines(cells, block.columns, widths));
  const body = block.groups.flatMap((group) => [
    ...(group.heading === undefined ? [] : [cellText(group.heading).join(" ")]),
    ...group.rows.flatMap((row) => rowLines(row.cells, block.columns, widths)),
  ]);
  return [rule, ...header, rule, ...body, rule].map((line) => line.trimEnd());
}

/** Header rows with an empty cell wherever one from above reaches down. */
function placedHeader(block: Block): readonly (readonly Cell[])[] {
  const openUntil = block.columns.map(() => 0);
  return block.headerRows.map((cells, level) => {
    const waiting = [...cells];
    const placed: Cell[] = [];
    for (let position = 0; position < openUntil.length; ) {
      const header = (openUntil[position] ?? 0) > level ? undefined : waiting.shift();
      const span = header?.colSpan ?? 1;
      placed.push(header === undefined ? { lines: [] } : span > 1 ? { align: "centre", ...header } : header);
      if (header !== undefined) openUntil.fill(level + (header.rowSpan ?? 1), position, position + span);
      position += span;
    }
    return placed;
  });
}

function rowLines(cells: readonly Cell[], columns: readonly Column[], widths: readonly number[]): readonly string[] {
  let position = 0;
  const columnsOfLines = cells.map((content) => {
    const span = content.colSpan ?? 1;
    const width =
      widths.slice(position, position + span).reduce((sum, each) => sum + each, 0) + GAP.length * (span - 1);
    const align = content.align ?? columns[position]?.align ?? "left";
    position += span;
    return { width, align, lines: cellText(content).flatMap((line) => wrapText(line, width)) };
  });
  const height = Math.max(1, ...columnsOfLines.map((each) => each.lines.length));
  return Array.from({ length: height }, (_, line) =>
    columnsOfLines.map((each) => padTo(each.lines[line] ?? "", each.width, each.align)).join(GAP),
  );
}

/** Natural widths; columns of sentences share what is left of the terminal. */
function columnWidths(block: Block, width: number): readonly number[] {
  const natural = block.columns.map(() => 1);
  const rows = [...placedHeader(block), ...block.groups.flatMap((group) => group.rows.map((row) => row.cells))];
  for (const cells of rows) {
    let position = 0;
    for (const content of cells) {
      const span = content.colSpan ?? 1;
      if (span === 1) {
        const widest = Math.max(0, ...cellText(content).map(displayWidth));
        natural[position] = Math.max(natural[position] ?? 1, widest);
      }
      position += span;
    }
  }
  const excess = natural.reduce((sum, each) => sum + each, 0) + GAP.length * (natural.length - 1) - width;
  if (excess <= 0) return natural;
  return squeeze(natural, block.columns, excess);
}

/** Takes the excess from the widest wrapping column, one column of the terminal at a time. */
function squeeze(natural: readonly number[], columns: readonly Column[], excess: number): readonly number[] {
  const widths = [...natural];
  for (let left = excess; left > 0; left--) {
    let widest = -1;
    columns.forEach((column, position) => {
      const size = widths[position] ?? 0;
      if (column.wraps === true && size > NARROWEST && size > (widths[widest] ?? 0)) widest = position;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function cellText(content: Cell): readonly string[] {
  const marks = plainMarks(content.marks);
  return content.lines.map((line, position) =>
    printable(plainLine(line)).concat(position === content.lines.length - 1 ? marks : ""),
  );
}
