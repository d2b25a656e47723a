import { type AgentId, isPartialDate, nearest, spanParts } from "@materbone/clinical";
import { csvRecords } from "../model-file/csv-records.ts";
import { cellNumber, isMissingCell } from "../model-file/number-cell.ts";
import { oneOf, readAnswers, type ToolAnswers } from "./literature-answers.ts";
import { APPRAISAL_COLUMNS, LITERATURE_COLUMNS, type LiteratureColumn } from "./literature-columns.ts";
import type { LiteratureCsvProblem } from "./literature-csv-problem.ts";
import type { Appraisal } from "./literature-record.ts";
import { spreadProblems } from "./literature-spread.ts";

/** One line of a literature CSV with its cells read; an empty cell is left out. */
export type LiteratureLine = {
  /** A value, or answers about a study and no more. */
  readonly kind: "value" | "appraisal";
  readonly row: number;
  readonly text: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<string, number | [number, number]>>;
  readonly agents: readonly AgentId[];
  /** Answers about the study by their tool. */
  readonly answers: Readonly<Partial<Record<Appraisal["tool"], ToolAnswers>>>;
};

export type ReadLines =
  | { readonly kind: "read"; readonly lines: readonly LiteratureLine[] }
  | { readonly kind: "refused"; readonly problems: readonly LiteratureCsvProblem[] };

/** Reads the lines of a literature CSV: comma, semicolon or tab, UTF-8; a line is one value of one document, or an appraisal. */
export function readLiteratureLines(text: string): ReadLines {
  const csv = csvRecords(text);
  if (csv.kind === "unclosedQuote") return { kind: "refused", problems: [{ row: csv.row, kind: "unclosedQuote" }] };
  const [header, ...records] = csv.records;
  if (header === undefined || records.length === 0) {
    return { kind: "refused", problems: [{ row: header?.row ?? 1, kind: "noRows" }] };
  }
  const names = header.cells.map(columnName);
  const problems = headerProblems(header.cells, names, header.row);
  if (problems.length > 0) return { kind: "refused", problems };
  const allowsComma = csv.delimiter !== ",";
  const lines = records.map(({ row, cells }) => {
    const extra = cells.slice(names.length).filter((each) => each !== "").length;
    if (extra > 0) problems.push({ row, kind: "tooManyCells", expected: names.length, found: cells.length });
    return readLine(row, names, cells.map(unguarded), allowsComma, problems);
  });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", lines };
}

