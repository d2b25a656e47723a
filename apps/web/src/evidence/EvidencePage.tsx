import type { ReactNode } from "react";
import { useLiteratureBeginning } from "../editor/literature-work.ts";
import { Loading } from "../parts/Loading.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { EvidenceWorkbench } from "./EvidenceWorkbench.tsx";

/** The literature of PLO, what it says when like is pooled with like, and what else would explain it. */
export function EvidencePage(): ReactNode {
  const begun = useLiteratureBeginning();
  switch (begun.kind) {
    case "loading":
      return <Loading />;
    case "failed":
      return <ProblemCard problem={begun.problem} onRetry={begun.retry} />;
    case "ready":
      return <EvidenceWorkbench beginning={begun.beginning} />;
  }
}
