import { headOfWomen } from "@materbone/clinical";
import type { Act } from "../act.ts";
import type { DocumentRef } from "../document.ts";
import type { CaseRef, Registry } from "../registry.ts";
import { DocumentStateError, StoreError } from "../registry-error.ts";
import type { RevisionKind } from "../revision.ts";
import type { LogEntry } from "../store/log-entry.ts";
import type { StoreWriter } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { appender, reasonOf, saved } from "./append.ts";
import { bodyAt, type Core, recordAt } from "./core.ts";
import { putCaseRow } from "./counts.ts";
import { idsOf, type Located, locate, locateToChange, refuseDeleted, refuseUndeleted, seriesRef } from "./locate.ts";
import { checkCase } from "./references.ts";
import { afterEntry } from "./replay.ts";
import { changeHead } from "./save.ts";

type Removing = Pick<Registry, "remove" | "restore" | "purge">;

export function removing(core: Core): Removing {
  const { store, head: headOf } = core;
  return {
    remove: (ref, fromRevision, act) =>
      store.write(async (writer) => {
        requireReason(act);
        const located = await locateToChange(writer, ref, fromRevision);
        const { entry, after } = await appendState(core, writer, located, "deleted", act);
        await refreshRow(core, writer, located, after);
        return saved(entry);
      }),
    restore: (ref, act) =>
      store.write(async (writer) => {
        const located = await locate(writer, ref);
        refuseUndeleted(located, ref);
        if (ref.kind === "case") {
          if (located.series.deletedAt !== null) throw new DocumentStateError(seriesRef(ref.series), true);
          const record = await recordAt(writer, located.document.contentSequence);
          checkCase(record, await headOf(writer, located.series));
        }
        const { entry, after } = await appendState(core, writer, located, "restored", act);
        await refreshRow(core, writer, located, after);
        return saved(entry);
      }),
    purge: async (ref, act) => {
      requireReason(act);
      await store.read(async (reader) => refuseUndeleted(await locate(reader, ref), ref));
      // Asked before anything is erased: what cannot be overwritten is better refused than half gone.
      await store.canCompact();
      await store.write(async (writer) => {
        const located = await locate(writer, ref);
        refuseUndeleted(located, ref);
        if (ref.kind === "case") await takeOutOfHead(core, writer, located, ref, act);
        await appendState(core, writer, located, "purged", act);
        await writer.erase(located.document.key);
        await writer.dropDrafts(draftsOf(ref));
        await dropDraftsOfFormerIds(writer, located.document);
      });
      await overwrite(store);
    },
  };
}

/**
 * Claims and reviews that name a woman go with her: they would point at nobody, or at the next woman of her id. Earlier
 * revisions of the head keep them.
 *
 * @throws DocumentStateError when the series is deleted, since a head that is deleted cannot change
 */
async function takeOutOfHead(
  core: Core,
  writer: StoreWriter,
  { series }: Located,
  { case: id }: CaseRef,
  act: Act,
): Promise<void> {
  const before = await core.head(writer, series);
  const head = headOfWomen(before, (other) => other !== id);
  if (head === before) return;
  const ref = seriesRef(series.id);
  const located = { series, document: series };
  refuseDeleted(located, ref);
  await changeHead(core, writer, located, head, { ref, kind: "changed", act });
}

/** The erasure stands by now, so a trouble here is no reason to try again: there is nothing left to purge. */
async function overwrite(store: Core["store"]): Promise<void> {
  try {
    await store.compact();
  } catch (error) {
    throw error instanceof StoreError ? new StoreError("notOverwritten", error.path, { cause: error }) : error;
  }
}

async function appendState(
  { salt }: Core,
  writer: StoreWriter,
  { series, document }: Located,
  kind: Extract<RevisionKind, "deleted" | "restored" | "purged">,
  act: Act,
): Promise<{ readonly entry: LogEntry; readonly after: DocumentRow }> {
  const append = await appender(writer, act, salt);
  const entry = await append({
    kind,
    document: document.key,
    parent: document.parent,
    series: series.id,
    case: document.parent === null ? null : document.id,
    revision: document.revision + 1,
    body: null,
  });
  const after = afterEntry(document, entry, { why: reasonOf(act) });
  await writer.putDocument(after);
  return { entry, after };
}

/** The row of a woman says whether she is deleted; other documents have their state in the document alone. */
async function refreshRow({ head }: Core, writer: StoreWriter, { series }: Located, after: DocumentRow): Promise<void> {
  if (after.parent === null) return;
  const body = await bodyAt(writer, after.contentSequence);
  await putCaseRow(writer, { document: after, body }, series, await head(writer, series));
}

/** A window that missed a renaming goes on writing under the old id, which may be another document's by now. */
async function dropDraftsOfFormerIds(writer: StoreWriter, { key, revision }: DocumentRow): Promise<void> {
  // Every revision is one entry, and the purge another.
  for (const { series, case: woman } of await writer.entriesOf(key, 0, revision + 1)) {
    const owner = await writer.findSeries(series);
    const isFree = owner === undefined || (woman !== null && (await writer.findCase(owner.key, woman)) === undefined);
    if (isFree) await writer.dropDrafts(woman === null ? { series } : { series, case: woman });
  }
}

function requireReason(act: Act & { readonly why: string }): void {
  if (act.why.trim() === "") throw new RangeError("a reason is required");
}

function draftsOf(ref: DocumentRef): { readonly series: string; readonly case?: string } {
  const { series, case: woman } = idsOf(ref);
  return woman === null ? { series } : { series, case: woman };
}
