import type { ReadResult, Text } from "@materbone/clinical";
import type { AppContext } from "./environment.ts";
import { termsOf } from "./language-of.ts";
import { bodyWords } from "./problems/body-words.ts";
import { Refusal } from "./problems/refusal.ts";
import { placedDetails } from "./problems/refusal-of.ts";

const MEGABYTE = 1024 * 1024;

/** Most bytes of one body: a record or a small act; a draft, which holds a record twice and how it was typed; a whole series or literature; names and sizes of files. */
export const BODY_LIMIT = {
  record: MEGABYTE,
  draft: 4 * MEGABYTE,
  series: 64 * MEGABYTE,
  literature: 64 * MEGABYTE,
  fileList: 64 * MEGABYTE,
} as const;

/** The JSON of the body. @throws Refusal when it is too large, not UTF-8 or not JSON */
export async function readJson(c: AppContext, limit: number): Promise<unknown> {
  const text = decoded(await readBytes(c, limit), c);
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message repeats what was sent.
    throw unreadable(c, bodyWords.notJson);
  }
}

/** A record of the body, read by the functions that read it from a file. @throws Refusal with every problem and its place */
export async function readRecord<T>(
  c: AppContext,
  read: (document: unknown) => ReadResult<T>,
  limit: number = BODY_LIMIT.record,
): Promise<T> {
  const result = read(await readJson(c, limit));
  if (result.kind === "read") {
    c.set("sent", result.value);
    return result.value;
  }
  const problems = placedDetails(result.problems, termsOf(c));
  throw new Refusal("invalid-record", { count: problems.length }, { problems });
}

/** Counts as it reads, since a length may be left out or wrong; what is beyond the limit is never kept. */
async function readBytes(c: AppContext, limit: number): Promise<Uint8Array> {
  const tooLarge = (): Refusal => new Refusal("too-large", { megabytes: limit / MEGABYTE });
  if (Number(c.req.header("content-length") ?? 0) > limit) throw tooLarge();
  const reader = c.req.raw.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
}

function decoded(bytes: Uint8Array, c: AppContext): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(c, bodyWords.notUtf8);
  }
}

function unreadable(c: AppContext, why: Text): Refusal {
  return new Refusal("invalid-request", {}, { problems: [{ pointer: "", detail: termsOf(c).text(why) }] });
}
