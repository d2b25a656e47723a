import type { StoredRun } from "@materbone/exchange";
import {
  type AddedEntry,
  blindStatus,
  type CandidateStatus,
  candidateStatuses,
  exportCase,
  leavingReview,
  ownReview,
  REVIEWER_NAME,
  REVIEWER_NAME_WORDS,
  type Review,
  type ReviewEntry,
  type ReviewProblem,
  type Row,
  readReview,
  reviewersOf,
  reviewSummary,
  roleOf,
  sayReviewProblem,
  seenState,
  settledVerdict,
  shownReviewers,
  shownSummary,
} from "@materbone/finder";
import * as z from "zod";
import { actOf } from "../act-of.ts";
import type { AppOptions } from "../app-options.ts";
import type { AppContext } from "../environment.ts";
import type { FinderAnswers } from "../finder/finder-answers.ts";
import { changeReview, exchange, finderFolder, runOf } from "../finder/finder-data.ts";
import { termsOf } from "../language-of.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { BODY_LIMIT, readJson } from "../read-body.ts";
import { attach, readSmall } from "./parts.ts";

const ofRun = { run: z.string().min(1).max(64) };
const ofWoman = { ...ofRun, rank: z.coerce.number().int().min(1) };
const byReviewer = { reviewer: z.string().trim().normalize("NFC").min(1).max(40) };

