export type CsvDelimiter = "," | ";" | "\t";

/** One line of the file, cells trimmed outside quotes, with the row a spreadsheet shows it in (1 = header). */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] };

export type CsvRecords =
  | { readonly kind: "read"; readonly delimiter: CsvDelimiter; readonly records: readonly CsvRecord[] }
  /** A quote is opened in this row and never closed. */
  | { readonly kind: "unclosedQuote"; readonly row: number };

/**
 * Cells of CSV text after RFC 4180: comma, semicolon or tab, whichever stands most often outside quotes in the first line;
 * `\n`, `\r\n` or `\r`; a leading byte order mark is dropped. Blank lines are left out and still counted.
 */
export function csvRecords(text: string): CsvRecords {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const delimiter = delimiterOf(source);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let wasQuoted = false;
  let row = 1;
  const endCell = (): void => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = "";
    wasQuoted = false;
  };
  const endRecord = (): void => {
    endCell();
    if (cells.some((one) => one !== "")) records.push({ row, cells });
    cells = [];
    row++;
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at] as string;
    if (character === '"' && cell.trim() === "" && !wasQuoted) {
      const end = closingQuote(source, at + 1);
      if (end === undefined) return { kind: "unclosedQuote", row };
      cell = source.slice(at + 1, end).replaceAll('""', '"');
      wasQuoted = true;
      at = end;
    } else if (character === delimiter) endCell();
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && source[at + 1] === "\n") at++;
      endRecord();
    } else if (!wasQuoted || character.trim() !== "") cell += character;
  }
  if (cell !== "" || cells.length > 0 || wasQuoted) endRecord();
  return { kind: "read", delimiter, records };
}

/** Offset of the quote that closes; two in a row stand for one. */
function closingQuote(source: string, from: number): number | undefined {
  let at = source.indexOf('"', from);
  while (at >= 0 && source[at + 1] === '"') at = source.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}

function delimiterOf(source: string): CsvDelimiter {
  const bare = /[^\r\n]+/.exec(source.replace(/"[^"]*"/g, ""))?.[0] ?? "";
  const count = (mark: string): number => bare.split(mark).length - 1;
  const marks: readonly CsvDelimiter[] = [",", ";", "\t"];
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
