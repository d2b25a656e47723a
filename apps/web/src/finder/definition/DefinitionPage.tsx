import { presetDefinition } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { definitionQuery } from "../../api/definition-queries.ts";
import { useSay } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords } from "../finder-words.ts";
import { DamagedDefinition } from "./DamagedDefinition.tsx";
import { DefinitionWorkbench } from "./DefinitionWorkbench.tsx";
import { keptDraft } from "./work/definition-drafts.ts";
import { beginWork, type DefinitionBase } from "./work/definition-work.ts";

const route = getRouteApi("/find/definition");

export function DefinitionPage(): ReactNode {
  const say = useSay();
  const { definition = "paper" } = route.useSearch();
  // Work that is given up begins anew from what is kept.
  const [round, setRound] = useState(0);
  return (
    <FinderFrame title={say(finderWords.definition)}>
      <Opened key={`${definition} ${round}`} id={definition} onAnew={() => setRound(round + 1)} />
    </FinderFrame>
  );
}

/** The work on the definition of the address: what this browser kept, else the shipped or the saved one. */
function Opened({ id, onAnew }: { readonly id: string; readonly onAnew: () => void }): ReactNode {
  const [draft] = useState(() => keptDraft(localStorage, id));
  const shipped = presetDefinition(id);
  const isAsked = draft === undefined && shipped === undefined;
  const kept = useQuery({ ...definitionQuery(id), enabled: isAsked });
  if (draft !== undefined) return <DefinitionWorkbench id={id} initial={draft} onAnew={onAnew} />;
  if (shipped !== undefined) {
    return (
      <DefinitionWorkbench id={id} initial={beginWork({ kind: "shipped", definition: shipped })} onAnew={onAnew} />
    );
  }
  if (kept.error !== null) return <ProblemCard problem={kept.error} onRetry={() => void kept.refetch()} />;
  if (kept.data === undefined || kept.isFetching) return <Loading />;
  if (kept.data.kind === "refused") return <DamagedDefinition id={id} kept={kept.data} />;
  const base: DefinitionBase = { kind: "own", definition: kept.data.definition, state: kept.data.state ?? "" };
  return <DefinitionWorkbench id={id} initial={beginWork(base)} onAnew={onAnew} />;
}
