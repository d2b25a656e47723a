import { mkdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ContractTable } from "@materbone/finder";
import type { Found } from "../detect/found.ts";
import { csvUnits } from "../sources/csv/csv-units.ts";
import { loadMapping } from "../sources/csv/load-mapping.ts";
import { fhirUnits } from "../sources/fhir/fhir-units.ts";
import { omopUnits } from "../sources/omop/omop-units.ts";
import { ConversionError, troubleOf } from "./conversion-error.ts";
import { relate, type StagedFiles, writeAncestors, writeCodes, writeEvents, writePersons } from "./final-tables.ts";
import {
  CONTRACT_TABLES,
  CONVERTER_VERSION,
  fileSha256,
  MANIFEST_FILE,
  type Manifest,
  readManifest,
  sha256,
  tableFile,
} from "./manifest.ts";
import { parquetScan } from "./parquet-file.ts";
import { HARMLESS, joinReports, NO_PROBLEMS, type ProblemReport, type UsedContent } from "./problem.ts";
import { relationProblems } from "./relation-problems.ts";
import { runUnits, type StagedUnit } from "./run-units.ts";
import type { Unit } from "./staging.ts";
import { unseenCodes } from "./unseen-codes.ts";
import { partName, publish, writeWhole } from "./whole-file.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

export type ConvertOptions = {
  /** Folder for the tables; made when it is not there. */
  readonly output: string;
  /** Day of conversion, ISO: later dates are not used. */
  readonly asOf: string;
  /** Refuse all when anything cannot be used. */
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ConversionProgress) => void;
  /** Memory of DuckDB, as it writes it; 450 MB when absent, so that the whole process stays below 1 GB. */
  readonly memoryLimit?: string;
  readonly threads?: number;
};

/** `read` counts bytes of the source, `sort` steps of the final tables. */
export type ConversionProgress = { readonly phase: "read" | "sort"; readonly done: number; readonly total: number };

/** `isReused`: the folder already held this conversion. */
export type Conversion = { readonly manifest: Manifest; readonly isReused: boolean };

/**
 * Brings what was found to the tables of the contract: `person.parquet` (sorted by person), `event.parquet` (by system,
 * code, person, date), `code.parquet`, `ancestor.parquet` and, last, `manifest.json` in the folder `output`.
 *
 * Each source file is staged once. After a crash, a cancel or a full disk the same call goes on with the finished files and
 * writes the same bytes. Nothing half-written ever has a final name.
 *
 * @throws ConversionError
 */
export async function convert(found: Found, options: ConvertOptions): Promise<Conversion> {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(options.asOf) || Number.isNaN(Date.parse(options.asOf))) {
    throw new RangeError(`asOf is not a day: ${options.asOf}`);
  }
  const output = resolve(options.output);
  let workspace: Workspace | undefined;
  try {
    options.signal?.throwIfAborted();
    const units = await unitsOf(found);
    const key = keyOf(units, options.asOf);
    const before = await readManifest(output);
    if (before?.key === key) {
      refuseStrict(before.problems, options.strict ?? false);
      return { manifest: before, isReused: true };
    }
    await mkdir(output, { recursive: true });
    workspace = await openWorkspace(output, options.memoryLimit ?? "450MB", options.threads ?? 2);
    const manifest = await inWorkspace(workspace, found, units, key, { ...options, output });
    const { closeAndRemove } = workspace;
    workspace = undefined;
    await closeAndRemove();
    return { manifest, isReused: false };
  } catch (error) {
    throw troubleOf(error, options.signal);
  } finally {
    workspace?.close();
  }
}

/** Of two contents of one identifier: OMOP says nothing of time, and its references nothing of lines. */
const USED: Readonly<Record<Found["kind"], UsedContent>> = { csv: "firstLine", fhir: "lastUpdated", omop: "always" };

/** Each source file once, though several units may read it. */
function inputsOf(units: readonly Unit[]): Manifest["inputs"] {
  const inputs = new Map(units.flatMap((unit) => unit.inputs.map((input) => [input.name, input] as const)));
  return [...inputs.values()].map(({ name, bytes, fingerprint }) => ({ name, bytes, fingerprint }));
}