/** Runs, their worklists, and the review of one: decisions, adjudication, predictive value, confirmed women into a series. */
export function addFinderReviewRoutes(api: Api, { dataFolder, registry, now }: AppOptions): void {
  addOperation(
    api,
    {
      id: "listFinderRuns",
      method: "get",
      path: "/api/finder/runs",
      group: "finder",
      says: {
        en: "Runs of the finder, the newest first, and ids of those whose files are damaged",
        zh: "检索运行记录（最新者在前），以及文件已损坏的运行编号",
      },
      params: {},
      answer: "FinderRuns",
    },
    async () => {
      const { finderFolders, listDamagedRuns, listRuns } = await exchange();
      const folder = finderFolders(finderFolder(dataFolder)).runs;
      const [runs, damaged] = await Promise.all([listRuns(folder), listDamagedRuns(folder)]);
      return { runs, damaged };
    },
  );
  addOperation(
    api,
    {
      id: "readFinderWorklist",
      method: "get",
      path: "/api/finder/runs/{run}/worklist",
      group: "finder",
      says: { en: "The worklist of a run", zh: "一次运行的工作清单" },
      params: ofRun,
      answer: "FinderWorklist",
    },
    async ({ params }) => (await runOf(dataFolder, params.run)).worklist,
  );
  addOperation(
    api,
    {
      id: "readFinderWoman",
      method: "get",
      path: "/api/finder/runs/{run}/women/{rank}",
      group: "finder",
      says: {
        en: "One candidate: her timeline, every criterion answered, and her status as this reviewer may see it",
        zh: "一名候选者：时间线、各判定条件的结果，以及该核查者可见的核查状态",
      },
      params: ofWoman,
      query: byReviewer,
      answer: "FinderWoman",
    },
    async ({ params, query }) => {
      const run = await runOf(dataFolder, params.run);
      const [tables, explanation] = await Promise.all([run.tables(params.rank), run.explain(params.rank)]);
      if (tables === undefined || explanation === undefined) throw new Refusal("not-found", { what: "candidate" });
      const status = blindStatus(statusOf(await run.review(), params.rank), query.reviewer);
      return {
        rank: params.rank,
        deliveries: explanation.deliveries,
        events: [...tables.event].sort(byDay),
        status,
        state: seenState(status),
      };
    },
  );
  addOperation(
    api,
    {
      id: "readFinderReview",
      method: "get",
      path: "/api/finder/runs/{run}/review",
      group: "finder",
      says: {
        en: "The status of every candidate, as this reviewer may see it: nothing of the other's decision before both have decided",
        zh: "该核查者可见的全部候选者状态：双方均判断之前，不显示对方的判断",
      },
      params: ofRun,
      query: byReviewer,
      answer: "FinderReview",
    },
    async ({ params, query }) => {
      const review = await (await runOf(dataFolder, params.run)).review();
      return {
        role: roleOf(review, query.reviewer),
        reviewers: shownReviewers(review, query.reviewer),
        statuses: candidateStatuses(review).map((status) => blindStatus(status, query.reviewer)),
      };
    },
  );
  addOperation(
    api,
    {
      id: "decideFinderCandidate",
      method: "post",
      path: "/api/finder/runs/{run}/decisions",
      group: "finder",
      says: {
        en: "Decide on a candidate; a changed mind is a further decision, and names in `from` the state that it was made of",
        zh: "对一名候选者作出判断；改变意见时另加一条，并以 from 指明所依据的状态",
      },
      params: ofRun,
      body: "FinderDecision",
      answer: "FinderStatus",
      status: 201,
    },
    async ({ c, params }) => {
      const { note, from, ...said } = await readSmall(c, "FinderDecision");
      checkName(c, "/reviewer", said.reviewer);
      const entry: ReviewEntry = { kind: "decision", ...said, at: now().toISOString(), ...noteOf(note) };
      const review = taken(await changeReview(dataFolder, params.run, (run) => run.addEntry(entry, from)));
      return statusAnswer(review, said.candidate, said.reviewer);
    },
  );
  addOperation(
    api,
    {
      id: "adjudicateFinderCandidate",
      method: "post",
      path: "/api/finder/runs/{run}/adjudications",
      group: "finder",
      says: {
        en: "Settle a disagreement: by a third person, or by both reviewers together. `from` names the state that it was made of; needed to settle anew",
        zh: "对分歧作出仲裁：由第三人，或由两名核查者共同作出。from 为所依据的状态；重新仲裁时必填",
      },
      params: ofRun,
      body: "FinderAdjudication",
      answer: "FinderStatus",
      status: 201,
    },
    async ({ c, params }) => {
      const { note, from, ...said } = await readSmall(c, "FinderAdjudication");
      if (said.by.kind === "third") checkName(c, "/by/adjudicator", said.by.adjudicator);
      const entry: ReviewEntry = { kind: "adjudication", ...said, at: now().toISOString(), ...noteOf(note) };
      const review = taken(await changeReview(dataFolder, params.run, (run) => run.addEntry(entry, from)));
      // Both have decided: nothing is hidden from anybody any more.
      return statusAnswer(review, said.candidate, "");
    },
  );
  addOperation(
    api,
    {
      id: "readFinderSummary",
      method: "get",
      path: "/api/finder/runs/{run}/summary",
      group: "finder",
      says: {
        en: "Agreement and positive predictive value: in full for use inside, and as far as they may leave",
        zh: "一致性与阳性预测值：院内完整版，及可对外提供的版本",
      },
      params: ofRun,
      answer: "FinderSummary",
    },
    async ({ params }) => {
      const run = await runOf(dataFolder, params.run);
      const inside = reviewSummary(await run.review(), run.worklist.candidates);
      return { inside, leaving: shownSummary(inside, run.worklist.funnel) };
    },
  );
  addOperation(
    api,
    {
      id: "exportFinderReview",
      method: "get",
      path: "/api/finder/runs/{run}/review/export",
      group: "finder",
      says: {
        en: "The review as a file that may leave: verdicts that stand, without reasons, notes and names, of candidates that both have decided on; withheld while a small count could be read from it",
        zh: "可对外提供的核查文件：只含现行判断，不含理由、备注与姓名，仅含双方均已判断者；可由其得知小计数时不予提供",
      },
      params: ofRun,
      answer: { media: ["application/json"] },
    },
    async ({ c, params }) => {
      const run = await runOf(dataFolder, params.run);
      const review = await run.review();
      const inside = reviewSummary(review, run.worklist.candidates);
      const leaving = leavingReview(review, shownSummary(inside, run.worklist.funnel));
      if (leaving === undefined) throw new Refusal("review-withheld", {});
      attach(c, `review-${params.run}.json`);
      c.header("Content-Type", "application/json; charset=utf-8");
      return c.body(`${JSON.stringify(leaving, null, 2)}\n`);
    },
  );
  addOperation(
    api,
    {
      id: "readFinderReviewFile",
      method: "get",
      path: "/api/finder/runs/{run}/review/file",
      group: "finder",
      says: {
        en: "One reviewer's own decisions as a file for a colleague who reviews the same run elsewhere: without notes",
        zh: "某核查者本人的判断文件，供在别处核查同一运行的同事合并：不含备注",
      },
      params: ofRun,
      query: byReviewer,
      answer: { media: ["application/json"] },
    },
    async ({ c, params, query }) => {
      const review = await (await runOf(dataFolder, params.run)).review();
      attach(c, `review-${params.run}.json`);
      c.header("Content-Type", "application/json; charset=utf-8");
      return c.body(`${JSON.stringify(ownReview(review, query.reviewer), null, 2)}\n`);
    },
  );
  addOperation(
    api,
    {
      id: "mergeFinderReview",
      method: "post",
      path: "/api/finder/runs/{run}/review/merge",
      group: "finder",
      says: {
        en: "Put a colleague's file of the same worklist into this review; one of another worklist is refused",
        zh: "将同事对同一工作清单的核查文件并入本次核查；其他工作清单的文件予以拒绝",
      },
      params: ofRun,
      body: "FinderReviewFile",
      answer: "FinderMerged",
    },
    async ({ c, params }) => {
      const read = readReview(await readJson(c, BODY_LIMIT.series));
      if (read.kind === "refused") throw notRead(c, read.problems);
      const { review } = read;
      const merged = await changeReview(dataFolder, params.run, (run) => run.merge(review));
      if (merged.kind === "refused") throw notRead(c, merged.problems);
      // Of the file alone: the review that it went into may hold what its sender must not know yet.
      return { reviewers: reviewersOf(review), entries: review.entries.length };
    },
  );
  addOperation(
    api,
    {
      id: "listFinderCases",
      method: "get",
      path: "/api/finder/runs/{run}/cases",
      group: "finder",
      says: {
        en: "Confirmed candidates who were written into a series, and where they stand",
        zh: "已写入病例系列的已证实候选者及其所在位置",
      },
      params: ofRun,
      answer: "FinderWritten",
    },
    async ({ params }) => {
      const run = await runOf(dataFolder, params.run);
      const [review, written] = await Promise.all([run.review(), run.written()]);
      // Whose confirmation was opened again is settled anew: that she was written would tell who settles it what was said before.
      return { written: written.filter(({ candidate }) => settledVerdict(statusOf(review, candidate)) === "plo") };
    },
  );
  addOperation(
    api,
    {
      id: "exportFinderCase",
      method: "post",
      path: "/api/finder/runs/{run}/cases",
      group: "finder",
      says: {
        en: "A confirmed candidate as a new case record of a series, without dates or identifiers; a second one only with `again`",
        zh: "将已证实的候选者作为新病例写入病例系列，不含日期与标识；再次写入须设 `again`",
      },
      params: ofRun,
      body: "FinderCase",
      answer: "FinderExported",
      takesReason: true,
      status: 201,
    },
    async ({ c, params }) => {
      const { candidate: rank, series, id, again = false } = await readSmall(c, "FinderCase");
      const run = await runOf(dataFolder, params.run);
      await confirmedCase(run, rank, id);
      const act = await actOf(c, registry, now);
      const outcome = await run.writeCase({ candidate: rank, series, id }, again, async () => {
        // Asked again in its turn: somebody may have decided anew meanwhile.
        const { record, leftOut } = await confirmedCase(run, rank, id);
        return { ...(await registry.createCase(series, record, act)), leftOut };
      });
      if (outcome.kind === "notThere") throw new Refusal("not-found", { what: "run" });
      if (outcome.kind === "writtenBefore") {
        const { series, id } = outcome.before;
        throw new Refusal("written-before", { series, id });
      }
      const { saved } = outcome;
      c.header("Location", `/api/series/${series}/cases/${id}`);
      return { id, revision: saved.revision, savedAt: saved.savedAt, hash: saved.hash, leftOut: saved.leftOut };
    },
  );
}

