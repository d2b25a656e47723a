import { importLiterature, type Literature, readLiterature, shippedLiterature } from "@materbone/evidence";
import { decode } from "./decode.ts";
import { readBytes, readText } from "./files.ts";
import { InputError } from "./input-error.ts";
import { linesOf, readJsonText } from "./json-text.ts";

/** Largest literature file in megabytes; a thousand studies need about three. */
const LARGEST_MEGABYTES = 64;

/**
 * The literature of a command: the shipped one, a literature in JSON, or a CSV whose values are added to the shipped one.
 *
 * @param today - ISO date
 * @throws InputError with every problem of the file
 */
export async function literatureOption(file: unknown, today: string): Promise<Literature> {
  if (typeof file !== "string") return shippedLiterature;
  return file.endsWith(".csv") ? readCsv(file, today) : readJson(file);
}

async function readCsv(file: string, today: string): Promise<Literature> {
  const decoded = decode(await readBytes(file, LARGEST_MEGABYTES), file);
  if (decoded.kind === "refused") throw new InputError([decoded.problem]);
  const imported = importLiterature(shippedLiterature, decoded.text, today);
  if (imported.kind === "read") return imported.literature;
  throw new InputError(imported.problems.map((problem) => ({ kind: "literatureCsv", file, problem })));
}

async function readJson(file: string): Promise<Literature> {
  const text = await readText(file);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const read = readLiterature(json.value);
  if (read.kind === "read") return read.value;
  const lineOf = linesOf(
    text,
    read.problems.map(({ at }) => at),
  );
  throw new InputError(read.problems.map((problem) => ({ kind: "record", file, line: lineOf(problem.at), problem })));
}
