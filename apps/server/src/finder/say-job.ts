import type { Terms, Text } from "@materbone/clinical";
import type { Job, JobState } from "./find-jobs.ts";
import { exchange } from "./finder-data.ts";

const ENGINE: Text = {
  en: "The converted data could not be asked. Search again; if it fails again, delete the folder of converted data.",
  zh: "无法查询已转换的数据。请重新检索；若仍失败，请删除已转换数据的文件夹。",
};

/** A job in one language. */
export async function sayJob(job: Job, terms: Terms): Promise<JobState> {
  const { sayConversionTrouble, sayProblemKinds, sayRefusal } = await exchange();
  const { id } = job;
  switch (job.kind) {
    case "running":
    case "cancelled":
      return job;
    case "done":
      return {
        kind: "done",
        id,
        run: job.run.id,
        data: job.run.dataName,
        candidates: job.run.candidates,
        problems: sayProblemKinds(job.problems, terms),
      };
    case "refused":
      return { kind: "refused", id, why: job.why.kind, said: sayRefusal(job.why, terms) };
    case "failed": {
      const { trouble } = job;
      const said = trouble.kind === "engine" ? terms.text(ENGINE) : sayConversionTrouble(trouble, terms);
      return { kind: "failed", id, why: trouble.kind, said };
    }
  }
}