async function confirmedCase(run: StoredRun, rank: number, pseudonym: string) {
  const candidate = run.worklist.candidates.find((one) => one.rank === rank);
  const [tables, explanation] = await Promise.all([run.tables(rank), run.explain(rank)]);
  if (candidate === undefined || tables === undefined || explanation === undefined) {
    throw new Refusal("not-found", { what: "candidate" });
  }
  if (settledVerdict(statusOf(await run.review(), rank)) !== "plo") throw new Refusal("not-confirmed", {});
  const exported = exportCase(candidate, explanation.deliveries, tables, pseudonym);
  if (exported.kind === "badPseudonym") throw new Refusal("bad-case-id", {});
  return exported;
}

/** @throws Refusal that says which names a review takes */
function checkName(c: AppContext, pointer: string, name: string): void {
  if (REVIEWER_NAME.test(name)) return;
  throw new Refusal("invalid-request", {}, { problems: [{ pointer, detail: termsOf(c).text(REVIEWER_NAME_WORDS) }] });
}

function notRead(c: AppContext, problems: readonly ReviewProblem[]): Refusal {
  const terms = termsOf(c);
  const placed = problems.map((problem) => ({ pointer: problem.at, detail: sayReviewProblem(problem, terms) }));
  return new Refusal("invalid-record", { count: placed.length }, { problems: placed });
}

function taken(added: AddedEntry): Review {
  if (added.kind === "added") return added.review;
  throw new Refusal("review-refused", { problem: added.problem });
}

function statusOf(review: Review, rank: number): CandidateStatus {
  return candidateStatuses(review)[rank - 1] ?? { kind: "open" };
}

function statusAnswer(review: Review, candidate: number, reviewer: string): FinderAnswers["FinderStatus"] {
  const status = blindStatus(statusOf(review, candidate), reviewer);
  return { candidate, status, state: seenState(status) };
}

function noteOf(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

/** Undated events last. */
function byDay(a: Row, b: Row): number {
  const [one, other] = [String(a.date_low ?? "~"), String(b.date_low ?? "~")];
  return one < other ? -1 : one > other ? 1 : 0;
}
