import {
  type DataTable,
  type EvidenceModel,
  type EvidenceProblem,
  fitTable,
  fitText,
  readDataTable,
  readModel,
  rScript,
  runModel,
} from "@materbone/evidence";
import { EXIT, type Flags, type Run } from "../command.ts";
import { decode } from "../input/decode.ts";
import { readBytes, readText } from "../input/files.ts";
import { InputError } from "../input/input-error.ts";
import { linesOf, readJsonText } from "../input/json-text.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText } from "../output/json.ts";
import { progressLine, visible, write } from "../terminal.ts";
import { words } from "../words.ts";

/** Largest data file; ten thousand studies need about one. */
const LARGEST_DATA_MEGABYTES = 64;

/** Fits the model of a JSON file to the table of a CSV file. */
export const evidenceFit: Run = async ({ world, terms }, _argument, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json", "csv", "r"]);
  const dataFile = fileOption("--data", flags);
  const modelFile = fileOption("--model", flags);
  const [table, { model, lineOf }] = await both(readTable(dataFile), readModelFile(modelFile));
  const progress = progressLine(world, terms.text(words.analyses));
  const run = runModel(model, table, terms, progress.step);
  progress.end();
  if (run.kind === "refused") throw refusal(run.problems, dataFile, modelFile, lineOf(run.problems));
  if (format === "json") await write(world, jsonText(run.output));
  else if (format === "r") await write(world, rScript(run.prepared, run.output));
  else if (format === "csv") for (const row of fitTable(run.output)) await write(world, csvLine(row));
  else await write(world, `${visible(fitText(run.output, terms), "\n")}\n${terms.text(words.researchUse)}\n`);
  return EXIT.done;
};

function fileOption(option: "--data" | "--model", flags: Flags): string {
  const value = flags[option.slice(2)];
  if (typeof value !== "string") throw new InputError([{ kind: "missingOption", option }]);
  return value;
}

/** Waits for both, so that one run tells of the problems of both files. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === "fulfilled" && b.status === "fulfilled") return [a.value, b.value];
  const failures = [a, b].flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  const problems = failures.flatMap((failure) => {
    if (failure instanceof InputError) return failure.problems;
    throw failure;
  });
  throw new InputError(problems);
}

async function readTable(file: string): Promise<DataTable> {
  const decoded = decode(await readBytes(file, LARGEST_DATA_MEGABYTES), file);
  if (decoded.kind === "refused") {
    const problem = decoded.problem;
    throw problem.kind === "empty"
      ? refusal([{ in: "data", kind: "noRows" }], file, "", () => undefined)
      : new InputError([problem]);
  }
  const read = readDataTable(decoded.text);
  if (read.kind === "refused") throw refusal(read.problems, file, "", () => undefined);
  return read.table;
}

type LineOf = (pointer: string) => number | undefined;

async function readModelFile(
  file: string,
): Promise<{ readonly model: EvidenceModel; readonly lineOf: (problems: readonly EvidenceProblem[]) => LineOf }> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const lineOf = (problems: readonly EvidenceProblem[]): LineOf =>
    linesOf(
      text,
      problems.flatMap((problem) => (problem.in === "model" ? [problem.at] : [])),
    );
  const read = readModel(json.value);
  if (read.kind === "refused") throw refusal(read.problems, "", file, lineOf(read.problems));
  return { model: read.model, lineOf };
}

/** Problems with the file they are in, the row of the data or the line of the model. */
function refusal(
  problems: readonly EvidenceProblem[],
  dataFile: string,
  modelFile: string,
  lineOf: LineOf,
): InputError {
  return new InputError(
    problems.map((problem) =>
      problem.in === "data"
        ? { kind: "evidence", file: dataFile, line: "row" in problem ? problem.row : undefined, problem }
        : { kind: "evidence", file: modelFile, line: lineOf(problem.at), problem },
    ),
  );
}
