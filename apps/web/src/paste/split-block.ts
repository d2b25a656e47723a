/** Rows of cells of a block copied from a spreadsheet, a document or a text. */
export function splitBlock(text: string): readonly (readonly string[])[] {
  const lines = unquoted(text.replace(/\r\n?/g, "\n")).filter((line) => line.trim() !== "");
  const separator = SEPARATORS.find((candidate) => lines.some((line) => candidate.test(line)));
  return lines.map((line) =>
    (separator === undefined ? [line] : line.replace(/^\s*\|(.*)\|\s*$/, "$1").split(separator)).map((cell) =>
      cell.trim(),
    ),
  );
}

const SEPARATORS = [/\t/, /\|/, / {2,}/];

/**
 * Cells parted by commas or semicolons, as in a CSV file. A comma between digits can be the decimal mark of a number, so one
 * that stands beside something else has to be there.
 */
export function splitCsv(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const texts = lines.map((line) => line.join(" "));
  const mark = [/[;；]/, /[,，]/].find((candidate) => texts.filter((text) => candidate.test(text)).length > 1);
  if (mark === undefined || lines.some((line) => line.length > 1)) return lines;
  const isComma = mark.test(",");
  if (isComma && !texts.some((text) => /[^\d\s][,，]|[,，][^\d\s]/.test(text))) return lines;
  return texts.map((text) => text.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
}

/** A spreadsheet puts quotes about a cell that holds a line break; the break becomes a blank. */
function unquoted(text: string): readonly string[] {
  return text
    .replace(/(^|\t|\n)"((?:[^"]|"")*)"(?=\t|\n|$)/g, (_whole, before: string, cell: string) => {
      return before + cell.replaceAll('""', '"').replaceAll("\n", " ");
    })
    .split("\n");
}

/** Letters and digits of a heading or a name, half-width and lower case. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A number of a table: either minus, half- or full-width; `undefined` for anything else. */
export function tableNumber(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\s/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
