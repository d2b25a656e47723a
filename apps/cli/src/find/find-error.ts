import type { Terms } from "@materbone/clinical";
import { ConversionError, EngineError, sayConversionTrouble } from "@materbone/exchange";
import { OUT_OF_MEMORY } from "@materbone/finder";
import { InputError } from "../input/input-error.ts";

/** A failure of the world in the words of the session; becomes exit code 3. */
class FindError extends Error {
  override readonly name = "FindError";
}

/** What was given is refused, what the world did is told; anything else passes. */
export function asFindError(error: unknown, file: string, terms: Terms, signal: AbortSignal): unknown {
  if (signal.aborted && !(error instanceof ConversionError)) {
    return new FindError(sayConversionTrouble({ kind: "cancelled" }, terms));
  }
  if (error instanceof EngineError && error.isOutOfMemory)
    return new FindError(terms.text(OUT_OF_MEMORY), { cause: error });
  if (!(error instanceof ConversionError)) return error;
  const { trouble } = error;
  if (["strict", "nobody", "mapping", "mappingTooLarge", "notYaml"].includes(trouble.kind)) {
    return new InputError([{ kind: "findRefused", file, trouble }]);
  }
  return new FindError(sayConversionTrouble(trouble, terms), { cause: error });
}
