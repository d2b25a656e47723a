import { type FollowUpStatus, followUpStatusWords } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useSay } from "../language/language.tsx";
import { Chip, type ChipTone } from "../parts/Chip.tsx";

const TONES: Readonly<Record<FollowUpStatus, ChipTone>> = {
  done: "good",
  notYet: "quiet",
  due: "question",
  overdue: "question",
  unknown: "quiet",
};

/** How a task stands, in a word. */
export function StatusChip({ status }: { readonly status: FollowUpStatus }): ReactNode {
  const say = useSay();
  return <Chip tone={TONES[status]}>{say(followUpStatusWords[status])}</Chip>;
}
