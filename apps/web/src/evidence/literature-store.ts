import { type Literature, readLiterature } from "@materbone/evidence";
import type { StoredLiterature } from "../api/queries.ts";
import { LITERATURE_PATH } from "../api/request.ts";
import type { KeptDraft } from "../editor/drafts.ts";
import { createDocumentStore, type EditorStore, type StoreOptions } from "../editor/editor-store.ts";

/** The work on the literature, kept as a draft and saved as the head of a series is. */
export function createLiteratureStore(options: {
  readonly stored: StoredLiterature;
  readonly drafts: readonly KeptDraft[];
  readonly onSaved: StoreOptions<Literature>["onSaved"];
}): EditorStore<Literature> {
  const { stored, drafts, onSaved } = options;
  return createDocumentStore(
    { stored: withSave(stored), drafts, onSaved },
    { read: readLiterature, pathOf: () => LITERATURE_PATH },
  );
}

/** What was never saved has no time; the line that says how the work stands knows that. */
export function withSave({
  value,
  revision,
  isShipped,
  ...saved
}: StoredLiterature): StoreOptions<Literature>["stored"] {
  const { savedAt = "", savedBy = "" } = isShipped ? {} : saved;
  return { value, revision, savedAt, savedBy };
}
