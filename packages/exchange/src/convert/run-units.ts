import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unzip } from "../sources/zip-archive.ts";
import { ConversionError, troubleOf } from "./conversion-error.ts";
import type { ConvertOptions } from "./convert.ts";
import { CONVERTER_VERSION, sha256 } from "./manifest.ts";
import { joinReports, type ProblemReport, reportOf } from "./problem.ts";
import type { StagedTable, Unit, UnitContext } from "./staging.ts";
import { partName, publish, writeWhole } from "./whole-file.ts";
import type { Workspace } from "./workspace.ts";

/** A finished unit; without a file when the source file could not be used at all. */
export type StagedUnit = { readonly unit: Unit; readonly file: string | undefined; readonly report: ProblemReport };

/** Runs the units that are not done yet, in order, and gives all. */
export async function runUnits(
  workspace: Workspace,
  units: readonly Unit[],
  options: ConvertOptions,
): Promise<readonly StagedUnit[]> {
  const staged: StagedUnit[] = [];
  const total = units.reduce((sum, unit) => sum + unit.input.bytes, 0);
  let bytes = 0;
  for (const unit of units) {
    options.signal?.throwIfAborted();
    const tell = (share: number): void => {
      options.onProgress?.({ phase: "read", done: bytes + share * unit.input.bytes, total });
    };
    tell(0);
    const { connection } = workspace;
    const ticker = setInterval(() => {
      const { percentage } = connection.progress;
      if (percentage > 0) tell(Math.min(percentage, 100) / 100);
    }, TICK_MS);
    try {
      staged.push(await runUnit(workspace, unit, staged, options));
    } finally {
      clearInterval(ticker);
    }
    bytes += unit.input.bytes;
    tell(0);
  }
  return staged;
}

const TICK_MS = 200;

async function runUnit(
  workspace: Workspace,
  unit: Unit,
  staged: readonly StagedUnit[],
  options: ConvertOptions,
): Promise<StagedUnit> {
  const before = staged.filter((done) => done.unit.writes === "concept").map((done) => done.unit.input.fingerprint);
  const { input, settings } = unit;
  const key = sha256(
    JSON.stringify([CONVERTER_VERSION, options.asOf, input.name, input.fingerprint, settings, before]),
  ).slice(0, 16);
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
  const context = (path: string): UnitContext => ({
    connection: workspace.connection,
    path,
    output: partName(file),
    staged: (table: StagedTable) =>
      staged.flatMap((other) => (other.unit.writes === table && other.file !== undefined ? [other.file] : [])),
    scratch: scratchName,
    asOf: options.asOf,
    signal: options.signal,
  });
  try {
    const report = await readInput(unit, context, scratchName, options.signal);
    if (input.entry === undefined && !input.fingerprint.startsWith(`${await sizeAndTime(input.path)} `)) {
      throw new ConversionError({ kind: "sourceChanged", file: input.name });
    }
    const isWritten = existsSync(partName(file));
    if (isWritten) await publish(file);
    await writeWhole(reportFile, JSON.stringify(report));
    return { unit, file: isWritten ? file : undefined, report };
  } finally {
    for (const path of [...scratch, partName(file)]) await rm(path, { force: true });
  }
}

/** Runs the unit on its input; a damaged archive or file is a problem of that file, not of the conversion. */
async function readInput(
  unit: Unit,
  context: (path: string) => UnitContext,
  scratch: (name: string) => string,
  signal: AbortSignal | undefined,
): Promise<ProblemReport> {
  const { input } = unit;
  const isPacked = /\.gz$/iu.test(input.name);
  try {
    if (input.entry === undefined) return await unit.run(context(input.path));
    const unpacked = scratch(isPacked ? "member.gz" : "member");
    await unzip(input.path, input.entry, unpacked, signal);
    return await unit.run(context(unpacked));
  } catch (error) {
    if (!isOfTheFile(error, signal)) throw error;
    if (isPacked && input.entry === undefined) {
      const saved = scratch("saved");
      if (await gunzipWhatIsThere(input.path, saved, signal)) {
        const report = await unit.run(context(saved)).catch((again: unknown) => {
          if (!isOfTheFile(again, signal)) throw again;
          return reportOf([{ kind: "unreadableFile", file: input.name }]);
        });
        return joinReports([reportOf([{ kind: "truncatedFile", file: input.name }]), report]);
      }
    }
    await rm(context(input.path).output, { force: true });
    return reportOf([{ kind: "unreadableFile", file: input.name }]);
  }
}

/** Whether an error tells of bad data: not of the disk, of memory, of a cancel, or of a mistake of ours. */
function isOfTheFile(error: unknown, signal: AbortSignal | undefined): boolean {
  if (troubleOf(error, signal).trouble.kind !== "other" || !(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:Invalid Input|IO|Conversion|Serialization|Invalid) ?(?:Input )?Error/u.test(error.message) ||
    /^Z_/u.test(code) ||
    /zip|inflate|crc|compressed/iu.test(error.message)
  );
}

/** Unpacks a gzip file up to where it breaks; false when nothing came out. */
async function gunzipWhatIsThere(path: string, to: string, signal: AbortSignal | undefined): Promise<boolean> {
  const target = createWriteStream(to);
  const source = createReadStream(path);
  const gunzip = createGunzip();
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
