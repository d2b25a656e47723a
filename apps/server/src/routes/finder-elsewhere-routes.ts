import type { SameWoman } from "@materbone/exchange";
import { type CandidateStatus, candidateStatuses, settledVerdict, verdictElsewhere } from "@materbone/finder";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { FinderAnswers } from "../finder/finder-answers.ts";
import { runOf } from "../finder/finder-data.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";

type Elsewhere = FinderAnswers["FinderElsewhere"];
type Told = NonNullable<Elsewhere["runs"][number]["told"]>;

/** The same woman in other runs over the same data: she must not be counted twice, nor be decided on with a look at another review. */
export function addFinderElsewhereRoutes(api: Api, { dataFolder }: AppOptions): void {
  addOperation(
    api,
    {
      id: "readFinderElsewhere",
      method: "get",
      path: "/api/finder/runs/{run}/women/{rank}/elsewhere",
      group: "finder",
      says: {
        en: "Other runs over the same data that list this woman; what was decided there, and the way to it, only once she is settled here",
        zh: "同一数据的其他检索中是否也列有该患者；仅在此处结案后才给出其结论与链接",
      },
      params: { run: z.string().min(1).max(64), rank: z.coerce.number().int().min(1) },
      answer: "FinderElsewhere",
    },
    async ({ params }): Promise<Elsewhere> => {
      const run = await runOf(dataFolder, params.run);
      const candidate = run.worklist.candidates.find(({ rank }) => rank === params.rank);
      if (candidate === undefined) throw new Refusal("not-found", { what: "candidate" });
      const [review, women] = await Promise.all([run.review(), run.elsewhere(params.rank)]);
      const here = candidateStatuses(review)[params.rank - 1] ?? { kind: "open" };
      const { low, high } = candidate.delivery.when;
      const runs = await Promise.all(
        women.map(async (woman) => {
          const { head, delivery } = woman;
          const told = await toldOf(here, woman);
          return {
            name: head.name,
            definition: head.definition,
            startedAt: head.startedAt,
            isSameDelivery: delivery.low === low && delivery.high === high,
            ...(told === undefined ? {} : { told }),
          };
        }),
      );
      return { isSettled: settledVerdict(here) !== undefined, runs };
    },
  );
}

async function toldOf(here: CandidateStatus, woman: SameWoman): Promise<Told | undefined> {
  if (settledVerdict(here) === undefined) return undefined;
  const { head, rank } = woman;
  // Of a review that cannot be read no decision is known; its own page tells that it is damaged.
  const [review, written] = await Promise.all([woman.review().catch(() => undefined), woman.written().catch(() => [])]);
  const there = review === undefined ? undefined : candidateStatuses(review)[rank - 1];
  const verdict = verdictElsewhere(here, there ?? { kind: "open" });
  if (verdict === undefined) return undefined;
  const own = verdict === "plo" ? written.filter(({ candidate }) => candidate === rank) : [];
  return { run: head.id, rank, verdict, written: own.map(({ series, id }) => ({ series, id })) };
}
