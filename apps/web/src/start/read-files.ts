import type { ImportFile } from "./import-plan.ts";

/** Only these can be records; the bytes of other files are not looked at. */
const RECORDS = /\.(json|ndjson|jsonl)$/;

/** Reads the text of chosen files strictly as UTF-8; a file that is not has no text. */
export function readFiles(
  chosen: readonly { readonly path: string; readonly file: File }[],
): Promise<readonly ImportFile[]> {
  return Promise.all(
    chosen.map(async ({ path, file }) => {
      if (!RECORDS.test(path)) return { path, text: "" };
      try {
        return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
      } catch (error) {
        if (error instanceof TypeError) return { path, text: undefined };
        throw error;
      }
    }),
  );
}
