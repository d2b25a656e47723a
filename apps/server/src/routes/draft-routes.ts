import type { DocumentRef } from "@materbone/registry";
import type * as z from "zod";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import { LITERATURE } from "../literature.ts";
import { type Api, addOperation } from "../operation.ts";
import { caseRef, ofCase, ofSeries, ofWindow, readSmall, seriesRef } from "./parts.ts";

type Kind<P extends z.ZodRawShape> = {
  readonly name: string;
  readonly path: string;
  readonly params: P;
  readonly ref: (params: z.output<z.ZodObject<P>>) => DocumentRef;
};

/** Unsaved work of a browser window, kept so that a closed tab or a crash loses nothing. */
export function addDraftRoutes(api: Api, options: AppOptions): void {
  addOperation(
    api,
    {
      id: "listDrafts",
      method: "get",
      path: "/api/drafts",
      group: "drafts",
      says: { en: "Every draft, without its content", zh: "全部草稿（不含内容）" },
      params: {},
      answer: "DraftList",
    },
    async () => {
      const drafts = await options.registry.drafts();
      return { drafts: drafts.map(({ body: _body, ...draft }) => draft) };
    },
  );
  addRoutesOf(api, options, { name: "Series", path: "/api/series/{series}/drafts", params: ofSeries, ref: seriesRef });
  addRoutesOf(api, options, {
    name: "Case",
    path: "/api/series/{series}/cases/{case}/drafts",
    params: ofCase,
    ref: caseRef,
  });
  addRoutesOf(api, options, { name: "Literature", path: "/api/literature/drafts", params: {}, ref: () => LITERATURE });
}

function addRoutesOf<P extends z.ZodRawShape>(api: Api, { registry, now }: AppOptions, kind: Kind<P>): void {
  const { name, path, params } = kind;
  addOperation(
    api,
    {
      id: `readDraftsOf${name}`,
      method: "get",
      path,
      group: "drafts",
      says: { en: "Drafts of one document, newest first", zh: "一份文档的草稿，最新在前" },
      params,
      answer: "Drafts",
    },
    async (asked) => ({ drafts: await registry.drafts(kind.ref(asked.params)) }),
  );
  addOperation(
    api,
    {
      id: `saveDraftOf${name}`,
      method: "put",
      path: `${path}/{window}`,
      group: "drafts",
      says: { en: "Keep the unsaved work of one window", zh: "暂存一个窗口中尚未保存的内容" },
      params: { ...params, ...ofWindow },
      body: "DraftBody",
      answer: "nothing",
    },
    async (asked) => {
      const given = asked.params as z.output<z.ZodObject<P>> & { readonly window: string };
      const { baseRevision, body } = await readSmall(asked.c, "DraftBody");
      const { by, at } = await actOf(asked.c, registry, now);
      await registry.saveDraft({ document: kind.ref(given), window: given.window, baseRevision, body, at, by });
      return undefined;
    },
  );
  addOperation(
    api,
    {
      id: `discardDraftOf${name}`,
      method: "delete",
      path: `${path}/{window}`,
      group: "drafts",
      says: { en: "Discard the draft of one window", zh: "丢弃一个窗口的草稿" },
      params: { ...params, ...ofWindow },
      answer: "nothing",
    },
    async (asked) => {
      const given = asked.params as z.output<z.ZodObject<P>> & { readonly window: string };
      await registry.discardDraft(kind.ref(given), given.window);
      return undefined;
    },
  );
}
