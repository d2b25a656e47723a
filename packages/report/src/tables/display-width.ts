/** Ranges of East Asian wide and full-width characters (Unicode Standard Annex 11, classes W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Columns that a text takes in a terminal: two for a Chinese character, none for a combining one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to);
}

/** `text` filled with spaces to `width` columns. */
export function padTo(text: string, width: number, align: "left" | "right" | "centre"): string {
  const gap = Math.max(0, width - displayWidth(text));
  if (align === "left") return text + " ".repeat(gap);
  if (align === "right") return " ".repeat(gap) + text;
  const before = Math.floor(gap / 2);
  return " ".repeat(before) + text + " ".repeat(gap - before);
}

/** Opening marks that may not end a line. */
const NOT_LAST = "（【《“‘([";

/** Closing marks that may not begin a line. */
const NOT_FIRST = "，。；：、！？）】》”’％%～,.;:!?)";

/**
 * Breaks a text into lines of at most `width` columns: Latin at spaces, Chinese between any two characters
 * but before closing punctuation. A word longer than the line is cut.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (displayWidth(line) + displayWidth(piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const character of piece.trimStart()) {
      if (line !== "" && displayWidth(line) + displayWidth(character) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Unbreakable stretches: a Latin word with its trailing space, or one wide character with what must stay behind it. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  for (const character of text) {
    const previous = [...current].at(-1);
    const breakable =
      previous !== undefined &&
      (previous === " " || isWide(previous) || isWide(character)) &&
      !NOT_FIRST.includes(character) &&
      !NOT_LAST.includes(previous) &&
      character !== " ";
    if (breakable) {
      found.push(current);
      current = "";
    }
    current += character;
  }
  if (current !== "") found.push(current);
  return found;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x200b || code === 0xfeff || (code >= 0x300 && code <= 0x36f)) return 0;
  return isWide(character) ? 2 : 1;
}
