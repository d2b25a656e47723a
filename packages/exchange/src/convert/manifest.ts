import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ContractTable } from "@materbone/finder";
import { z } from "zod";
import type { ProblemReport } from "./problem.ts";

/** Changes when a new version would write other rows from the same source; then all is converted anew. */
export const CONVERTER_VERSION = 7;

/** Tables that a conversion writes, each to a file of its name. */
export const CONTRACT_TABLES = ["person", "event", "code", "ancestor"] as const satisfies readonly ContractTable[];

export const MANIFEST_FILE = "manifest.json";

/** File of a table in the folder of a conversion. */
export function tableFile(table: ContractTable): string {
  return `${table}.parquet`;
}

const fileSchema = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });
const problemsSchema = z.custom<ProblemReport>((value) => typeof value === "object" && value !== null);

const manifestSchema = z.object({
  format: z.literal("materbone-finder-snapshot"),
  converter: z.number(),
  /** SHA-256 over the inputs' fingerprints and the settings: the same key gives the same files. */
  key: z.string(),
  source: z.enum(["omop", "fhir", "csv"]),
  asOf: z.string(),
  inputs: z.array(z.object({ name: z.string(), bytes: z.number(), fingerprint: z.string() })),
  tables: z.object({ person: fileSchema, event: fileSchema, code: fileSchema, ancestor: fileSchema }),
  problems: problemsSchema,
});

/**
 * What a conversion made and from what. It is written last: without it the tables beside it are not a conversion.
 * Holds no time, so that the same source gives the same bytes.
 */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** The manifest of a finished conversion in `folder`; undefined when there is none, or its files are not there whole. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST_FILE), "utf8")));
    for (const table of CONTRACT_TABLES) {
      const { size } = await stat(join(folder, tableFile(table)));
      if (size !== manifest.tables[table].bytes) return undefined;
    }
    return manifest;
  } catch {
    return undefined;
  }
}

/** Changes whenever a conversion into the folder ends, be its key the same; undefined while the folder holds none. */
export async function manifestMark(folder: string): Promise<string | undefined> {
  try {
    const { ino, mtimeNs, size } = await stat(join(folder, MANIFEST_FILE), { bigint: true });
    return `${ino} ${mtimeNs} ${size}`;
  } catch {
    return undefined;
  }
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export async function fileSha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
