import { basename, dirname, join } from "node:path";
import {
  type CaseRecord,
  type Problem,
  type ReadResult,
  readCase,
  readSeries,
  readSeriesHead,
  type Series,
  seriesReferences,
} from "@materbone/clinical";
import { jsonFiles, misnamedJsonFiles, pathKind, readText } from "./files.ts";
import { InputError, type InputProblem } from "./input-error.ts";
import { linesOf, readJsonText } from "./json-text.ts";
import { isNdjson, readCaseBatches } from "./read-lines.ts";

/** What was read: a whole series, or women who came without one and stand in a series made for them. */
export type Source = { readonly kind: "series" | "looseCases"; readonly series: Series };

/**
 * Reads a folder (`series.json`, `cases/*.json`), one JSON file (a series, or one woman), or NDJSON of cases.
 *
 * @throws InputError with every problem of every file
 */
export async function readSource(path: string): Promise<Source> {
  if ((await pathKind(path)) === "folder") return { kind: "series", series: await readFolder(path) };
  if (isNdjson(path)) return looseCases(await allCases(path));
  if (path.endsWith(".json")) return readFile(path);
  throw new InputError([{ kind: "unknownFormat", file: path }]);
}

function looseCases(cases: readonly CaseRecord[]): Source {
  return {
    kind: "looseCases",
    series: {
      schema: "materbone/series/1",
      id: "loose-cases",
      title: { en: "Cases without a series", zh: "未成系列的病例" },
      cases: [...cases],
    },
  };
}

async function readFolder(folder: string): Promise<Series> {
  const problems: InputProblem[] = [];
  const headFile = join(folder, "series.json");
  const names = await jsonFiles(join(folder, "cases"));
  if (!(await jsonFiles(folder)).includes("series.json")) problems.push({ kind: "noSeries", file: folder });
  for (const name of await misnamedJsonFiles(join(folder, "cases"))) {
    problems.push({ kind: "notJsonEnding", file: join(folder, "cases", name) });
  }
  if (names.length === 0) problems.push({ kind: "noCases", file: folder });
  if (problems.length > 0) throw new InputError(problems);
  const head = await collect(readOne(headFile, readSeriesHead), problems);
  const cases: { readonly file: string; readonly record: CaseRecord }[] = [];
  for (const name of names) {
    const file = join(folder, "cases", name);
    const record = await collect(readOne(file, readCase), problems);
    if (record !== undefined) cases.push({ file, record });
  }
  if (head === undefined) throw new InputError(problems);
  const series = { ...head, cases: cases.map(({ record }) => record) };
  // A woman whose file was refused is not missing from the series; an id that stands twice is wrong all the same.
  const isComplete = problems.length === 0;
  for (const problem of seriesReferences(series)) {
    if (isComplete || problem.kind === "duplicateId") problems.push(await inItsFile(problem, headFile, cases));
  }
  if (problems.length > 0) throw new InputError(problems);
  return series;
}

async function readFile(file: string): Promise<Source> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  // The head of a folder was named in place of the folder.
  if (basename(file) === "series.json" && isHeadOnly(json.value)) {
    return { kind: "series", series: await readFolder(dirname(file)) };
  }
  if (isCase(json.value)) return looseCases([value(readCase(json.value), text, file)]);
  return { kind: "series", series: value(readSeries(json.value), text, file) };
}

function isHeadOnly(document: unknown): boolean {
  return typeof document === "object" && document !== null && !("cases" in document);
}

function isCase(document: unknown): boolean {
  if (typeof document !== "object" || document === null || !("schema" in document)) return false;
  return typeof document.schema === "string" && document.schema.startsWith("materbone/case/");
}

async function allCases(path: string): Promise<readonly CaseRecord[]> {
  const cases: CaseRecord[] = [];
  const problems: InputProblem[] = [];
  for await (const batch of readCaseBatches(path)) {
    for (const line of batch) {
      if (line.kind === "read") cases.push(line.record);
      else problems.push(...line.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  if (cases.length === 0) throw new InputError([{ kind: "noCases", file: path }]);
  return cases;
}

/** A problem across files, told in the file it belongs to. */
async function inItsFile(
  problem: Problem,
  headFile: string,
  cases: readonly { readonly file: string }[],
): Promise<InputProblem> {
  const match = /^\/cases\/(\d+)(.*)$/s.exec(problem.at);
  const file = match === null ? headFile : (cases[Number(match[1])]?.file ?? headFile);
  const at = match?.[2] ?? problem.at;
  return { kind: "record", file, line: linesOf(await readText(file), [at])(at), problem: { ...problem, at } };
}

async function readOne<T>(file: string, read: (document: unknown) => ReadResult<T>): Promise<T> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  return value(read(json.value), text, file);
}

function value<T>(result: ReadResult<T>, text: string, file: string): T {
  if (result.kind === "read") return result.value;
  const lineOf = linesOf(
    text,
    result.problems.map((problem) => problem.at),
  );
  throw new InputError(result.problems.map((problem) => ({ kind: "record", file, line: lineOf(problem.at), problem })));
}

/** Goes on after a bad file, so that one run tells of every one. */
async function collect<T>(reading: Promise<T>, problems: InputProblem[]): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
