import type { CriterionStatus, Outcome, ResponseVerdict } from "@materbone/clinical";
import type { Tone } from "./table.ts";

/** Tones of verdict words. "Not met" answers a definition, it is nothing bad; amber marks what is open. */
export const STATUS_TONE: Readonly<Record<CriterionStatus, Tone>> = {
  met: "good",
  notMet: "quiet",
  undecided: "question",
};

export const OUTCOME_TONE: Readonly<Record<Outcome, Tone>> = {
  consistent: "good",
  notConsistent: "quiet",
  undecided: "question",
};

export const RESPONSE_TONE: Readonly<Record<ResponseVerdict, Tone>> = {
  gain: "good",
  loss: "serious",
  noChange: "quiet",
  notComparable: "question",
};
