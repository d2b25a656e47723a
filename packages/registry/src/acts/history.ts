import { type CaseRecord, changesBetween, type SeriesHead } from "@materbone/clinical";
import type { LiteratureDocument } from "../document.ts";
import type { Registry } from "../registry.ts";
import { DocumentNotFoundError } from "../registry-error.ts";
import type { Revision } from "../revision.ts";
import { wholeAtLeast } from "../store/case-selection.ts";
import type { LoggedEntry } from "../store/log-entry.ts";
import type { StoreReader } from "../store/store.ts";
import type { Core } from "./core.ts";
import { findEver, isLiterature, locateEver } from "./locate.ts";

/** Most entries that one page of the log holds. */
const LARGEST_PAGE = 500;

export function histories({ store }: Core): Pick<Registry, "history" | "readRevision"> {
  return {
    history: (ref, page) =>
      store.read(async (reader) => {
        const offset = wholeAtLeast(0, page.offset, "offset");
        const limit = Math.min(wholeAtLeast(0, page.limit, "limit"), LARGEST_PAGE);
        // A registry may well be without a literature: no history is an answer then.
        if (ref?.kind === "literature" && (await findEver(reader, ref)) === undefined)
          return { total: 0, revisions: [] };
        const key = ref === undefined ? undefined : (await locateEver(reader, ref)).key;
        const entries = await reader.entriesOf(key, offset, limit);
        const revisions: Revision[] = [];
        for (const entry of entries) revisions.push(await revisionOf(reader, entry));
        return { total: await reader.countEntries(key), revisions };
      }),
    readRevision: (ref, revision) =>
      store.read(async (reader) => {
        const { key } = await locateEver(reader, ref);
        if (!(await reader.hasRevision(key, revision))) throw new DocumentNotFoundError(ref);
        const body = (await reader.contentEntry(key, revision))?.content?.body;
        return body === undefined || body === null
          ? undefined
          : (JSON.parse(body) as SeriesHead | CaseRecord | LiteratureDocument);
      }),
  };
}

async function revisionOf(reader: StoreReader, entry: LoggedEntry): Promise<Revision> {
  const { content } = entry;
  return {
    sequence: entry.sequence,
    kind: entry.kind,
    ...documentOf(entry),
    revision: entry.revision,
    at: entry.at,
    by: entry.by,
    ...(content === undefined || content.why === null ? {} : { why: content.why }),
    changes: content?.body == null ? [] : changesBetween(await bodyBefore(reader, entry), JSON.parse(content.body)),
    isErased: content === undefined,
    hash: entry.hash,
  };
}

function documentOf({ parent, series, case: woman }: LoggedEntry): Pick<Revision, "document" | "series" | "case"> {
  if (isLiterature({ parent, id: series })) return { document: "literature" };
  return woman === null ? { document: "series", series } : { document: "case", series, case: woman };
}

/** What the document was before; nothing at all before its first revision, so that its creation shows field by field. */
async function bodyBefore(reader: StoreReader, entry: LoggedEntry): Promise<unknown> {
  if (entry.revision === 1) return {};
  const before = (await reader.contentEntry(entry.document, entry.revision - 1))?.content?.body;
  return before === undefined || before === null ? {} : JSON.parse(before);
}
