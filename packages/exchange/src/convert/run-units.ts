import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { canBurst, gunzipsTooLarge, isGzipName } from "../sources/gzip-file.ts";
import type { SourceFile } from "../sources/source-file.ts";
import { unzip } from "../sources/zip-archive.ts";
import { ConversionError, troubleOf } from "./conversion-error.ts";
import type { ConvertOptions } from "./convert.ts";
import { CONVERTER_VERSION, sha256 } from "./manifest.ts";
import { joinReports, NO_PROBLEMS, type ProblemReport, reportOf } from "./problem.ts";
import type { StagedTable, Unit, UnitContext } from "./staging.ts";
import { partName, publish, writeWhole } from "./whole-file.ts";
import type { Workspace } from "./workspace.ts";

const LOOKED_UP: ReadonlySet<StagedTable> = new Set(["concept", "medication"]);

/** A finished unit; without a file when the source file could not be used at all. */
export type StagedUnit = { readonly unit: Unit; readonly file: string | undefined; readonly report: ProblemReport };

/** Runs the units that are not done yet, in order, and gives all. */
export async function runUnits(
  workspace: Workspace,
  units: readonly Unit[],
  options: ConvertOptions,
): Promise<readonly StagedUnit[]> {
  const staged: StagedUnit[] = [];
  const total = units.reduce((sum, unit) => sum + bytesOf(unit), 0);
  let bytes = 0;
  const guard = guardOf(staged, options.signal);
  for (const unit of units) {
    options.signal?.throwIfAborted();
    const tell = (share: number): void => {
      options.onProgress?.({ phase: "read", done: bytes + share * bytesOf(unit), total });
    };
    tell(0);
    const { connection } = workspace;
    const ticker = setInterval(() => {
      const { percentage } = connection.progress;
      if (percentage > 0) tell(Math.min(percentage, 100) / 100);
    }, TICK_MS);
    try {
      staged.push(await runUnit(workspace, unit, staged, guard, options));
    } finally {
      clearInterval(ticker);
    }
    bytes += bytesOf(unit);
    tell(0);
  }
  return staged;
}

function bytesOf({ inputs }: Unit): number {
  return inputs.reduce((sum, input) => sum + input.bytes, 0);
}

const TICK_MS = 200;

/** What is to tell when a packed file unpacks to more than it may; undefined when it does not. */
type Guard = (input: SourceFile, path: string) => Promise<ProblemReport | undefined>;

/** What several units read is unpacked for it once, and told of by the first of them. */
function guardOf(staged: readonly StagedUnit[], signal: AbortSignal | undefined): Guard {
  const known = new Map<string, boolean>();
  return async ({ name, bytes }, path) => {
    if (!canBurst(name, bytes)) return undefined;
    const isTooLarge = known.get(name) ?? (await gunzipsTooLarge(path, signal));
    known.set(name, isTooLarge);
    if (!isTooLarge) return undefined;
    const isTold = staged.some(({ unit }) => unit.inputs.some((input) => input.name === name));
    return isTold ? NO_PROBLEMS : reportOf([{ kind: "fileTooLarge", file: name }]);
  };
}

async function runUnit(
  workspace: Workspace,
  unit: Unit,
  staged: readonly StagedUnit[],
  guard: Guard,
  options: ConvertOptions,
): Promise<StagedUnit> {
  const { inputs, settings } = unit;
  const names = (files: readonly SourceFile[]): unknown => files.map(({ name, fingerprint }) => [name, fingerprint]);
  // Units look codes up in the tables staged before them.
  const before = staged.flatMap((done) => (LOOKED_UP.has(done.unit.writes) ? [names(done.unit.inputs)] : []));
  const key = sha256(JSON.stringify([CONVERTER_VERSION, options.asOf, names(inputs), settings, before])).slice(0, 16);
  const file = join(workspace.staging, `${unit.id}-${key}.parquet`);
  const reportFile = join(workspace.staging, `${unit.id}-${key}.json`);
  const done = await readReport(reportFile);
  if (done !== undefined) return { unit, file: existsSync(file) ? file : undefined, report: done };
  const scratch: string[] = [];
  const scratchName = (name: string): string => {
    const path = join(workspace.staging, `scratch-${unit.id}-${name}`);
    scratch.push(path);
    return path;
  };
  const context = (paths: readonly string[]): UnitContext => ({
    connection: workspace.connection,
    paths,
    output: partName(file),
    staged: (table: StagedTable) =>
      staged.flatMap((other) => (other.unit.writes === table && other.file !== undefined ? [other.file] : [])),
    scratch: scratchName,
    asOf: options.asOf,
    signal: options.signal,
  });
  try {
    const report = await readInput(unit, context, scratchName, guard, options.signal);
    for (const input of inputs) {
      if (input.entry === undefined && !input.fingerprint.startsWith(`${await sizeAndTime(input.path)} `)) {
        throw new ConversionError({ kind: "sourceChanged", file: input.name });
      }
    }
    const isWritten = existsSync(partName(file));
    if (isWritten) await publish(file);
    await writeWhole(reportFile, JSON.stringify(report));
    return { unit, file: isWritten ? file : undefined, report };
  } finally {
    for (const path of [...scratch, partName(file)]) await rm(path, { force: true });
  }
}

