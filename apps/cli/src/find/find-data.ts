import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { bytesText, say } from "@materbone/clinical";
import {
  convert,
  type Detection,
  dataNameOf,
  dayOfFiles,
  detect,
  type Found,
  finderFolders,
  keepPlace,
  localDay,
  type Manifest,
  type Missing,
  readManifest,
  sayFormat,
  sayIgnored,
  sayMissing,
  sayProblemKinds,
  sayProblems,
  sourceFile,
} from "@materbone/exchange";
import { isIsoDate } from "@materbone/finder";
import { defaultDataFolder } from "@materbone/registry";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { progressLine, type Session, visible } from "../terminal.ts";
import { findPhrases, findWords } from "./find-words.ts";

/** Converted data: the folder of the tables, and what they were made of. */
export type FindData = { readonly folder: string; readonly manifest: Manifest };

/** Data of a folder or file, converted unless they are, or were by an earlier run. */
export async function findData(session: Session, source: string, flags: Flags, signal: AbortSignal): Promise<FindData> {
  const ready = await readManifest(source);
  if (ready !== undefined) return { folder: resolve(source), manifest: ready };
  const { found, missing } = await detected(source, flags);
  tellMissing(session, missing);
  // What is not there cannot be told from what did not happen.
  if (flags.strict === true && missing.length > 0)
    throw new InputError([{ kind: "findMissing", file: source, missing }]);
  const folder = cacheFolder(session, source, flags);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The page of the finder lists what lies in the user's data folder by its source.
  if (flags.cache === undefined) await keepPlace(folder, resolve(source));
  const { world, terms } = session;
  const reading = progressLine(world, terms.text(findWords.megabytesRead));
  const sorting = progressLine(world, terms.text(findWords.tablesSorted));
  const { manifest, isReused } = await convert(found, {
    output: folder,
    asOf: await asOfDay(session, found, flags),
    strict: flags.strict === true,
    signal,
    onProgress: ({ phase, done, total }) => {
      if (phase === "read") reading.step(megabytes(done), megabytes(total));
      else {
        reading.end();
        sorting.step(done, total);
      }
    },
  }).finally(() => {
    reading.end();
    sorting.end();
  });
  tellProblems(session, manifest, isReused, flags);
  return { folder, manifest };
}

/** What a source holds, for `--dry-run`: format, files, what is missing and what is left aside. */
export async function sayDetection(session: Session, source: string, flags: Flags): Promise<string> {
  const { terms } = session;
  const { found, counts, missing, ignored } = await detected(source, flags);
  const bytes = found.files.reduce((sum, file) => sum + file.bytes, 0);
  const line = (text: string): string => `${visible(text)}\n`;
  return [
    line(say(findPhrases.detected, { source, format: sayFormat(found.kind, terms) }, terms)),
    line(say(findPhrases.files, { files: found.files.length, size: bytesText(bytes) }, terms)),
    ...Object.entries(counts).map(([name, count]) =>
      line(say(findPhrases.table, { name: name === "table" ? terms.text(findWords.tables) : name, count }, terms)),
    ),
    ...missing.map((part) => line(sayMissing(part, terms))),
    ...ignored.map(({ name, why }) => line(`  ${name}: ${sayIgnored(why, terms)}`)),
    line(say(findPhrases.asOf, { day: await asOfDay(session, found, flags) }, terms)),
  ].join("");
}

async function detected(source: string, { mapping }: Flags): Promise<Extract<Detection, { kind: "found" }>> {
  const detection = await detect(source, typeof mapping === "string" ? await mappingFile(mapping) : undefined);
  if (detection.kind === "found") return detection;
  const aside = detection.ignored.slice(0, 5).map((one) => ({ kind: "findAside", ...one }) as const);
  throw new InputError([{ kind: "findSource", file: source, why: detection.why }, ...aside]);
}

/** A mapping from elsewhere, in place of one beside the tables. */
async function mappingFile(path: string): Promise<Awaited<ReturnType<typeof sourceFile>>> {
  try {
    return await sourceFile(path);
  } catch {
    throw new InputError([{ kind: "findSource", file: path, why: { kind: "notThere" } }]);
  }
}

/** A folder that only this user may enter, of this source: converted data are as confidential as the source. */
function cacheFolder({ world }: Session, source: string, { cache }: Flags): string {
  if (typeof cache === "string") return resolve(cache);
  const { data } = finderFolders(join(defaultDataFolder(world.env, process.platform, homedir()), "finder"));
  return data(dataNameOf(source));
}

/**
 * The day of which the data are read: as asked, else the day on which the newest file was last changed, so that the same
 * files give the same answer tomorrow.
 */
async function asOfDay(session: Session, found: Found, { asOf }: Flags): Promise<string> {
  if (typeof asOf === "string") {
    if (isIsoDate(asOf)) {
      if (asOf > localDay(new Date())) {
        session.world.progress.write(`${say(findPhrases.asOfAhead, { day: asOf }, session.terms)}\n`);
      }
      return asOf;
    }
    throw new InputError([{ kind: "notADay", option: "--as-of", value: asOf }]);
  }
  return dayOfFiles(found);
}

function tellMissing({ world, terms }: Session, missing: readonly Missing[]): void {
  for (const part of missing) world.progress.write(`${visible(sayMissing(part, terms))}\n`);
}

/** With their places once, when the data are converted; afterwards each kind in a line, and of one person nothing. */
function tellProblems({ world, terms }: Session, { problems }: Manifest, isTold: boolean, { person }: Flags): void {
  if (isTold && person !== undefined) return;
  const lines = isTold ? sayProblemKinds(problems, terms).map(({ title }) => title) : sayProblems(problems, terms);
  for (const line of lines) world.progress.write(`${visible(line)}\n`);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
