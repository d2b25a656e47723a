import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import type { FindJobs } from "../finder/find-jobs.ts";
import type { FinderAnswers } from "../finder/finder-answers.ts";
import { definitionOf, exchange, finderFolder, localPath, mappingFile } from "../finder/finder-data.ts";
import { createLiveFunnels } from "../finder/live-funnel.ts";
import { sayJob } from "../finder/say-job.ts";
import { termsOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { readSmall } from "./parts.ts";

const ofJob = { job: z.string().min(1).max(64) };

/** What a path holds, searches in files, and the funnel of a definition that is being edited. */
export function addFinderDataRoutes(api: Api, { dataFolder, program, now }: AppOptions, jobs: FindJobs): void {
  const funnels = createLiveFunnels(dataFolder);
  addOperation(
    api,
    {
      id: "detectFinderData",
      method: "post",
      path: "/api/finder/detect",
      group: "finder",
      says: {
        en: "What a folder, file or archive on this computer holds; nothing is converted yet",
        zh: "识别本机文件夹、文件或压缩包的内容，暂不转换",
      },
      params: {},
      body: "FinderSource",
      answer: "FinderDetection",
    },
    async ({ c }) => {
      const { path, mapping } = await readSmall(c, "FinderSource");
      return detection(c, localPath(path), await mappingFile(dataFolder, mapping), dataFolder);
    },
  );
  addOperation(
    api,
    {
      id: "startFinderJob",
      method: "post",
      path: "/api/finder/jobs",
      group: "finder",
      says: {
        en: "Search in files: convert them where that is not done yet, answer the definition, keep the run",
        zh: "在文件中检索：必要时先转换，再按定义筛选并保存本次运行",
      },
      params: {},
      body: "FinderStart",
      answer: "FinderJob",
      status: 201,
    },
    async ({ c }) => {
      const { path, definition: given, asOf, strict, mapping } = await readSmall(c, "FinderStart");
      const place = localPath(path);
      const definition = await definitionOf(c, dataFolder, given);
      const chosen = await mappingFile(dataFolder, mapping);
      const { ConversionError, dataNameOf, EngineError, finderFolders, findInFiles } = await exchange();
      const data = dataNameOf(place);
      const job = jobs.start(data, async (signal, onProgress) => {
        try {
          const found = await findInFiles({
            path: place,
            ...(chosen === undefined ? {} : { mapping: chosen }),
            definition,
            finderFolder: finderFolder(dataFolder),
            ...(asOf === undefined ? {} : { asOf }),
            ...(strict === undefined ? {} : { strict }),
            materbone: program.version,
            now,
            signal,
            onProgress,
          });
          return found.kind === "refused" ? found : { kind: "done", run: found.run, problems: found.problems };
        } catch (error) {
          if (signal.aborted) return { kind: "cancelled" };
          if (error instanceof ConversionError) return { kind: "failed", trouble: error.trouble };
          if (error instanceof EngineError) {
            const folder = finderFolders(finderFolder(dataFolder)).data(data);
            return { kind: "failed", trouble: { kind: "engine", folder, isOutOfMemory: error.isOutOfMemory } };
          }
          throw error;
        }
      });
      if (job === undefined) throw new Refusal("finder-busy", {});
      c.header("Location", `/api/finder/jobs/${job.id}`);
      return sayJob(job, termsOf(c));
    },
  );
  addOperation(
    api,
    {
      id: "listFinderJobs",
      method: "get",
      path: "/api/finder/jobs",
      group: "finder",
      says: { en: "Searches since the program started, the newest first", zh: "程序启动以来的检索任务，最新者在前" },
      params: {},
      answer: "FinderJobs",
    },
    async ({ c }) => ({ jobs: await Promise.all(jobs.list().map((job) => sayJob(job, termsOf(c)))) }),
  );
  addOperation(
    api,
    {
      id: "readFinderJob",
      method: "get",
      path: "/api/finder/jobs/{job}",
      group: "finder",
      says: { en: "How far a search has come", zh: "检索任务的进度" },
      params: ofJob,
      answer: "FinderJob",
    },
    async ({ c, params }) => {
      const job = jobs.read(params.job);
      if (job === undefined) throw new Refusal("not-found", { what: "job" });
      return sayJob(job, termsOf(c));
    },
  );
  addOperation(
    api,
    {
      id: "cancelFinderJob",
      method: "delete",
      path: "/api/finder/jobs/{job}",
      group: "finder",
      says: {
        en: "Stop a search; what it has converted is kept for the next",
        zh: "停止检索；已转换的部分保留供下次使用",
      },
      params: ofJob,
      answer: "nothing",
    },
    async ({ params }) => {
      if (!jobs.cancel(params.job)) throw new Refusal("not-found", { what: "job" });
      return undefined;
    },
  );
  addOperation(
    api,
    {
      id: "askFinderFunnel",
      method: "post",
      path: "/api/finder/funnel",
      group: "finder",
      says: {
        en: "The funnel of a definition over converted data, small counts hidden and the others rounded to `roundedTo`; a later question of the same asker stops the former",
        zh: "定义在已转换数据上的筛选漏斗，小计数隐藏，其余取整至 `roundedTo` 的倍数；同一请求方的新请求会中止前一个",
      },
      params: {},
      body: "FinderFunnelQuestion",
      answer: "FinderFunnel",
    },
    async ({ c }) => {
      const { asker, data, definition: given } = await readSmall(c, "FinderFunnelQuestion");
      const definition = await definitionOf(c, dataFolder, given);
      const funnel = await funnels.ask(asker, data, definition, c.req.raw.signal);
      const stage = funnel.stages.find(({ id }) => id === "candidates");
      if (stage === undefined) throw new TypeError("a funnel without its last step");
      return { candidates: stage.people, roundedTo: funnel.smallCell, funnel };
    },
  );
}

async function detection(
  c: AppContext,
  path: string,
  mapping: string | undefined,
  dataFolder: string,
): Promise<FinderAnswers["FinderDetection"]> {
  const { dataNameOf, dayOfFiles, detect, readData, sayFormat, sayIgnored, sayMissing, sayRefusal, sourceFile } =
    await exchange();
  const terms = termsOf(c);
  const asideOf = ({ ignored }: Awaited<ReturnType<typeof detect>>) =>
    ignored.map(({ name, why }) => ({ name, said: sayIgnored(why, terms) }));
  const detected = await detect(path, mapping === undefined ? undefined : await sourceFile(mapping));
  if (detected.kind === "refused") {
    return {
      kind: "refused",
      why: detected.why.kind,
      said: sayRefusal(detected.why, terms),
      ignored: asideOf(detected),
    };
  }
  const { found, counts, missing } = detected;
  const { converted } = await readData(finderFolder(dataFolder), dataNameOf(path));
  return {
    kind: "found",
    format: found.kind,
    said: sayFormat(found.kind, terms),
    files: found.files.length,
    bytes: found.files.reduce((sum, { bytes }) => sum + bytes, 0),
    counts,
    missing: missing.map((part) => sayMissing(part, terms)),
    ignored: asideOf(detected),
    asOf: await dayOfFiles(found),
    ...(converted === undefined ? {} : { converted }),
  };
}
