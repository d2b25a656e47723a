import { DuckDBInstance } from "@duckdb/node-api";
import { shippedViews } from "@materbone/finder";
import { theFiles } from "../convert/sql-text.ts";
import { neededColumns, type OmopTable, omopTableOf } from "../sources/omop/omop-tables.ts";
import type { SourceFile } from "../sources/source-file.ts";
import type { Detection, FhirFile, Found, Ignored, Missing, OmopFile, Refusal, TableFile } from "./found.ts";
import { headOf, listFiles } from "./list-files.ts";
import { type Sniffed, sniff } from "./sniff.ts";

/**
 * Finds out what a folder, a file or a zip archive holds: FHIR resources, an OMOP CDM, or tables with a mapping.
 * Files are told by what is in them; the tables of OMOP by their names, in any case, and columns.
 *
 * @param mapping - a mapping file from elsewhere; those beside the tables are left aside then
 */
export async function detect(path: string, mapping?: SourceFile): Promise<Detection> {
  let listing: Awaited<ReturnType<typeof listFiles>>;
  try {
    listing = await listFiles(path);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: "refused", why: { kind: isMissing ? "notThere" : "notReadable" }, ignored: [] };
  }
  const ignored: Ignored[] = [...listing.ignored];
  const views = shippedViews();
  const readTypes = new Set([views.person, views.medication, ...views.events].map(({ resource }) => resource));
  const omop: OmopFile[] = [];
  const fhir: FhirFile[] = [];
  const tables: TableFile[] = [];
  const mappings: SourceFile[] = [];
  for (const file of listing.files) {
    const sniffed = await sniffFile(file);
    if (sniffed === undefined)
      ignored.push({ name: file.name, why: file.entry === undefined ? "noPermission" : "damaged" });
    else if (sniffed.kind === "resource") {
      const { format, resourceType } = sniffed;
      const isRead = format === "json" || resourceType === "Bundle" || readTypes.has(resourceType);
      if (isRead) fhir.push({ ...file, format, resourceType });
      else ignored.push({ name: file.name, why: "otherResource" });
    } else if (sniffed.kind === "yaml") {
      if (mapping === undefined) mappings.push(file);
      else ignored.push({ name: file.name, why: "otherMapping" });
    } else {
      const table = omopTableOf(file.name);
      const found = await tableFile(file, sniffed, table);
      if (found === undefined)
        ignored.push({ name: file.name, why: sniffed.kind === "parquet" ? "damaged" : "notData" });
      else if (table !== undefined && hasColumns(table, found.columns)) omop.push({ ...found, table });
      else if (found.format === "csv") tables.push({ ...found, format: "csv", delimiter: found.delimiter ?? "," });
      else ignored.push({ name: file.name, why: "notNeeded" });
    }
  }
  return decide({ omop, fhir, tables, mappings: mapping === undefined ? mappings : [mapping], ignored });
}

type Sorted = {
  readonly omop: readonly OmopFile[];
  readonly fhir: readonly FhirFile[];
  readonly tables: readonly TableFile[];
  readonly mappings: readonly SourceFile[];
  readonly ignored: readonly Ignored[];
};

