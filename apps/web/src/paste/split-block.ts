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
