import { say } from "@materbone/clinical";
import { presetDefinitions, readDefinition, sayDefinition, sayDefinitionProblem } from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { definitionsIn } from "../../api/finder-keep-queries.ts";
import { windowId } from "../../editor/window-id.ts";
import { useTerms } from "../../language/language.tsx";
import actClasses from "./Acts.module.css";
import { ChangesPanel } from "./ChangesPanel.tsx";
import { DefinitionBar } from "./DefinitionBar.tsx";
import { JsonPanel, ProblemsPanel, SaysPanel } from "./DefinitionPanels.tsx";
import classes from "./DefinitionWorkbench.module.css";
import { itemAt, partName } from "./definition-name.ts";
import { sayBroken, sayInUse, definitionPageWords as words } from "./definition-page-words.ts";
import { type Editing, EditingProvider } from "./editing-context.tsx";
import type { DefinitionEdit, EditRefusal } from "./edits/definition-edits.ts";
import { FunnelPanel } from "./FunnelPanel.tsx";
import { itemId } from "./parts/Item.tsx";
import { ClockSection } from "./sections/ClockSection.tsx";
import { ConceptsSection } from "./sections/ConceptsSection.tsx";
import { HeadSection } from "./sections/HeadSection.tsx";
import { SourcesSection } from "./sections/SourcesSection.tsx";
import { StreamsSection } from "./sections/StreamsSection.tsx";
import { ExclusionsSection, TiersSection } from "./sections/TiersSection.tsx";
import { WindowsSection } from "./sections/WindowsSection.tsx";
import { WomenSection } from "./sections/WomenSection.tsx";
import { keepDraft } from "./work/definition-drafts.ts";
import { type DefinitionWork, isUnsaved, madeEdit } from "./work/definition-work.ts";

/** The work on one definition: its sentences with their fields, what they find, and what is made of it. */
export function DefinitionWorkbench(props: {
  /** Id in the address, under which unsaved work is kept. */
  readonly id: string;
  readonly initial: DefinitionWork;
  readonly onAnew: () => void;
}): ReactNode {
  const terms = useTerms();
  const [work, setWork] = useState(props.initial);
  const [refusal, setRefusal] = useState<EditRefusal>();
  const [open, setOpenPlaces] = useState<ReadonlySet<string>>(new Set());
  const isHeld = useKeptWork(props.id, work);
  const list = useQuery(definitionsIn(terms.lang));
  const listed = list.data;
  const definition = work.now;
  const own = work.base.kind === "own" ? work.base.definition.id : undefined;
  const takenIds = useMemo(
    () => [...new Set([...presetDefinitions, ...(listed ?? [])].map(({ id }) => id))].filter((id) => id !== own),
    [listed, own],
  );
  const read = useMemo(() => readDefinition(definition), [definition]);
  const problems = read.kind === "refused" ? read.problems : NONE;
  const said = useMemo(() => sayDefinition(definition, terms.lang), [definition, terms.lang]);
  const lines = useMemo(() => said.sections.flatMap((section) => section.lines), [said]);

  const edit = useCallback(
    (change: DefinitionEdit): boolean => {
      const made = madeEdit(work, change, takenIds);
      setRefusal(made.kind === "refused" ? made.why : undefined);
      if (made.kind === "edited") setWork(made.work);
      return made.kind === "edited";
    },
    [work, takenIds],
  );
  const setOpen = useCallback(
    (at: string, isOpen: boolean) =>
      setOpenPlaces((places) => {
        if (places.has(at) === isOpen) return places;
        return new Set(isOpen ? [...places, at] : [...places].filter((place) => place !== at));
      }),
    [],
  );
  const goTo = (at: string): void => {
    const place = itemAt(at);
    setOpen(place, true);
    const item = document.getElementById(itemId(place));
    item?.scrollIntoView({ block: "center" });
    item?.querySelector("summary")?.focus();
  };
  const editing: Editing = {
    definition,
    takenIds,
    edit,
    linesAt: (at) => lines.filter((line) => line.at === at),
    problemsAt: (at) =>
      problems.filter((problem) => itemAt(problem.at) === at).map((problem) => sayDefinitionProblem(problem, terms)),
    isOpen: (at) => open.has(at),
    setOpen,
  };
  const bar = (
    <DefinitionBar
      id={props.id}
      work={work}
      setWork={setWork}
      isHeld={isHeld}
      isValid={read.kind === "read"}
      listed={listed ?? []}
      takenIds={takenIds}
      onAnew={props.onAnew}
    />
  );
  return (
    <EditingProvider value={editing}>
      {bar}
      {refusal !== undefined && (
        <p role="alert" className={actClasses.refusal}>
          {refusalText(refusal)}
        </p>
      )}
      <div className={classes.layout}>
        <div className={classes.live}>
          <FunnelPanel valid={read.kind === "read" ? definition : undefined} />
          {problems.length > 0 && <ProblemsPanel problems={problems} goTo={goTo} />}
          <ChangesPanel work={work} />
        </div>
        <div className={classes.editor}>
          <HeadSection copiedFrom={said.copiedFrom} />
          <WomenSection />
          <WindowsSection />
          <StreamsSection />
          <ConceptsSection />
          <TiersSection />
          <ExclusionsSection />
          <ClockSection />
          <SourcesSection />
        </div>
        <div className={classes.rest}>
          <SaysPanel said={said} definition={definition} />
          <JsonPanel definition={definition} />
        </div>
      </div>
    </EditingProvider>
  );

  function refusalText(why: EditRefusal): string {
    switch (why.kind) {
      case "inUse": {
        const places = new Set(why.uses.map(({ at }) => partName(definition, at, terms)));
        return say(sayInUse, { places: [...places] }, terms);
      }
      case "broken":
        return say(sayBroken, { names: why.references.map(({ name }) => name) }, terms);
      default:
        return terms.text(words[why.kind]);
    }
  }
}

const NONE = [] as const;

/** Keeps the work in this browser with every change; where that is impossible, the browser asks before the page goes. */
function useKeptWork(id: string, work: DefinitionWork): boolean {
  const [isHeld, setHeld] = useState(true);
  useEffect(() => setHeld(keepDraft(localStorage, { id, window: windowId() }, work)), [id, work]);
  useEffect(() => {
    if (isHeld || !isUnsaved(work)) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, [isHeld, work]);
  return isHeld;
}
