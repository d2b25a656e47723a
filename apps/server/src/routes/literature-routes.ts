import { readLiterature } from "@materbone/evidence";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import { literatureOf } from "../literature.ts";
import { type Api, addOperation } from "../operation.ts";
import { BODY_LIMIT, readRecord } from "../read-body.ts";
import { attach } from "./parts.ts";

/** The literature of the registry: read, saved as a whole and exported. What else is done to it is done as to other documents. */
export function addLiteratureRoutes(api: Api, { registry, now }: AppOptions): void {
  addOperation(
    api,
    {
      id: "readLiterature",
      method: "get",
      path: "/api/literature",
      group: "literature",
      says: {
        en: "The literature of this registry; the shipped one where none was saved or it was given up, which isShipped says",
        zh: "本登记库的文献库；尚未保存或已弃用时返回程序自带的文献库，由 isShipped 注明",
      },
      params: {},
      answer: "StoredLiterature",
    },
    () => literatureOf(registry),
  );
  addOperation(
    api,
    {
      id: "saveLiterature",
      method: "put",
      path: "/api/literature",
      group: "literature",
      says: {
        en: "Save the whole literature; from revision 0 when none was saved yet",
        zh: "保存整个文献库；尚未保存过时所依据的修订号为 0",
      },
      params: {},
      body: "Literature",
      answer: "Saved",
      takesReason: true,
      isConditional: true,
    },
    async ({ c, revision }) => {
      const literature = await readRecord(c, readLiterature, BODY_LIMIT.literature);
      return registry.saveLiterature(literature, revision, await actOf(c, registry, now));
    },
  );
  addOperation(
    api,
    {
      id: "exportLiterature",
      method: "get",
      path: "/api/literature/export",
      group: "literature",
      says: { en: "The literature as one JSON file", zh: "整个文献库的 JSON 文件" },
      params: {},
      answer: { media: ["application/json"] },
    },
    async ({ c }) => {
      const { value } = await literatureOf(registry);
      attach(c, "literature.json");
      c.header("Content-Type", "application/json; charset=utf-8");
      return c.body(`${JSON.stringify(value, null, 2)}\n`);
    },
  );
}
