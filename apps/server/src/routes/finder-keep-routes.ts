import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { FindJobs } from "../finder/find-jobs.ts";
import { deleteRun, exchange, finderFolder } from "../finder/finder-data.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { flag } from "./parts.ts";

/** What the finder keeps on the disk besides copies: converted data and runs, and how they are deleted. */
export function addFinderKeepRoutes(api: Api, { dataFolder }: AppOptions, jobs: FindJobs): void {
  addOperation(
    api,
    {
      id: "listFinderData",
      method: "get",
      path: "/api/finder/data",
      group: "finder",
      says: {
        en: "Converted data: where they come from, what they hold and what they take on the disk",
        zh: "已转换的数据：来源、内容与占用的磁盘空间",
      },
      params: {},
      answer: "FinderData",
    },
    async () => ({ data: await (await exchange()).listData(finderFolder(dataFolder)) }),
  );
  addOperation(
    api,
    {
      id: "deleteFinderData",
      method: "delete",
      path: "/api/finder/data/{data}",
      group: "finder",
      says: {
        en: "Delete converted data; the source and the runs stay, and a search converts anew",
        zh: "删除已转换的数据；源数据与运行记录保留，再次检索时重新转换",
      },
      params: { data: z.string().min(1).max(64) },
      answer: "nothing",
    },
    async ({ params }) => {
      if (jobs.isBusy()) throw new Refusal("finder-busy", {});
      const { removeData } = await exchange();
      if (!(await removeData(finderFolder(dataFolder), params.data))) {
        throw new Refusal("not-found", { what: "converted" });
      }
      return undefined;
    },
  );
  addOperation(
    api,
    {
      id: "deleteFinderRun",
      method: "delete",
      path: "/api/finder/runs/{run}",
      group: "finder",
      says: {
        en: "Delete a run with its timelines and its review; one with decisions only when that is confirmed",
        zh: "删除一次运行及其时间线与核查记录；已有判断的，须经确认",
      },
      params: { run: z.string().min(1).max(64) },
      query: { decisions: flag.optional() },
      answer: "nothing",
    },
    async ({ params, query }) => {
      await deleteRun(dataFolder, params.run, query.decisions === true);
      return undefined;
    },
  );
}
