import type { Block, Cell, Line, Table } from "./table.ts";

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "\u2212": "⁻",
  a: "ᵃ",
  b: "ᵇ",
  c: "ᶜ",
  d: "ᵈ",
  e: "ᵉ",
  f: "ᶠ",
  g: "ᵍ",
  h: "ʰ",
};
const SUBSCRIPT: Readonly<Record<string, string>> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
};

/** The line without markup: raised and lowered characters in their Unicode forms where they have one. */
export function plainLine(line: Line): string {
  return line
    .map((run) =>
      run.as === "sup" ? shift(run.text, SUPERSCRIPT) : run.as === "sub" ? shift(run.text, SUBSCRIPT) : run.text,
    )
    .join("");
}

/** The mark of a footnote raised in plain text. */
export function plainMarks(marks: readonly string[] | undefined): string {
  return marks === undefined || marks.length === 0 ? "" : shift(marks.join(","), SUPERSCRIPT);
}

/** All text of a cell in one line, without footnote marks. */
export function plainCell(content: Cell, separator: string): string {
  return content.lines.map(plainLine).join(separator);
}

/** Number and title: "Table 1. …" or "表1 …". */
export function caption(table: Table): string {
  if (table.number === undefined) return table.title;
  return table.lang === "zh" ? `${table.number}\u3000${table.title}` : `${table.number}. ${table.title}`;
}

/** The header as one row: what stands above a column, from top to bottom. */
export function flatHeader(block: Block): readonly string[] {
  return headerGrid(block).map((above) =>
    [...new Set(above.map((text) => text.trim()))]
      .filter((text) => text !== "")
      .join(" ")
      .replaceAll(" （", "（"),
  );
}

/** Per column the texts of the header cells that cover it. */
function headerGrid(block: Block): readonly (readonly string[])[] {
  const width = block.columns.length;
  const texts: string[][] = Array.from({ length: width }, () => []);
  const openUntil: number[] = Array.from({ length: width }, () => 0);
  block.headerRows.forEach((cells, level) => {
    let position = 0;
    for (const header of cells) {
      while (position < width && (openUntil[position] ?? 0) > level) position++;
      const end = Math.min(width, position + (header.colSpan ?? 1));
      for (; position < end; position++) {
        texts[position]?.push(plainCell(header, " "));
        openUntil[position] = level + (header.rowSpan ?? 1);
      }
    }
  });
  return texts;
}

function shift(text: string, forms: Readonly<Record<string, string>>): string {
  const shifted = [...text].map((character) => forms[character]);
  // A text that would be raised in part, such as "[5]", reads better on the line.
  return shifted.every((form) => form !== undefined) ? shifted.join("") : text;
}
