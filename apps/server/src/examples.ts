import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReadResult, readCase, readSeriesHead, type Series } from "@materbone/clinical";

/** The examples that ship with the program, by the names of their folders. */
export const EXAMPLES = ["qingdao-2016-2019", "varied-women"] as const;
export type ExampleName = (typeof EXAMPLES)[number];

/**
 * Reads an example: `series.json` and `cases/*.json` in alphabetical order.
 *
 * @throws Error when the shipped files are missing or not valid, which is a fault of the installation
 */
export async function readExample(folder: string, name: ExampleName): Promise<Series> {
  const place = join(folder, name);
  const files = (await readdir(join(place, "cases"))).filter((file) => file.endsWith(".json")).sort();
  const head = valid(readSeriesHead(await readJsonFile(join(place, "series.json"))), "series.json");
  const cases = await Promise.all(
    files.map(async (file) => valid(readCase(await readJsonFile(join(place, "cases", file))), file)),
  );
  return { ...head, cases };
}

async function readJsonFile(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

function valid<T>(result: ReadResult<T>, file: string): T {
  if (result.kind === "read") return result.value;
  throw new Error(`the example file ${file} is not valid at ${result.problems[0]?.at ?? ""}`);
}
