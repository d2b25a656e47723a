import type { MappingMistake } from "@materbone/finder";
import type { ProblemReport } from "./problem.ts";

/** Why a conversion could not end. The finished units are kept: the same call again goes on with them. */
export type ConversionTrouble =
  | { readonly kind: "diskFull" }
  | { readonly kind: "outOfMemory" }
  /** Another conversion writes into the same folder. */
  | { readonly kind: "busy" }
  | { readonly kind: "cancelled" }
  /** Asked to be strict, and something could not be used. */
  | { readonly kind: "strict"; readonly problems: ProblemReport }
  /** No person could be read. */
  | { readonly kind: "nobody"; readonly problems: ProblemReport }
  /** A source file went away or changed while it was read. */
  | { readonly kind: "sourceChanged"; readonly file: string }
  /** The operating system does not give a source file: no permission, a lost drive. `code` is its own, such as `EACCES`. */
  | { readonly kind: "sourceUnreadable"; readonly file: string; readonly code: string }
  /** The folder holds another conversion than the one that was asked, or none any more. */
  | { readonly kind: "replaced" }
  /** The mapping file is wrong: place, value and mend of each mistake. */
  | { readonly kind: "mapping"; readonly mistakes: readonly MappingMistake[] }
  | { readonly kind: "mappingTooLarge"; readonly mebibytes: number }
  | { readonly kind: "notYaml"; readonly line: number }
  /** The folder cannot be written, the engine failed: `message` has no data of persons. */
  | { readonly kind: "other" };

/** A conversion that did not end. `message` is for logs; `sayConversionTrouble` for people. */
export class ConversionError extends Error {
  override readonly name = "ConversionError";
  readonly trouble: ConversionTrouble;

  constructor(trouble: ConversionTrouble, cause?: unknown) {
    super(`conversion stopped: ${trouble.kind}`, { cause });
    this.trouble = trouble;
  }
}

/** The trouble behind an error of the file system or of DuckDB. */
export function troubleOf(error: unknown, signal?: AbortSignal): ConversionError {
  if (error instanceof ConversionError) return error;
  if (signal?.aborted === true) return new ConversionError({ kind: "cancelled" }, error);
  const text = error instanceof Error ? `${"code" in error ? String(error.code) : ""} ${error.message}` : String(error);
  if (/ENOSPC|EDQUOT|No space left|disk (?:is )?full|max_temp_directory_size|not enough space/iu.test(text)) {
    return new ConversionError({ kind: "diskFull" }, error);
  }
  if (/Out of Memory|failed to allocate|could not allocate/iu.test(text)) {
    return new ConversionError({ kind: "outOfMemory" }, error);
  }
  if (/Could not set lock|already open/iu.test(text)) return new ConversionError({ kind: "busy" }, error);
  return new ConversionError({ kind: "other" }, error);
}