/** Runs the unit on its inputs; a damaged archive or file is a problem of that file, not of the conversion. */
async function readInput(
  unit: Unit,
  context: (paths: readonly string[]) => UnitContext,
  scratch: (name: string) => string,
  guard: Guard,
  signal: AbortSignal | undefined,
): Promise<ProblemReport> {
  const { inputs } = unit;
  const name = inputs.map((input) => input.name).join(", ");
  const paths: string[] = [];
  try {
    for (const [index, input] of inputs.entries()) {
      const path = await readable(input, index, scratch, signal);
      paths.push(path);
      const told = await guard(input, path);
      if (told !== undefined) return told;
    }
    return await unit.run(context(paths));
  } catch (error) {
    if (troubleOf(error, signal).trouble.kind !== "other") throw error;
    for (const input of inputs) await askSystem(input);
    const { output } = context(paths);
    if (!isOfTheFile(error, signal) || (error instanceof Error && error.message.includes(output))) throw error;
    await rm(output, { force: true });
    const [path] = paths;
    const [input] = inputs;
    if (path !== undefined && input !== undefined && inputs.length === 1 && isGzipName(input.name)) {
      const saved = scratch("saved");
      if (await gunzipWhatIsThere(path, saved, signal)) {
        const report = await unit.run(context([saved])).catch((again: unknown) => {
          if (!isOfTheFile(again, signal)) throw again;
          return reportOf([{ kind: "unreadableFile", file: name }]);
        });
        return joinReports([reportOf([{ kind: "truncatedFile", file: name }]), report]);
      }
    }
    return reportOf([{ kind: "unreadableFile", file: name }]);
  }
}

/** Reads a file through, to tell one that is damaged, which can be left out, from one that the system does not give now. */
async function askSystem({ path, name }: SourceFile): Promise<void> {
  try {
    for await (const _chunk of createReadStream(path)) {
      // That it comes is all that is asked.
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConversionError({ kind: "sourceUnreadable", file: name, code }, error);
  }
}

/** The input itself, or its unpacked copy; endings stay, since they tell a packed file. */
async function readable(
  { path, entry, name }: SourceFile,
  index: number,
  scratch: (name: string) => string,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (entry === undefined) return path;
  const unpacked = scratch(`${index}${isGzipName(name) ? ".gz" : ""}`);
  await unzip(path, entry, unpacked, signal);
  return unpacked;
}

/** Whether an error tells of bad data: not of the disk, of memory, of a cancel, or of a mistake of ours. */
function isOfTheFile(error: unknown, signal: AbortSignal | undefined): boolean {
  if (troubleOf(error, signal).trouble.kind !== "other" || !(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:Invalid Input|IO|Conversion|Serialization|Invalid) ?(?:Input )?Error/u.test(error.message) ||
    /^Z_/u.test(code) ||
    /zip|inflate|crc|compressed|bytes in the stream/iu.test(error.message)
  );
}

/** Unpacks a gzip file up to where it breaks; false when nothing came out. */
async function gunzipWhatIsThere(path: string, to: string, signal: AbortSignal | undefined): Promise<boolean> {
  const target = createWriteStream(to);
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  const pieces = async function* (): AsyncGenerator<Buffer> {
    source.pipe(gunzip);
    try {
      for await (const chunk of gunzip) yield chunk as Buffer;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && /^Z_/u.test(String(error.code)))) throw error;
    }
  };
  await pipeline(pieces, target, signal === undefined ? {} : { signal });
  return (await stat(to)).size > 0;
}

async function sizeAndTime(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
}

async function readReport(path: string): Promise<ProblemReport | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as ProblemReport;
  } catch {
    return undefined;
  }
}
