import { createHash } from "node:crypto";
import type { LogContent, LogEntry } from "./store/log-entry.ts";

/** What stands before the first entry. */
export const FIRST_LINK = "";

/**
 * Link of the chain: SHA-256 over the previous link and everything of the entry that is never erased, as one JSON list in
 * this order. A list has one spelling, so no canonical form is needed.
 */
export function linkHash(previous: string, entry: Omit<LogEntry, "hash">): string {
  return sha256(
    JSON.stringify([
      previous,
      entry.sequence,
      entry.document,
      entry.parent,
      entry.kind,
      entry.series,
      entry.case,
      entry.revision,
      entry.at,
      entry.by,
      entry.whyDigest,
      entry.contentDigest,
    ]),
  );
}

/** Digests of what a purge may erase; with the salt erased too, nobody can guess the text back from them. */
export function contentDigests({ salt, why, body }: LogContent): Pick<LogEntry, "whyDigest" | "contentDigest"> {
  return {
    whyDigest: why === null ? null : salted("why", salt, why),
    contentDigest: body === null ? null : salted("content", salt, body),
  };
}

/** The salt is hex of one length, so that what stands before the text has one reading. */
function salted(what: string, salt: string, text: string): string {
  return createHash("sha256").update(`${what}\n${salt}\n`, "utf8").update(text, "utf8").digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
