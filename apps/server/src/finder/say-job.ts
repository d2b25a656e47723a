import { type Phrase, say, type Terms } from "@materbone/clinical";
import { OUT_OF_MEMORY } from "@materbone/finder";
import type { EngineTrouble, Job, JobState } from "./find-jobs.ts";
import { exchange } from "./finder-data.ts";

const sayEngine: Phrase<EngineTrouble> = {
  en: ({ folder }) =>
    `The converted data in ${folder} could not be asked. Search again; if it fails again, delete them under "What lies on this computer".`,
  zh: ({ folder }) => `无法查询 ${folder} 中已转换的数据。请重新检索；若仍失败，请在“保存在本机的内容”中将其删除。`,
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
      if (trouble.kind !== "engine") {
        return { kind: "failed", id, why: trouble.kind, said: sayConversionTrouble(trouble, terms) };
      }
      const said = trouble.isOutOfMemory ? terms.text(OUT_OF_MEMORY) : say(sayEngine, trouble, terms);
      return { kind: "failed", id, why: trouble.kind, said };
    }
  }
}
