import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../convert/whole-file.ts";
import { inTurn } from "./in-turn.ts";
import { RUN_FILES } from "./run-folder.ts";

/** Where a candidate stands as a case record: she is named by her place in the worklist, as in the review. */
export type WrittenCase = { readonly candidate: number; readonly series: string; readonly id: string };

export type WriteOutcome<T> =
  | { readonly kind: "written"; readonly saved: T }
  /** She stands in a series already, and nobody asked for a second record. */
  | { readonly kind: "writtenBefore"; readonly before: WrittenCase }
  /** The run was deleted before its turn came. */
  | { readonly kind: "notThere" };

const writtenSchema = z.array(z.strictObject({ candidate: z.number(), series: z.string(), id: z.string() }));

/** Women of the run who were written into a series, in order of time; runs from before this was kept have none. */
export async function writtenCases(folder: string): Promise<readonly WrittenCase[]> {
  let text: string;
  try {
    text = await readFile(join(folder, RUN_FILES.written), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return writtenSchema.parse(JSON.parse(text));
}

/**
 * Writes a woman into a series and keeps where; of two who write her at once, from this run or from two, the second is told of
 * the first. The run is not deleted, and nothing is decided in it, meanwhile.
 *
 * Where she will stand is kept before she is saved: a program that ends between the two leaves a question too many, not a second
 * record that nobody was asked about.
 *
 * @param elsewhere - where she stands by another run
 */
export async function writeCase<T>(
  folder: string,
  place: WrittenCase,
  isAgain: boolean,
  save: () => Promise<T>,
  elsewhere: () => Promise<WrittenCase | undefined>,
): Promise<WriteOutcome<T>> {
  const file = join(folder, RUN_FILES.written);
  // Runs of one folder may be of the same women.
  const write = async (): Promise<WriteOutcome<T>> => {
    if ((await stat(join(folder, RUN_FILES.head)).catch(() => undefined)) === undefined) return { kind: "notThere" };
    const written = await writtenCases(folder);
    const own = written.findLast(({ candidate }) => candidate === place.candidate);
    const before = own ?? (await elsewhere());
    if (before !== undefined && !isAgain) return { kind: "writtenBefore", before };
    const keep = (all: readonly WrittenCase[]): Promise<void> => writeWhole(file, `${JSON.stringify(all, null, 2)}\n`);
    await keep([...written, place]);
    try {
      return { kind: "written", saved: await save() };
    } catch (error) {
      await keep(written);
      throw error;
    }
  };
  return inTurn(join(dirname(folder), RUN_FILES.written), () => inTurn(folder, write));
}
