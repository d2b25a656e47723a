import { AGENTS, readCase } from "@materbone/clinical";
import { CASE_ORDERS } from "@materbone/registry";
import * as z from "zod";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { readRecord } from "../read-body.ts";
import { caseRef, flag, ofCase, ofSeries, paged } from "./parts.ts";

/** Most records that one answer holds. */
const MOST_RECORDS = 500;

const caseQuery = {
  search: z.string().max(100).optional(),
  severity: z.enum(["info", "minor", "major"]).optional(),
  outcome: z.enum(["consistent", "notConsistent", "undecided"]).optional(),
  fractured: flag.optional(),
  agent: z.enum(AGENTS).optional(),
  tag: z.string().max(40).optional(),
  deleted: flag.optional(),
  order: z.enum(CASE_ORDERS).optional(),
  descending: flag.optional(),
  ...paged,
};

/** Women: list, read and save. */
export function addCaseRoutes(api: Api, { registry, now }: AppOptions): void {
  addOperation(
    api,
    {
      id: "listCases",
      method: "get",
      path: "/api/series/{series}/cases",
      group: "cases",
      says: { en: "A page of the women of a series, filtered and ordered", zh: "病例列表，可筛选与排序" },
      params: ofSeries,
      query: caseQuery,
      answer: "CasePage",
    },
    ({ params, query: { fractured, deleted, descending, ...query } }) =>
      registry.listCases(params.series, {
        ...query,
        isFractured: fractured,
        isDeleted: deleted,
        isDescending: descending,
      }),
  );
  addOperation(
    api,
    {
      id: "readCases",
      method: "get",
      path: "/api/series/{series}/records",
      group: "cases",
      says: {
        en: "Whole records of the women named, or of all in the order of the series",
        zh: "指定病例的完整记录；未指定时按系列次序返回全部",
      },
      params: ofSeries,
      query: { ids: z.string().optional() },
      answer: "StoredCases",
    },
    async ({ params, query }) => {
      const ids = query.ids?.split(",").filter((id) => id !== "");
      const count = ids?.length ?? (await registry.listCases(params.series, { limit: 1 })).total;
      if (count > MOST_RECORDS) throw new Refusal("too-many", { limit: MOST_RECORDS });
      return { records: await registry.readCases(params.series, ids) };
    },
  );
  addOperation(
    api,
    {
      id: "createCase",
      method: "post",
      path: "/api/series/{series}/cases",
      group: "cases",
      says: { en: "Add a woman to a series", zh: "在系列中新增病例" },
      params: ofSeries,
      body: "CaseRecord",
      answer: "SavedDocument",
      takesReason: true,
      status: 201,
    },
    async ({ c, params }) => {
      const record = await readRecord(c, readCase);
      const saved = await registry.createCase(params.series, record, await actOf(c, registry, now));
      c.header("Location", `/api/series/${encodeURIComponent(params.series)}/cases/${record.id}`);
      return { id: record.id, ...saved };
    },
  );
  addOperation(
    api,
    {
      id: "readCase",
      method: "get",
      path: "/api/series/{series}/cases/{case}",
      group: "cases",
      says: { en: "One woman's record", zh: "一例病例的记录" },
      params: ofCase,
      answer: "StoredCase",
    },
    ({ params }) => registry.readCase(caseRef(params)),
  );
  addOperation(
    api,
    {
      id: "saveCase",
      method: "put",
      path: "/api/series/{series}/cases/{case}",
      group: "cases",
      says: { en: "Save a woman's record; another id renames her", zh: "保存病例记录；编号改变即为改名" },
      params: ofCase,
      body: "CaseRecord",
      answer: "SavedDocument",
      takesReason: true,
      isConditional: true,
    },
    async ({ c, params, revision }) => {
      const record = await readRecord(c, readCase);
      const saved = await registry.saveCase(caseRef(params), record, revision, await actOf(c, registry, now));
      return { id: record.id, ...saved };
    },
  );
}
