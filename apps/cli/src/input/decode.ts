import type { InputProblem } from "./input-error.ts";

/** Text of a file, or the encoding that stands in the way. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly problem: InputProblem };

/**
 * Decodes UTF-8; a leading byte order mark, which editors add, is dropped. UTF-16 and GB18030 are recognised and refused by
 * name: a wrong guess would turn Chinese text into other Chinese text.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) return { kind: "refused", problem: { kind: "empty", file } };
  if (isUtf16(bytes)) return { kind: "refused", problem: { kind: "encoding", file, encoding: "UTF-16" } };
  const text = strictly(bytes, "utf-8");
  if (text !== undefined) return { kind: "text", text };
  const encoding = strictly(bytes, "gb18030") === undefined ? "unknown" : "GB18030";
  return { kind: "refused", problem: { kind: "encoding", file, encoding } };
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON begins with an ASCII character, so a zero among the first two bytes is half of a UTF-16 unit.
  return hasMark || first === 0 || second === 0;
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
