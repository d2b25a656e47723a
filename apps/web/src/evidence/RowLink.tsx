import type { EvidenceRow } from "@materbone/evidence";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { evidenceSearch } from "./evidence-search.ts";

/** The name of a study, leading to its value among the studies; choices of the reader go along. */
export function RowLink({ row }: { readonly row: EvidenceRow }): ReactNode {
  return (
    <Link
      from="/evidence"
      to="/evidence"
      search={(previous) => {
        const { sd, notStated, overlaps, readings } = previous;
        return evidenceSearch({ sd, notStated, overlaps, readings, show: "studies", open: row.key });
      }}
    >
      {row.study.label}
    </Link>
  );
}
