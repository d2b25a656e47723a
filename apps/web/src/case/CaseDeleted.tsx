import { Button } from "@mantine/core";
import type { CaseRecord } from "@materbone/clinical";
import type { Stored } from "@materbone/registry";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keys } from "../api/queries.ts";
import { ApiProblem, casePath, request } from "../api/request.ts";
import { useSay } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { caseWords } from "./case-words.ts";

/** A woman whose record was deleted: why, and the way back. */
export function CaseDeleted(props: { readonly series: string; readonly stored: Stored<CaseRecord> }): ReactNode {
  const { series, stored } = props;
  const say = useSay();
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem>();
  const restore = async (): Promise<void> => {
    try {
      await request(`${casePath(series, stored.value.id)}/restore`, {
        method: "POST",
        body: {},
        fromRevision: stored.revision,
      });
      await client.invalidateQueries({ queryKey: keys.series(series) });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  return (
    <div className="mb-card">
      <h1>{stored.value.id}</h1>
      <p role="status">{say(caseWords.deletedTitle)}</p>
      {stored.deleted !== undefined && <p className="mb-muted">{stored.deleted.why}</p>}
      <Button onClick={() => void restore()}>{say(caseWords.restore)}</Button>
      {problem !== undefined && <ProblemCard problem={problem} />}
    </div>
  );
}
