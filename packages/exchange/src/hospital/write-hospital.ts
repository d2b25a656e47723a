import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import {
  csvMapping,
  type HospitalChunk,
  type HospitalOptions,
  renderCsv,
  renderFhir,
  renderOmop,
} from "@materbone/finder";
import { stringify } from "yaml";
import type { Progress } from "../engine.ts";
import { appendFiles } from "./append-files.ts";
import { encodeGb18030 } from "./gb18030.ts";

export const HOSPITAL_FORMATS = ["fhir", "omop", "csv"] as const;
export type HospitalFormat = (typeof HOSPITAL_FORMATS)[number];

export type WriteHospitalOptions = HospitalOptions & {
  readonly format: HospitalFormat;
  /** Of the CSV format only; FHIR and OMOP are UTF-8. */
  readonly encoding?: "utf-8" | "gb18030";
  /** Persons finished of all, after every piece. */
  readonly onProgress?: Progress;
  readonly signal?: AbortSignal;
};

/** What was written: names of files within the folder, and bytes of all. */
export type WrittenHospital = { readonly files: readonly string[]; readonly bytes: number };

/** The hospital could not be written. */
export class HospitalError extends Error {
  override readonly name = "HospitalError";
  /** `exists`: something stands where the folder shall be; `disk`: the file system refused, see `cause`. */
  readonly kind: "exists" | "disk";
  readonly folder: string;

  constructor(kind: HospitalError["kind"], folder: string, cause?: unknown) {
    super(kind === "exists" ? `${folder} is there already` : `${folder} could not be written`, { cause });
    this.kind = kind;
    this.folder = folder;
  }
}

/** Mapping of the plain CSV files, among them. */
const MAPPING_FILE = "data/mapping.yaml";

const RENDERERS: Readonly<Record<HospitalFormat, (options: HospitalOptions) => Iterable<HospitalChunk>>> = {
  fhir: renderFhir,
  omop: renderOmop,
  csv: renderCsv,
};

/**
 * Writes a synthetic hospital into a new folder: the files of the format in `data`, beside them `answer-key.jsonl` and
 * `hospital.json`, which says how it was made; plain CSV has its mapping among the data, `data/mapping.yaml`. The folder appears whole or not at all: it is written beside its place under
 * another name, and renamed at the end.
 *
 * @throws HospitalError when something stands at `folder`, or the file system refuses
 * @throws RangeError for a seed or a size that no hospital has
 * @throws the reason of `signal` when that is aborted; nothing is left behind
 */
export async function writeHospital(folder: string, options: WriteHospitalOptions): Promise<WrittenHospital> {
  const { seed, persons, format, encoding = "utf-8", onProgress, signal } = options;
  const place = resolve(folder);
  signal?.throwIfAborted();
  let unfinished: string | undefined;
  try {
    if (await isThere(place)) throw new HospitalError("exists", folder);
    await mkdir(dirname(place), { recursive: true });
    unfinished = await mkdtemp(join(dirname(place), `.${basename(place)}-unfinished-`));
    // A folder within it, because only the maker may enter what mkdtemp makes.
    const hospital = join(unfinished, "hospital");
    await mkdir(hospital);
    const encode = encoder(format, encoding);
    const written = await writeChunks(hospital, RENDERERS[format]({ seed, persons }), encode, (done) => {
      onProgress?.(done, persons);
      signal?.throwIfAborted();
    });
    if (format === "csv")
      await writeFile(
        join(hospital, MAPPING_FILE),
        stringify(csvMapping(encoding), { lineWidth: 0, aliasDuplicateObjects: false }),
      );
    const made = {
      schema: "materbone/synthetic-hospital/1",
      seed,
      persons,
      format,
      encoding: format === "csv" ? encoding : "utf-8",
    };
    await writeFile(join(hospital, "hospital.json"), `${JSON.stringify(made, null, 2)}\n`);
    // Renaming onto an empty folder would succeed: whoever made one meanwhile keeps it.
    if (await isThere(place)) throw new HospitalError("exists", folder);
    await rename(hospital, place);
    return written;
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) throw new HospitalError("disk", folder, error);
    throw error;
  } finally {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
  }
}

async function writeChunks(
  folder: string,
  chunks: Iterable<HospitalChunk>,
  encode: (file: string, text: string) => Uint8Array,
  afterPiece: (persons: number) => void,
): Promise<WrittenHospital> {
  const files = appendFiles(folder);
  const names = new Set<string>();
  let bytes = 0;
  try {
    for (const { file, text, persons } of chunks) {
      const encoded = encode(file, text);
      await files.append(file, encoded);
      names.add(file);
      bytes += encoded.length;
      afterPiece(persons);
    }
    await files.finish();
  } catch (error) {
    await files.abandon();
    throw error;
  }
  return { files: [...names].sort(), bytes };
}

function encoder(format: HospitalFormat, encoding: "utf-8" | "gb18030"): (file: string, text: string) => Uint8Array {
  const utf8 = new TextEncoder();
  return (file, text) =>
    format === "csv" && encoding === "gb18030" && file.endsWith(".csv") ? encodeGb18030(text) : utf8.encode(text);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
