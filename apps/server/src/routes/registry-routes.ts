import { DocumentExistsError } from "@materbone/registry";
import * as z from "zod";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import { EXAMPLES, readExample } from "../examples.ts";
import { type Api, addOperation } from "../operation.ts";
import { backupAnswer, backupHeaders } from "./backup.ts";
import { paged, pageOf, readSmall } from "./parts.ts";

/** The registry as a whole: its state, the settings, the examples, the log, the proof and the backup. */
export function addRegistryRoutes(api: Api, options: AppOptions): void {
  const { registry, program, dataFolder, integrity, examplesFolder, now } = options;
  addOperation(
    api,
    {
      id: "readStatus",
      method: "get",
      path: "/api/status",
      group: "registry",
      says: { en: "Program, place of the data and state of the database", zh: "程序版本、数据位置与数据库状态" },
      params: {},
      answer: "Status",
    },
    async () => ({
      program: program.name,
      version: program.version,
      dataFolder,
      integrity,
      examples: EXAMPLES,
      stale: await registry.countStale(),
    }),
  );
  addOperation(
    api,
    {
      id: "readSettings",
      method: "get",
      path: "/api/settings",
      group: "registry",
      says: { en: "Settings of this installation", zh: "本机设置" },
      params: {},
      answer: "SettingsAnswer",
    },
    () => registry.readSettings(),
  );
  addOperation(
    api,
    {
      id: "saveSettings",
      method: "put",
      path: "/api/settings",
      group: "registry",
      says: { en: "Change the settings", zh: "修改设置" },
      params: {},
      body: "Settings",
      answer: "SettingsAnswer",
    },
    async ({ c }) => {
      await registry.saveSettings(await readSmall(c, "Settings"));
      return registry.readSettings();
    },
  );
  addOperation(
    api,
    {
      id: "openExample",
      method: "post",
      path: "/api/examples/{name}",
      group: "registry",
      says: {
        en: "Open an example that ships with the program; it is created when it is not there",
        zh: "打开程序自带的示例；尚无时创建",
      },
      params: { name: z.enum(EXAMPLES) },
      answer: "OpenedExample",
      takesReason: true,
    },
    async ({ c, params }) => {
      const series = await readExample(examplesFolder, params.name);
      try {
        await registry.createSeries(series, await actOf(c, registry, now));
        return { id: series.id, isNew: true };
      } catch (error) {
        if (error instanceof DocumentExistsError && !error.isDeleted) return { id: series.id, isNew: false };
        throw error;
      }
    },
  );
  addOperation(
    api,
    {
      id: "readLog",
      method: "get",
      path: "/api/log",
      group: "registry",
      says: { en: "Log of the whole registry, newest first", zh: "全库修订日志，最新在前" },
      params: {},
      query: paged,
      answer: "RevisionPage",
    },
    ({ query }) => registry.history(undefined, pageOf(query)),
  );
  addOperation(
    api,
    {
      id: "verify",
      method: "post",
      path: "/api/verify",
      group: "registry",
      says: { en: "Prove the chain of revisions and compare the lists with it", zh: "验证校验链，并与列表核对" },
      params: {},
      answer: "Verification",
    },
    ({ c }) => registry.verify({ signal: c.req.raw.signal }),
  );
  addOperation(
    api,
    {
      id: "backUp",
      method: "get",
      path: "/api/backup",
      group: "registry",
      says: { en: "A consistent copy of the database as a file", zh: "数据库的一致备份文件" },
      params: {},
      answer: { media: ["application/vnd.sqlite3"] },
    },
    async ({ c }) =>
      c.req.method === "HEAD"
        ? new Response(null, { headers: backupHeaders(now()) })
        : backupAnswer(registry, dataFolder, now()),
  );
}
