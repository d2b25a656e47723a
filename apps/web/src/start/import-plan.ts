import {
  type CaseRecord,
  type Problem,
  readCase,
  readSeries,
  readSeriesHead,
  type Series,
  type SeriesHead,
  seriesReferences,
} from "@materbone/clinical";
import { type JsonProblem, readJsonText } from "./json-text.ts";

/** A file that was chosen; `path` starts with the chosen folder. `text` is absent when it is not UTF-8. */
export type ImportFile = { readonly path: string; readonly text: string | undefined };

/** What stands in the way of an import, with the file and the line. */
export type ImportProblem = { readonly file: string; readonly line?: number | undefined } & (
  | { readonly kind: "record"; readonly problem: Problem }
  | { readonly kind: "json"; readonly problem: JsonProblem }
  | { readonly kind: "notUtf8" }
  | { readonly kind: "noRecord" }
  | { readonly kind: "sameId"; readonly id: string; readonly other: string }
);

/** A woman that came without a series, with the file she came from. */
export type LooseCase = { readonly file: string; readonly line: number | undefined; readonly record: CaseRecord };

/** What the chosen files hold. With any problem nothing of it is imported. */
export type ImportPlan = {
  readonly series: readonly { readonly file: string; readonly series: Series }[];
  readonly loose: readonly LooseCase[];
  /** Files that are no records and stand beside a `series.json`, such as a README. */
  readonly leftOut: readonly string[];
  readonly problems: readonly ImportProblem[];
};

type Document = {
  readonly path: string;
  readonly value: unknown;
  readonly lineOf: (pointer: string) => number | undefined;
};

/** Reads what was chosen: folders with `series.json` and `cases/`, whole series, single women, or lines of women. */
export function planImport(files: readonly ImportFile[]): ImportPlan {
  const problems: ImportProblem[] = [];
  const loose: LooseCase[] = [];
  const documents: Document[] = [];
  const others: string[] = [];
  for (const file of files) {
    if (isHidden(file.path)) continue;
    if (file.path.endsWith(".ndjson") || file.path.endsWith(".jsonl")) loose.push(...linesOf(file, problems));
    else if (file.path.endsWith(".json")) documents.push(...documentOf(file, problems));
    else others.push(file.path);
  }
  const folders = documents.filter((document) => kindOf(document) === "head").map(({ path }) => folderOf(path));
  const series: { file: string; series: Series }[] = [];
  const heads: { document: Document; head: SeriesHead; cases: LooseCase[] }[] = [];
  const left: string[] = [...others];
  const women: LooseCase[] = [];
  for (const document of documents) {
    const kind = kindOf(document);
    if (kind === "head") {
      const head = taken(document, readSeriesHead(document.value), problems);
      if (head !== undefined) heads.push({ document, head, cases: [] });
    } else if (kind === "series") {
      const whole = taken(document, readSeries(document.value), problems);
      if (whole !== undefined) series.push({ file: document.path, series: whole });
    } else if (kind === "case") {
      const record = taken(document, readCase(document.value), problems);
      if (record !== undefined) women.push({ file: document.path, line: undefined, record });
    } else if (folders.some((folder) => isInside(document.path, folder))) left.push(document.path);
    else problems.push({ file: document.path, kind: "noRecord" });
  }
  for (const woman of women) {
    const owner = heads
      .filter(({ document }) => isInside(woman.file, folderOf(document.path)))
      .toSorted((a, b) => folderOf(b.document.path).length - folderOf(a.document.path).length)[0];
    if (owner === undefined) loose.push(woman);
    else owner.cases.push(woman);
  }
  const isComplete = problems.length === 0;
  for (const { document, head, cases } of heads) {
    problems.push(...repeated(cases));
    // A woman whose file was refused is not missing from the series.
    if (isComplete) problems.push(...referencesOf(document, head, cases));
    series.push({ file: document.path, series: { ...head, cases: cases.map(({ record }) => record) } });
  }
  problems.push(...repeated(loose));
  if (folders.length === 0) {
    for (const path of others) problems.push({ file: path, kind: "noRecord" });
  }
  return { series, loose, leftOut: folders.length === 0 ? [] : left, problems };
}