/** A CSV that was written here guards what a spreadsheet would compute by an apostrophe, such as a time that begins with a minus. */
function unguarded(cell: string): string {
  return /^'[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

const COLUMN_BY_LOWER: ReadonlyMap<string, string> = new Map(
  Object.keys(LITERATURE_COLUMNS).map((name) => [name.toLowerCase(), name]),
);

function columnName(given: string): string | undefined {
  return COLUMN_BY_LOWER.get(given.trim().toLowerCase());
}

function headerProblems(
  given: readonly string[],
  names: readonly (string | undefined)[],
  row: number,
): LiteratureCsvProblem[] {
  const problems: LiteratureCsvProblem[] = [];
  for (const [position, name] of names.entries()) {
    const column = given[position] ?? "";
    if (name === undefined) {
      problems.push({ row, kind: "unknownColumn", column, nearest: nearest(column, Object.keys(LITERATURE_COLUMNS)) });
    } else if (names.indexOf(name) !== position) problems.push({ row, kind: "twoColumns", column: name });
  }
  for (const [name, column] of Object.entries(LITERATURE_COLUMNS)) {
    if (isRequired(column) && !names.includes(name)) problems.push({ row, kind: "missingColumn", column: name });
  }
  return problems;
}

function isRequired(column: LiteratureColumn): boolean {
  return "isRequired" in column && column.isRequired === true;
}

function readLine(
  row: number,
  names: readonly (string | undefined)[],
  cells: readonly string[],
  allowsComma: boolean,
  problems: LiteratureCsvProblem[],
): LiteratureLine {
  const text: Record<string, string> = {};
  const numbers: Record<string, number> = {};
  const times: Record<string, number | [number, number]> = {};
  let agents: readonly AgentId[] = [];
  const answers: Partial<Record<Appraisal["tool"], ToolAnswers>> = {};
  const kind = kindOfLine(names, cells);
  for (const [position, name] of names.entries()) {
    if (name === undefined) continue;
    const column = LITERATURE_COLUMNS[name];
    if (column === undefined) continue;
    const value = cells[position] ?? "";
    if (isMissingCell(value)) {
      if (isRequired(column) && (kind === "value" || name === "study"))
        problems.push({ row, kind: "missing", column: name });
      continue;
    }
    switch (column.kind) {
      case "text":
        text[name] = value;
        break;
      case "date":
        if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isPartialDate(value)) text[name] = value;
        else problems.push({ row, kind: "notADate", column: name, value });
        break;
      case "choice": {
        const chosen = oneOf(row, name, value, column.of, problems);
        if (chosen !== undefined) text[name] = chosen;
        break;
      }
      case "choices":
        agents = value
          .split("+")
          .map((each) => oneOf(row, name, each.trim(), column.of, problems))
          .filter((each) => each !== undefined) as AgentId[];
        break;
      case "answers":
        answers[column.tool] = readAnswers(row, column.tool, value, problems);
        text[name] = value;
        break;
      case "number": {
        const number = cellNumber(value, allowsComma);
        if (number === undefined) problems.push({ row, kind: "notANumber", column: name, value });
        else if (!(number >= column.low && number <= column.high)) {
          problems.push({ row, kind: "outOfRange", column: name, value, low: column.low, high: column.high });
        } else if (column.isPositive === true && !(number > 0)) {
          problems.push({ row, kind: "notPositive", column: name, value });
        } else if (column.isWhole === true && !Number.isInteger(number)) {
          problems.push({ row, kind: "notWhole", column: name, value });
        } else numbers[name] = number;
        break;
      }
      case "time": {
        const time = readTime(value, allowsComma);
        if (time === undefined) problems.push({ row, kind: "notATime", column: name, value });
        else if (![time].flat().every((each) => each >= column.low && each <= column.high)) {
          problems.push({ row, kind: "outOfRange", column: name, value, low: column.low, high: column.high });
        } else times[name] = time;
      }
    }
  }
  problems.push(...spreadProblems(row, text, numbers), ...doiProblems(row, text), ...pmidProblems(row, text));
  if (Object.keys(answers).length > 0 && text.appraisedBy === undefined) {
    problems.push({ row, kind: "unsigned", column: "appraisedBy", value: "" });
  }
  return { kind, row, text, numbers, times, agents, answers };
}

/** A line that holds answers, who gave them and nothing else but the name of the study tells of no value. */
function kindOfLine(names: readonly (string | undefined)[], cells: readonly string[]): LiteratureLine["kind"] {
  const filled = names.filter((name, position) => name !== undefined && !isMissingCell(cells[position] ?? ""));
  const hasAnswers = filled.some((name) => name === "fourDomains" || name === "tenItems");
  return hasAnswers && filled.every((name) => name !== undefined && APPRAISAL_COLUMNS.has(name))
    ? "appraisal"
    : "value";
}

/** "12", or "12-48" for times that differ between women; also with the other marks of a span. */
function readTime(value: string, allowsComma: boolean): number | [number, number] | undefined {
  const [first, second] = (spanParts(value) ?? []).map((each) => cellNumber(each, allowsComma));
  if (first === undefined) return undefined;
  if (spanParts(value)?.length === 1) return first;
  return second === undefined || second < first ? undefined : [first, second];
}

function doiProblems(row: number, text: Readonly<Record<string, string>>): readonly LiteratureCsvProblem[] {
  const value = text.doi;
  return value === undefined || /^10\.\d{4,9}\/\S+$/.test(value) ? [] : [{ row, kind: "badDoi", value }];
}

function pmidProblems(row: number, text: Readonly<Record<string, string>>): readonly LiteratureCsvProblem[] {
  const value = text.pmid;
  return value === undefined || /^\d{1,9}$/.test(value) ? [] : [{ row, kind: "badPmid", value }];
}
