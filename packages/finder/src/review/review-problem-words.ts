import { type Phrase, say, sayProblem, type Terms } from "@materbone/clinical";
import type { ReviewProblemKind } from "./review-problem.ts";
import { REASON_WORDS, VERDICT_WORDS } from "./review-words.ts";

type Kind = ReviewProblemKind["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<ReviewProblemKind, { kind: K }>> };

/** Why a review or an entry is not taken and what to do, without the place. */
export function sayReviewProblem(problem: ReviewProblemKind, terms: Terms): string {
  return say(words[problem.kind] as Phrase<ReviewProblemKind>, problem, terms);
}

const words: Words = {
  schema: { en: ({ problem }, t) => sayProblem(problem, t), zh: ({ problem }, t) => sayProblem(problem, t) },
  otherRun: {
    en: () => "This review belongs to another run. Only reviews of the same worklist can be put together.",
    zh: () => "该核查属于另一次运行。只有同一工作清单的核查才能合并。",
  },
  unknownCandidate: {
    en: ({ candidate, candidates }) => `The worklist has ${candidates} candidates; there is no number ${candidate}.`,
    zh: ({ candidate, candidates }) => `工作清单共 ${candidates} 名候选者，没有第 ${candidate} 号。`,
  },
  reasonOfOther: {
    en: ({ reason, verdict }) =>
      `The reason "${REASON_WORDS[reason].en}" does not go with the decision "${VERDICT_WORDS[verdict].en}". Choose a reason listed under it.`,
    zh: ({ reason, verdict }) =>
      `理由“${REASON_WORDS[reason].zh}”与判断“${VERDICT_WORDS[verdict].zh}”不符。请选择该判断下所列的理由。`,
  },
  reasonMissing: {
    en: () =>
      "A decision gives at least one reason, of those listed under it. A file that was made to leave the hospital has none and cannot be put together with a review: take the colleague's own decisions.",
    zh: () =>
      "判断至少须有一项理由，从该判断下所列的理由中选择。对外提供的核查文件不含理由，不能合并；请改用同事本人的判断文件。",
  },
  reasonTwice: {
    en: ({ reason }) => `The reason "${REASON_WORDS[reason].en}" is given twice. Give each reason once.`,
    zh: ({ reason }) => `理由“${REASON_WORDS[reason].zh}”重复。每条理由只选一次。`,
  },
  noteMissing: {
    en: () => 'With the reason "other" the note has to say which. Write it in the note, or choose another reason.',
    zh: () => "选择“其他”时须在备注中写明。请填写备注，或改选其他理由。",
  },
  changedMeanwhile: {
    en: () =>
      "Something was said of this candidate since you opened her, and nothing was changed. See how it stands now, then decide; what you entered is kept.",
    zh: () => "您打开之后，该候选者的核查已有变化，本次未作任何改动。请查看现状后再判断；已输入的内容仍保留。",
  },
  timeBackwards: {
    en: () => "This entry is older than the one before it. Entries stand in order of time; check the clock.",
    zh: () => "该条目早于前一条。条目须按时间排列，请检查时钟。",
  },
  thirdReviewer: {
    en: () => "Two others review this run. A third person can adjudicate, not review.",
    zh: () => "本次运行已有两名核查者。第三人只能仲裁，不能核查。",
  },
  otherSpelling: {
    en: ({ name }) => `This review has the name as "${name}". Write it the same way; somebody else needs another name.`,
    zh: ({ name }) => `本次核查中该姓名写作“${name}”。请使用相同写法；若为另一人，请用其他姓名。`,
  },
  notIndependent: {
    en: () => "Who reviews this run cannot adjudicate as the third person. Name somebody else, or settle it together.",
    zh: () => "本次运行的核查者不能作为第三人仲裁。请另请他人，或由两名核查者共同仲裁。",
  },
  notDecidedTwice: {
    en: ({ candidate }) => `Both reviewers decide first; candidate ${candidate} lacks a decision.`,
    zh: ({ candidate }) => `须先由两名核查者分别判断；第 ${candidate} 号尚缺判断。`,
  },
  nothingToSettle: {
    en: ({ candidate }) => `The reviewers agree on candidate ${candidate}; there is nothing to settle.`,
    zh: ({ candidate }) => `两名核查者对第 ${candidate} 号意见一致，无需仲裁。`,
  },
};