function decide({ omop, fhir, tables, mappings, ignored }: Sorted): Detection {
  const refuse = (why: Refusal): Detection => ({ kind: "refused", why, ignored });
  const isOmop = omop.some(({ table }) => table !== "concept" && table !== "concept_ancestor");
  const isMapped = tables.length > 0 && mappings.length > 0 && !isOmop;
  const formats: Found["kind"][] = [
    ...(isOmop ? (["omop"] as const) : []),
    ...(fhir.length > 0 ? (["fhir"] as const) : []),
    ...(isMapped ? (["csv"] as const) : []),
  ];
  if (formats.length > 1) return refuse({ kind: "several", formats });
  if (isOmop) {
    const other = [...tables, ...mappings].map(({ name }) => ({ name, why: "notNeeded" }) as const);
    const all = [...ignored, ...other];
    if (!omop.some(({ table }) => table === "person")) {
      return { kind: "refused", why: { kind: "noPersons", format: "omop" }, ignored: all };
    }
    const counts = countBy(omop.map(({ table }) => table));
    return {
      kind: "found",
      found: { kind: "omop", files: omop },
      counts,
      missing: missingOf(OMOP_LOST, counts),
      ignored: all,
    };
  }
  if (fhir.length > 0) {
    const other = [...tables, ...mappings].map(({ name }) => ({ name, why: "notNeeded" }) as const);
    const counts = countBy(fhir.map(({ resourceType }) => resourceType));
    const all = [...ignored, ...other];
    if (counts.Bundle === undefined && counts.Patient === undefined) {
      return { kind: "refused", why: { kind: "noPersons", format: "fhir" }, ignored: all };
    }
    const missing = counts.Bundle === undefined ? missingOf(FHIR_LOST, counts) : [];
    return { kind: "found", found: { kind: "fhir", files: fhir }, counts, missing, ignored: all };
  }
  if (tables.length === 0) {
    const archives = ignored.filter(({ why }) => why === "tooLarge").map(({ name }) => name);
    return refuse(archives.length === 0 ? { kind: "nothing" } : { kind: "archiveTooLarge", archives });
  }
  const [mapping] = mappings;
  if (mapping === undefined) return refuse({ kind: "noMapping", tables: tables.map(({ name }) => name) });
  if (mappings.length > 1) return refuse({ kind: "severalMappings", mappings: mappings.map(({ name }) => name) });
  const counts = { table: tables.length };
  return { kind: "found", found: { kind: "csv", files: tables, mapping }, counts, missing: [], ignored };
}

const OMOP_LOST: readonly Missing[] = [
  { part: "condition_occurrence", lost: "diagnoses" },
  { part: "procedure_occurrence", lost: "procedures" },
  { part: "measurement", lost: "measurements" },
  { part: "drug_exposure", lost: "drugs" },
  { part: "observation", lost: "observations" },
  { part: "visit_occurrence", lost: "visits" },
  { part: "concept", lost: "otherCodes" },
  { part: "concept_ancestor", lost: "descendants" },
];

const FHIR_LOST: readonly Missing[] = [
  { part: "Condition", lost: "diagnoses" },
  { part: "Procedure", lost: "procedures" },
  { part: "Observation", lost: "measurements" },
  { part: "MedicationRequest", lost: "drugs" },
  { part: "Encounter", lost: "visits" },
];

function missingOf(parts: readonly Missing[], counts: Readonly<Record<string, number>>): readonly Missing[] {
  return parts.filter(({ part }) => counts[part] === undefined);
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Whether a file named like a table may be that table: it has at least one of its columns; conversion says what it lacks. */
function hasColumns(table: OmopTable, columns: readonly string[]): boolean {
  const names = new Set(columns.map((column) => column.toLowerCase()));
  return neededColumns(table).some((either) => either.some((column) => names.has(column)));
}

async function sniffFile(file: SourceFile): Promise<Sniffed | undefined> {
  try {
    return sniff(file.name, await headOf(file));
  } catch {
    return undefined;
  }
}

type TableLike = Omit<OmopFile, "table">;

async function tableFile(
  file: SourceFile,
  sniffed: Sniffed,
  table: OmopTable | undefined,
): Promise<TableLike | undefined> {
  if (sniffed.kind === "table") {
    return { ...file, format: "csv", columns: sniffed.columns, delimiter: sniffed.delimiter };
  }
  // A Parquet file has its columns at its end; inside an archive it would have to be unpacked first.
  if (sniffed.kind !== "parquet" || table === undefined || file.entry !== undefined) return undefined;
  return describeParquet(file).catch(() => undefined);
}

async function describeParquet(file: SourceFile): Promise<TableLike> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const answer = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${theFiles([file.path])})`);
    const rows = answer.getRowsJson();
    return {
      ...file,
      format: "parquet",
      columns: rows.map((row) => String(row[0])),
      types: rows.map((row) => String(row[1])),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
