import { type BlindStatus, STATUS_WORDS, VERDICT_WORDS } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { Chip, type ChipTone } from "../../parts/Chip.tsx";

const TONE: Readonly<Record<BlindStatus["kind"], ChipTone>> = {
  open: "quiet",
  waiting: "quiet",
  agreed: "good",
  disagreed: "question",
  adjudicated: "good",
};

/** How far the review of a woman has come, as this reviewer may see it; what is settled is said with its verdict. */
export function StatusChip({ status }: { readonly status: BlindStatus }): ReactNode {
  const terms = useTerms();
  const verdict = status.kind === "agreed" || status.kind === "adjudicated" ? status.verdict : undefined;
  const words = terms.text(STATUS_WORDS[status.kind]);
  const text = verdict === undefined ? words : labelled(words, terms.text(VERDICT_WORDS[verdict]), terms.lang);
  return <Chip tone={TONE[status.kind]}>{text}</Chip>;
}