async function unitsOf(found: Found): Promise<readonly Unit[]> {
  if (found.kind === "omop") return omopUnits(found.files);
  return found.kind === "fhir" ? fhirUnits(found.files) : csvUnits(found.files, await loadMapping(found));
}

function keyOf(units: readonly Unit[], asOf: string): string {
  const inputs = units.map((unit) => [
    unit.id,
    unit.settings,
    unit.inputs.map((input) => [input.name, input.fingerprint]),
  ]);
  return sha256(JSON.stringify([CONVERTER_VERSION, asOf, inputs]));
}

async function inWorkspace(
  workspace: Workspace,
  found: Found,
  units: readonly Unit[],
  key: string,
  options: ConvertOptions,
): Promise<Manifest> {
  const { connection } = workspace;
  const { output, asOf, signal, onProgress } = options;
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    const staged = await runUnits(workspace, units, options);
    const files = stagedFiles(staged, found.kind === "omop");
    const steps = (done: number): void => onProgress?.({ phase: "sort", done, total: 5 });
    steps(0);
    await relate(connection, files);
    const isTable = found.kind === "csv";
    const related = await relationProblems(connection, files, staged, USED[found.kind]);
    const unseen = isTable ? await unseenCodes(connection, files, staged) : NO_PROBLEMS;
    const problems = joinReports([...staged.map(({ report }) => report), related, unseen]);
    refuseStrict(problems, options.strict ?? false);
    const people = await connection.runAndReadAll("SELECT count(*) FROM who");
    if (Number(people.getRowsJson()[0]?.[0] ?? 0) === 0) throw new ConversionError({ kind: "nobody", problems });
    steps(1);
    const writers = { person: writePersons, event: writeEvents, ancestor: writeAncestors } as const;
    let done = 1;
    for (const [table, write] of Object.entries(writers)) {
      await write(connection, files, partName(join(output, `${table}.parquet`)));
      signal?.throwIfAborted();
      done += 1;
      steps(done);
    }
    await writeCodes(connection, partName(join(output, tableFile("event"))), partName(join(output, tableFile("code"))));
    signal?.throwIfAborted();
    steps(5);
    // Between here and the new manifest the folder holds no conversion.
    await rm(join(output, MANIFEST_FILE), { force: true });
    const tables = {
      person: await finish(workspace, output, "person"),
      event: await finish(workspace, output, "event"),
      code: await finish(workspace, output, "code"),
      ancestor: await finish(workspace, output, "ancestor"),
    };
    const manifest: Manifest = {
      format: "materbone-finder-snapshot",
      converter: CONVERTER_VERSION,
      key,
      source: found.kind,
      asOf,
      inputs: inputsOf(units),
      tables,
      problems,
    };
    await writeWhole(join(output, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`);
    return manifest;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    for (const table of CONTRACT_TABLES) {
      await rm(partName(join(output, tableFile(table))), { force: true });
    }
  }
}

async function finish(
  { connection }: Workspace,
  output: string,
  table: ContractTable,
): Promise<Manifest["tables"][ContractTable]> {
  const path = join(output, tableFile(table));
  await publish(path);
  const answer = await connection.runAndReadAll(`SELECT count(*) FROM ${parquetScan([path], "")}`);
  const rows = Number(answer.getRowsJson()[0]?.[0] ?? 0);
  return { rows, bytes: (await stat(path)).size, sha256: await fileSha256(path) };
}

function stagedFiles(staged: readonly StagedUnit[], isNumbered: boolean): StagedFiles {
  const files = (table: Unit["writes"]): readonly string[] =>
    staged.filter(({ unit, file }) => unit.writes === table && file !== undefined).flatMap(({ file }) => file ?? []);
  return {
    person: files("person"),
    event: files("event"),
    ancestor: files("ancestor"),
    isNumbered,
  };
}

function refuseStrict(problems: ProblemReport, isStrict: boolean): void {
  if (!isStrict) return;
  const faults = Object.keys(problems.totals).filter((kind) => !HARMLESS.some((harmless) => harmless === kind));
  if (faults.length > 0) throw new ConversionError({ kind: "strict", problems });
}
