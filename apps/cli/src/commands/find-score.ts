import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { localText } from "@materbone/clinical";
import {
  isKeyOf,
  KEY_SCHEMA,
  type KeyEntry,
  type KeyHead,
  score,
  scoreTables,
  type Worklist,
  worklistSchema,
} from "@materbone/finder";
import * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { readText, requireFile } from "../input/files.ts";
import { InputError } from "../input/input-error.ts";
import { readJsonText } from "../input/json-text.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText } from "../output/json.ts";
import { visible, write } from "../terminal.ts";
import { words } from "../words.ts";

const headSchema = z.object({ schema: z.literal(KEY_SCHEMA), seed: z.int(), persons: z.int() });
const entrySchema = z.object({
  sourceId: z.string(),
  birthDate: z.string(),
  story: z.string(),
  isPlo: z.boolean(),
  delivery: z.iso.date().nullable(),
  tier: z.string().nullable(),
  flags: z.array(z.string()),
  mustSee: z.object({ en: z.string(), zh: z.string() }),
});

/** Sets a worklist against the answer key of a synthetic hospital: sensitivity and positive predictive value. */
export const findScore: Run = async ({ world, lang, terms }, worklist, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "csv", "json"]);
  const key = flags.key;
  if (typeof key !== "string") throw new InputError([{ kind: "missingOption", option: "--key" }]);
  const { candidates, definition, funnel } = await readWorklist(worklist);
  const { head, entries } = await readKey(key);
  const persons = funnel.stages.find(({ id }) => id === "persons")?.people;
  const trace = { candidates, ...(persons?.kind === "count" ? { persons: persons.count } : {}) };
  if (!isKeyOf(head, entries, trace)) throw new InputError([{ kind: "otherHospital", file: key, worklist }]);
  const names = new Map(candidates.map(({ tier, tierName }) => [tier, tierName]));
  const rows = candidates.map(({ sourceId, tier, delivery }) => ({
    sourceId,
    tier,
    deliveryLow: delivery.when.low,
    deliveryHigh: delivery.when.high,
  }));
  const result = score(rows, entries);
  if (format === "json") {
    await write(world, jsonText({ definition, ...result }));
    return EXIT.done;
  }
  const tables = scoreTables(result, lang, (tier) => names.get(tier) ?? tier);
  if (format === "csv") {
    await write(world, tables.flatMap(({ head, rows: cells }) => [head, ...cells].map(csvLine)).join(""));
    return EXIT.done;
  }
  const text = tables.map(({ title, head, rows: cells }) => {
    const lines = [head, ...cells].map((line) => `  ${line.join(" | ")}`);
    return [title, ...lines].join("\n");
  });
  const heading = `${localText(definition.name, lang)} (${definition.id} ${definition.version})`;
  await write(world, `${visible([heading, ...text].join("\n\n"), "\n")}\n${terms.text(words.researchUse)}\n`);
  return EXIT.done;
};

/** @throws InputError when the file is no worklist */
async function readWorklist(file: string): Promise<Pick<Worklist, "candidates" | "definition" | "funnel">> {
  const json = readJsonText(await readText(file), file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const read = worklistSchema.safeParse(json.value);
  if (!read.success) throw new InputError([{ kind: "notAWorklist", file }]);
  return read.data as unknown as Pick<Worklist, "candidates" | "definition" | "funnel">;
}

/** @throws InputError that names the first line that is none of a key */
async function readKey(file: string): Promise<{ readonly head: KeyHead; readonly entries: readonly KeyEntry[] }> {
  await requireFile(file);
  let head: KeyHead | undefined;
  const entries: KeyEntry[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const read = (head === undefined ? headSchema : entrySchema).safeParse(parsed(line));
    if (!read.success) throw new InputError([{ kind: "notAKey", file, line: number }]);
    if ("schema" in read.data) head = read.data;
    else entries.push(read.data);
  }
  if (head === undefined) throw new InputError([{ kind: "notAKey", file, line: 1 }]);
  return { head, entries };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