/** What a document says that it is; a woman's file in `cases/` without a schema is read as one, to say what it lacks. */
function kindOf({ path, value }: Document): "head" | "series" | "case" | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const schema = isObject && "schema" in value && typeof value.schema === "string" ? value.schema : undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (schema?.startsWith("materbone/case/") === true || /(^|\/)cases\/[^/]+$/.test(path)) return "case";
  if (schema?.startsWith("materbone/series/") === true || name === "series.json") {
    return isObject && "cases" in value ? "series" : "head";
  }
  return isObject && schema !== undefined ? "case" : undefined;
}

function documentOf({ path, text }: ImportFile, problems: ImportProblem[]): readonly Document[] {
  if (text === undefined) {
    problems.push({ file: path, kind: "notUtf8" });
    return [];
  }
  const read = readJsonText(withoutMark(text));
  if (read.kind === "read") return [{ path, value: read.value, lineOf: read.lineOf }];
  problems.push(
    ...read.problems.map((problem) => ({ file: path, line: problem.line, kind: "json", problem }) as const),
  );
  return [];
}

/** One woman per line; empty lines are no women. */
function linesOf({ path, text }: ImportFile, problems: ImportProblem[]): readonly LooseCase[] {
  if (text === undefined) {
    problems.push({ file: path, kind: "notUtf8" });
    return [];
  }
  const found: LooseCase[] = [];
  for (const [position, line] of withoutMark(text).split("\n").entries()) {
    if (line.trim() === "") continue;
    const number = position + 1;
    const read = readJsonText(line.trim());
    if (read.kind === "refused") {
      problems.push(...read.problems.map((problem) => ({ file: path, line: number, kind: "json", problem }) as const));
      continue;
    }
    const result = readCase(read.value);
    if (result.kind === "read") found.push({ file: path, line: number, record: result.value });
    else {
      problems.push(
        ...result.problems.map((problem) => ({ file: path, line: number, kind: "record", problem }) as const),
      );
    }
  }
  return found;
}

function taken<T>(
  { path, lineOf }: Document,
  result:
    | { readonly kind: "read"; readonly value: T }
    | { readonly kind: "refused"; readonly problems: readonly Problem[] },
  problems: ImportProblem[],
): T | undefined {
  if (result.kind === "read") return result.value;
  problems.push(
    ...result.problems.map((problem) => ({ file: path, line: lineOf(problem.at), kind: "record", problem }) as const),
  );
  return undefined;
}

/** Two women of one id: the later one is told of, with the file of the first. */
function repeated(cases: readonly LooseCase[]): readonly ImportProblem[] {
  const first = new Map<string, LooseCase>();
  return cases.flatMap((woman): readonly ImportProblem[] => {
    const other = first.get(woman.record.id);
    if (other === undefined) {
      first.set(woman.record.id, woman);
      return [];
    }
    const place = other.line === undefined ? other.file : `${other.file}:${other.line}`;
    return [{ file: woman.file, line: woman.line, kind: "sameId", id: woman.record.id, other: place }];
  });
}

/** Problems across the files of one series, told in the file they belong to. */
function referencesOf(document: Document, head: SeriesHead, cases: readonly LooseCase[]): readonly ImportProblem[] {
  return seriesReferences({ ...head, cases: cases.map(({ record }) => record) }).flatMap((problem) => {
    if (problem.kind === "duplicateId" && problem.what === "case") return [];
    const match = /^\/cases\/(\d+)(.*)$/s.exec(problem.at);
    const owner = match === null ? undefined : cases[Number(match[1])];
    if (owner === undefined) {
      return [{ file: document.path, line: document.lineOf(problem.at), kind: "record", problem } as const];
    }
    return [{ file: owner.file, kind: "record", problem: { ...problem, at: match?.[2] ?? "" } } as const];
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** In `cases/` of the folder, or right beside its `series.json` where files were chosen and not a folder. */
function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder);
}

/** Files that systems leave in folders. */
function isHidden(path: string): boolean {
  return path.split("/").some((step) => step.startsWith(".") || step === "Thumbs.db" || step === "__MACOSX");
}

/** Some editors begin a file with a byte-order mark. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
