import type { CriterionStatus, Outcome } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip, type ChipTone } from "../../../parts/Chip.tsx";
import { STATUS_SHAPE } from "./verdict-words.ts";

const STATUS_TONE: Readonly<Record<CriterionStatus, ChipTone>> = {
  met: "good",
  notMet: "quiet",
  undecided: "question",
};

const OUTCOME_TONE: Readonly<Record<Outcome, ChipTone>> = {
  consistent: "good",
  notConsistent: "quiet",
  undecided: "question",
};

/** A criterion's status as shape and word. */
export function StatusChip({ status }: { readonly status: CriterionStatus }): ReactNode {
  const terms = useTerms();
  return (
    <Chip tone={STATUS_TONE[status]}>
      <span aria-hidden="true">{STATUS_SHAPE[status]} </span>
      {terms.word("criterionStatus", status)}
    </Chip>
  );
}

export function OutcomeChip({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const terms = useTerms();
  return <Chip tone={OUTCOME_TONE[outcome]}>{terms.word("outcome", outcome)}</Chip>;
}
