import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Act } from "../act.ts";
import type { DocumentRef, Saved } from "../document.ts";
import type { Registry } from "../registry.ts";
import { DocumentNotFoundError } from "../registry-error.ts";
import type { StoreWriter } from "../store/store.ts";
import { appender, saved } from "./append.ts";
import { type Core, headAt } from "./core.ts";
import { putCaseRow, recount, recounted } from "./counts.ts";
import { putLiterature } from "./literature.ts";
import { caseRef, type Located, locateAtRevision, locateToChange, refuseTaken, seriesRef } from "./locate.ts";
import { checkCase, checkHead, checkUnnamed } from "./references.ts";
import { afterEntry } from "./replay.ts";

type Saving = Pick<Registry, "saveHead" | "saveCase" | "undo">;

/** New content of a document, by typing or by going back. */
type Change = { readonly ref: DocumentRef; readonly kind: "changed" | "undone"; readonly act: Act };

export function saving(core: Core): Saving {
  const { store } = core;
  return {
    saveHead: (series, head, fromRevision, act) =>
      store.write(async (writer) => {
        const ref = seriesRef(series);
        const located = await locateToChange(writer, ref, fromRevision);
        return changeHead(core, writer, located, head, { ref, kind: "changed", act });
      }),
    saveCase: (ref, record, fromRevision, act) =>
      store.write(async (writer) => {
        const located = await locateToChange(writer, ref, fromRevision);
        return changeCase(core, writer, located, record, { ref, kind: "changed", act });
      }),
    undo: (ref, toRevision, fromRevision, act) =>
      store.write(async (writer) => {
        const located =
          ref.kind === "literature"
            ? await locateAtRevision(writer, ref, fromRevision)
            : await locateToChange(writer, ref, fromRevision);
        const { key } = located.document;
        const target = (await writer.hasRevision(key, toRevision))
          ? await writer.contentEntry(key, toRevision)
          : undefined;
        const body = target?.content?.body;
        if (body === undefined || body === null) throw new DocumentNotFoundError(ref);
        if (ref.kind === "literature") {
          const undone = await putLiterature(core, writer, located.document, body, { kind: "undone", act });
          return { ...undone, id: ref.kind };
        }
        const change: Change = { ref, kind: "undone", act };
        if (ref.kind === "series") {
          const head = JSON.parse(body) as SeriesHead;
          return { ...(await changeHead(core, writer, located, head, change)), id: head.id };
        }
        const record = JSON.parse(body) as CaseRecord;
        return { ...(await changeCase(core, writer, located, record, change)), id: record.id };
      }),
  };
}

/** Writes a head that was located for a change, and recounts the women it judges otherwise. @throws BrokenReferenceError */
export async function changeHead(
  { salt }: Core,
  writer: StoreWriter,
  { document: before }: Located,
  head: SeriesHead,
  { kind, act }: Change,
): Promise<Saved> {
  if (head.id !== before.id) await refuseTaken(writer, seriesRef(head.id), undefined);
  const headBefore = await headAt(writer, before.contentSequence);
  await checkHead(writer, before, headBefore, head);
  const append = await appender(writer, act, salt);
  const body = JSON.stringify(head);
  const revision = before.revision + 1;
  const entry = await append({ kind, document: before.key, parent: null, series: head.id, case: null, revision, body });
  const after = afterEntry(before, entry, undefined);
  await writer.putDocument(after);
  if (head.id !== before.id) await writer.moveDrafts({ series: before.id }, { series: head.id });
  await recount(writer, after, head, recounted(headBefore, head));
  return saved(entry);
}

async function changeCase(
  { salt, head: headOf }: Core,
  writer: StoreWriter,
  { series, document: before }: Located,
  record: CaseRecord,
  { kind, act }: Change,
): Promise<Saved> {
  const head = await headOf(writer, series);
  if (record.id !== before.id) {
    await refuseTaken(writer, caseRef(series.id, record.id), series);
    checkUnnamed(before.id, head);
  }
  checkCase(record, head);
  const append = await appender(writer, act, salt);
  const body = JSON.stringify(record);
  const entry = await append({
    kind,
    document: before.key,
    parent: series.key,
    series: series.id,
    case: record.id,
    revision: before.revision + 1,
    body,
  });
  const after = afterEntry(before, entry, undefined);
  await writer.putDocument(after);
  if (record.id !== before.id) {
    await writer.moveDrafts({ series: series.id, case: before.id }, { series: series.id, case: record.id });
  }
  await putCaseRow(writer, { document: after, body }, series, head);
  return saved(entry);
}
