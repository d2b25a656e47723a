import { YES_NO_WORDS, type YesNo } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";

const TONE = { yes: "good", possibly: "question", no: "quiet" } as const;

export function Answer({ answer }: { readonly answer: YesNo }): ReactNode {
  return <Chip tone={TONE[answer]}>{useTerms().text(YES_NO_WORDS[answer])}</Chip>;
}
