import type { DocumentRef } from "../document.ts";
import type { Draft } from "../draft.ts";
import type { Registry, Settings } from "../registry.ts";
import { plain } from "../store/folded.ts";
import type { DraftRow } from "../store/store-row.ts";
import type { Core } from "./core.ts";
import { caseRef, idsOf, isLiterature, LITERATURE, refusePurged, seriesRef } from "./locate.ts";

type Keeping = Pick<Registry, "saveDraft" | "drafts" | "discardDraft" | "readSettings" | "saveSettings">;

const SETTINGS = "settings";

/** Of an installation that nobody has set up. */
const UNSET: Settings = { author: "" };

/** Drafts and settings: kept, but no part of the log. */
export function keeping({ store }: Core): Keeping {
  return {
    saveDraft: (draft) =>
      store.write(async (writer) => {
        // Work from revision 0 began with none, so nothing that was purged is in it.
        const isBegun = draft.document.kind === "literature" && draft.baseRevision === 0;
        if (!isBegun) await refusePurged(writer, draft.document);
        await writer.putDraft(draftRow(draft));
      }),
    drafts: (ref) =>
      store.read(async (reader) => {
        const rows = await reader.drafts(ref === undefined ? undefined : placeOf(ref));
        return [...rows].sort(newestFirst).map(draftOf);
      }),
    discardDraft: (ref, window) =>
      store.write((writer) => writer.dropDrafts({ ...placeOf(ref), window: plain(window) })),
    readSettings: () =>
      store.read(async (reader) => {
        const body = await reader.setting(SETTINGS);
        return body === undefined ? UNSET : { ...UNSET, ...(JSON.parse(body) as Partial<Settings>) };
      }),
    saveSettings: (settings) => store.write((writer) => writer.putSetting(SETTINGS, JSON.stringify(settings))),
  };
}

function placeOf(ref: DocumentRef): Pick<DraftRow, "series" | "case"> {
  const { series, case: woman } = idsOf(ref);
  return { series: plain(series), case: woman === null ? null : plain(woman) };
}

function draftRow(draft: Draft): DraftRow {
  return {
    ...placeOf(draft.document),
    window: plain(draft.window),
    baseRevision: draft.baseRevision,
    body: JSON.stringify(draft.body) ?? "null",
    at: plain(draft.at),
    by: plain(draft.by),
  };
}

function draftOf(row: DraftRow): Draft {
  return {
    document: documentOf(row),
    window: row.window,
    baseRevision: row.baseRevision,
    body: JSON.parse(row.body) as unknown,
    at: row.at,
    by: row.by,
  };
}

function documentOf({ series, case: woman }: DraftRow): DocumentRef {
  if (woman !== null) return caseRef(series, woman);
  return isLiterature({ parent: null, id: series }) ? LITERATURE : seriesRef(series);
}

function newestFirst(a: DraftRow, b: DraftRow): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

function nameOf({ series, case: woman, window }: DraftRow): string {
  return JSON.stringify([series, woman, window]);
}
