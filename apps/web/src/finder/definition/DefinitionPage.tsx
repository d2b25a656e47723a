import { presetDefinition } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { definitionQuery } from "../../api/definition-queries.ts";
import { claimWindow, openWindows, windowId } from "../../editor/window-id.ts";
import { useSay } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords } from "../finder-words.ts";
import { DamagedDefinition } from "./DamagedDefinition.tsx";
import { DamagedDraft } from "./DamagedDraft.tsx";
import { DefinitionWorkbench } from "./DefinitionWorkbench.tsx";
import { type KeptDraft, keptDraft, takeOverDraft } from "./work/definition-drafts.ts";
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

/** The work on the definition of the address, once it is known whose draft of it is whose. */
function Opened({ id, onAnew }: OpenedProps): ReactNode {
  const [draft, setDraft] = useState<KeptDraft>();
  useEffect(() => {
    let isLeft = false;
    void draftOfWindow(id).then((kept) => !isLeft && setDraft(kept));
    return () => {
      isLeft = true;
    };
  }, [id]);
  if (draft === undefined) return <Loading />;
  if (draft.kind === "unreadable") return <DamagedDraft id={id} text={draft.text} onAnew={onAnew} />;
  if (draft.kind === "kept") return <DefinitionWorkbench id={id} initial={draft.work} onAnew={onAnew} />;
  return <FromKept id={id} onAnew={onAnew} />;
}

type OpenedProps = { readonly id: string; readonly onAnew: () => void };

/** The draft of this window, or one that a closed window left. */
async function draftOfWindow(id: string): Promise<KeptDraft> {
  await claimWindow();
  const place = { id, window: windowId() };
  const others = await openWindows();
  if (others !== undefined) takeOverDraft(localStorage, place, others);
  return keptDraft(localStorage, place);
}

/** Work that begins from the shipped or the saved definition. */
function FromKept({ id, onAnew }: OpenedProps): ReactNode {
  const shipped = presetDefinition(id);
  const kept = useQuery({ ...definitionQuery(id), enabled: shipped === undefined });
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
