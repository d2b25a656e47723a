import type { Text } from "@materbone/clinical";
import type { DocumentRef } from "@materbone/registry";
import type * as z from "zod";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import { termsOf } from "../language-of.ts";
import { LITERATURE, literatureAt } from "../literature.ts";
import { type Api, addOperation } from "../operation.ts";
import { bodyWords } from "../problems/body-words.ts";
import { Refusal } from "../problems/refusal.ts";
import type { Answers } from "../schemas/answer-types.ts";
import { caseRef, ofAnyRevision, ofCase, ofRevision, ofSeries, paged, pageOf, readSmall, seriesRef } from "./parts.ts";

type Kind<P extends z.ZodRawShape> = {
  /** Ends the name of each operation: `undoCase`. */
  readonly name: string;
  readonly path: string;
  readonly params: P;
  readonly ref: (params: z.output<z.ZodObject<P>>) => DocumentRef;
  readonly id: (params: z.output<z.ZodObject<P>>) => string;
  readonly word: Text;
  /** What deleting it means, where it means more than that. */
  readonly deletion?: Text;
};

/** What can be done with every kind of document: undo, delete, restore, purge, and its history. */
export function addDocumentRoutes(api: Api, options: AppOptions): void {
  const { registry } = options;
  const series: Kind<typeof ofSeries> = {
    name: "Series",
    path: "/api/series/{series}",
    params: ofSeries,
    ref: seriesRef,
    id: (params) => params.series,
    word: { en: "a series", zh: "系列" },
  };
  const woman: Kind<typeof ofCase> = {
    name: "Case",
    path: "/api/series/{series}/cases/{case}",
    params: ofCase,
    ref: caseRef,
    id: (params) => params.case,
    word: { en: "a woman's record", zh: "病例" },
  };
  const literature: Kind<Record<never, never>> = {
    name: "Literature",
    path: "/api/literature",
    params: {},
    ref: () => LITERATURE,
    id: () => LITERATURE.kind,
    word: { en: "the literature", zh: "文献库" },
    deletion: {
      en: "Give up the own literature, with a reason: the shipped one is shown again, and the log keeps the own",
      zh: "弃用自建文献库并注明原因：恢复显示程序自带的文献库，自建内容保留在修订日志中",
    },
  };
  addRoutesOf(api, options, series);
  addRevisionRoute(api, series, ofRevision, (ref, revision) => registry.readRevision(ref, revision));
  addRoutesOf(api, options, woman);
  addRevisionRoute(api, woman, ofRevision, (ref, revision) => registry.readRevision(ref, revision));
  addRoutesOf(api, options, literature);
  addRevisionRoute(api, literature, ofAnyRevision, (_ref, revision) => literatureAt(registry, revision));
}

function addRoutesOf<P extends z.ZodRawShape>(api: Api, { registry, now }: AppOptions, kind: Kind<P>): void {
  const { name, path, params, word } = kind;
  addOperation(
    api,
    {
      id: `delete${name}`,
      method: "delete",
      path,
      group: "history",
      says: kind.deletion ?? {
        en: `Delete ${word.en}, with a reason; it can be restored`,
        zh: `删除${word.zh}并注明原因；可恢复`,
      },
      params,
      body: "Removal",
      answer: "Saved",
      isConditional: true,
    },
    async (asked) => {
      const { why } = await readSmall(asked.c, "Removal");
      const act = await actOf(asked.c, registry, now, why);
      return registry.remove(kind.ref(asked.params), asked.revision, { ...act, why });
    },
  );
  addOperation(
    api,
    {
      id: `restore${name}`,
      method: "post",
      path: `${path}/restore`,
      group: "history",
      says: { en: `Restore ${word.en} that was deleted`, zh: `恢复已删除的${word.zh}` },
      params,
      answer: "Saved",
      takesReason: true,
    },
    async (asked) => registry.restore(kind.ref(asked.params), await actOf(asked.c, registry, now)),
  );
  addOperation(
    api,
    {
      id: `purge${name}`,
      method: "post",
      path: `${path}/purge`,
      group: "history",
      says: {
        en: `Erase every revision of ${word.en} that was deleted; this cannot be undone`,
        zh: `彻底清除已删除的${word.zh}的全部修订；不可恢复`,
      },
      params,
      body: "Purge",
      answer: "nothing",
    },
    async (asked) => {
      const ref = kind.ref(asked.params);
      const { why, confirm } = await readSmall(asked.c, "Purge");
      if (confirm !== kind.id(asked.params)) throw notConfirmed(asked.c);
      const act = await actOf(asked.c, registry, now, why);
      await registry.purge(ref, { ...act, why });
      return undefined;
    },
  );
  addOperation(
    api,
    {
      id: `undo${name}`,
      method: "post",
      path: `${path}/undo`,
      group: "history",
      says: {
        en: `Make an earlier revision of ${word.en} the current one, as a new revision`,
        zh: `将${word.zh}的早前修订恢复为当前内容（形成新修订）`,
      },
      params,
      body: "Undo",
      answer: "SavedDocument",
      isConditional: true,
    },
    async (asked) => {
      const { to, why } = await readSmall(asked.c, "Undo");
      return registry.undo(kind.ref(asked.params), to, asked.revision, await actOf(asked.c, registry, now, why));
    },
  );
  addOperation(
    api,
    {
      id: `readHistoryOf${name}`,
      method: "get",
      path: `${path}/history`,
      group: "history",
      says: { en: `Revisions of ${word.en}, newest first`, zh: `${word.zh}的修订历史，最新在前` },
      params,
      query: paged,
      answer: "RevisionPage",
    },
    (asked) => registry.history(kind.ref(asked.params), pageOf(asked.query)),
  );
}

/** @param read - `undefined` once purged */
function addRevisionRoute<P extends z.ZodRawShape>(
  api: Api,
  { name, path, params, ref, word }: Kind<P>,
  revisions: typeof ofRevision,
  read: (ref: DocumentRef, revision: number) => Promise<object | undefined>,
): void {
  addOperation(
    api,
    {
      id: `readRevisionOf${name}`,
      method: "get",
      path: `${path}/revisions/{revision}`,
      group: "history",
      says: { en: `Content of one revision of ${word.en}`, zh: `${word.zh}某一修订的内容` },
      params: { ...params, ...revisions },
      answer: "RevisionContent",
    },
    async (asked) => {
      const given = asked.params as z.output<z.ZodObject<P>> & { readonly revision: number };
      const value = await read(ref(given), given.revision);
      if (value === undefined) throw new Refusal("not-found", { what: "revision" });
      return { value: value as Answers["RevisionContent"]["value"] };
    },
  );
}

function notConfirmed(c: AppContext): Refusal {
  const detail = termsOf(c).text(bodyWords.otherId);
  return new Refusal("invalid-request", {}, { problems: [{ pointer: "/confirm", detail }] });
}
