import type { Act } from "../act.ts";
import type { LiteratureDocument, Saved } from "../document.ts";
import type { Registry } from "../registry.ts";
import type { StoreWriter } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { appender, saved } from "./append.ts";
import { bodyAt, type Core } from "./core.ts";
import { findLiterature, idsOf, LITERATURE, refuseStale, stored } from "./locate.ts";
import { afterEntry } from "./replay.ts";

/** The literature of a registry: one document, in the same log as the others, of which no list shows anything. */
export function literatureKeeping(core: Core): Pick<Registry, "readLiterature" | "saveLiterature"> {
  const { store } = core;
  return {
    readLiterature: () =>
      store.read(async (reader) => {
        const row = await findLiterature(reader);
        if (row === undefined) return undefined;
        return stored<LiteratureDocument>(await bodyAt(reader, row.contentSequence), row, row);
      }),
    saveLiterature: (literature, fromRevision, act) =>
      store.write(async (writer) => {
        const before = await findLiterature(writer);
        refuseStale(before, LITERATURE, fromRevision);
        const kind = before === undefined ? "created" : "changed";
        return putLiterature(core, writer, before, JSON.stringify(literature), { kind, act });
      }),
  };
}

/**
 * Appends the literature as it is from now on; one that was given up is there again.
 *
 * @param before - `undefined` for the first of a registry
 * @param body - the literature as JSON
 */
export async function putLiterature(
  { salt }: Core,
  writer: StoreWriter,
  before: DocumentRow | undefined,
  body: string,
  { kind, act }: { readonly kind: "created" | "changed" | "undone"; readonly act: Act },
): Promise<Saved> {
  const append = await appender(writer, act, salt);
  const entry = await append({
    kind,
    document: before?.key ?? (await writer.lastKey()) + 1,
    parent: null,
    ...idsOf(LITERATURE),
    revision: (before?.revision ?? 0) + 1,
    body,
  });
  await writer.putDocument(afterEntry(before, entry, undefined));
  return saved(entry);
}
