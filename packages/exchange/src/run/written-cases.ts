import { readFile } from "node:fs/promises";
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
  | { readonly kind: "writtenBefore"; readonly before: WrittenCase };

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
 * the first.
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
  return inTurn(join(dirname(folder), RUN_FILES.written), async () => {
    const written = await writtenCases(folder);
    const own = written.findLast(({ candidate }) => candidate === place.candidate);
    const before = own ?? (await elsewhere());
    if (before !== undefined && !isAgain) return { kind: "writtenBefore", before };
    const saved = await save();
    await writeWhole(file, `${JSON.stringify([...written, place], null, 2)}\n`);
    return { kind: "written", saved };
  });
}
