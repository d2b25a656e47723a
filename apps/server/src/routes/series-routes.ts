import { readSeries, readSeriesHead } from "@materbone/clinical";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import { type Api, addOperation } from "../operation.ts";
import { BODY_LIMIT, readRecord } from "../read-body.ts";
import { flag, ofSeries } from "./parts.ts";

/** Series: list, create, read and save the head. */
export function addSeriesRoutes(api: Api, { registry, now }: AppOptions): void {
  addOperation(
    api,
    {
      id: "listSeries",
      method: "get",
      path: "/api/series",
      group: "series",
      says: { en: "Every series, or the deleted ones", zh: "全部系列，或已删除的系列" },
      params: {},
      query: { deleted: flag.optional() },
      answer: "SeriesList",
    },
    async ({ query }) => ({ series: await registry.listSeries({ isDeleted: query.deleted ?? false }) }),
  );
  addOperation(
    api,
    {
      id: "createSeries",
      method: "post",
      path: "/api/series",
      group: "series",
      says: { en: "Create a series with its women, all or nothing", zh: "新建系列及其病例，全部成功或全部不写入" },
      params: {},
      body: "Series",
      answer: "SavedDocument",
      takesReason: true,
      status: 201,
    },
    async ({ c }) => {
      const series = await readRecord(c, readSeries, BODY_LIMIT.series);
      const saved = await registry.createSeries(series, await actOf(c, registry, now));
      c.header("Location", `/api/series/${series.id}`);
      return { id: series.id, ...saved };
    },
  );
  addOperation(
    api,
    {
      id: "readSeries",
      method: "get",
      path: "/api/series/{series}",
      group: "series",
      says: { en: "The head of a series and how many women it has", zh: "系列基本信息与病例数" },
      params: ofSeries,
      answer: "StoredHead",
    },
    async ({ params }) => {
      const head = await registry.readHead(params.series);
      const { total } = await registry.listCases(params.series, { limit: 1 });
      return { ...head, cases: total };
    },
  );
  addOperation(
    api,
    {
      id: "saveSeries",
      method: "put",
      path: "/api/series/{series}",
      group: "series",
      says: { en: "Save the head of a series; another id renames it", zh: "保存系列基本信息；编号改变即为改名" },
      params: ofSeries,
      body: "SeriesHead",
      answer: "SavedDocument",
      takesReason: true,
      isConditional: true,
    },
    async ({ c, params, revision }) => {
      const head = await readRecord(c, readSeriesHead);
      const saved = await registry.saveHead(params.series, head, revision, await actOf(c, registry, now));
      return { id: head.id, ...saved };
    },
  );
  addOperation(
    api,
    {
      id: "listTags",
      method: "get",
      path: "/api/series/{series}/tags",
      group: "series",
      says: { en: "Tags in use with their counts", zh: "在用标签及其病例数" },
      params: ofSeries,
      answer: "Tags",
    },
    async ({ params }) => ({ tags: await registry.listTags(params.series) }),
  );
}
