import {
  type CohortDefinition,
  definitionSchema,
  presetDefinition,
  readDefinition,
  sayDefinitionProblem,
} from "@materbone/finder";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from "react";
import { pathInState, saveDefinition } from "../../api/definition-queries.ts";
import { finderKeys, type ListedDefinition } from "../../api/finder-queries.ts";
import { ApiProblem } from "../../api/request.ts";
import { useWorkKeys } from "../../editor/use-work-keys.ts";
import { windowId } from "../../editor/window-id.ts";
import { useTerms } from "../../language/language.tsx";
import { focusSoon } from "../../parts/focus-soon.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { dataSearch } from "../start/find-search.ts";
import { RemoveDialog } from "../start/RemoveDialog.tsx";
import actClasses from "./Acts.module.css";
import classes from "./DefinitionBar.module.css";
import { CHOICE_ID, DefinitionChoice } from "./DefinitionChoice.tsx";
import { downloadDefinition } from "./DefinitionPanels.tsx";
import { definitionPageWords as words } from "./definition-page-words.ts";
import { freshId } from "./edits/fresh-name.ts";
import { GiveUpDialog } from "./GiveUpDialog.tsx";
import panelClasses from "./Panel.module.css";
import { type DraftPlace, dropDraft, keepDraft } from "./work/definition-drafts.ts";
import {
  beginWork,
  type DefinitionWork,
  isUnsaved,
  keptWork,
  redone,
  undone,
  withOwnAbout,
} from "./work/definition-work.ts";

/** Of this window. */
const placeOf = (id: string): DraftPlace => ({ id, window: windowId() });

type Asked = "giveUp" | "delete";

/** How the work stands, and what can be done with the definition as a whole. */
export function DefinitionBar(props: {
  readonly id: string;
  readonly work: DefinitionWork;
  readonly setWork: (work: DefinitionWork) => void;
  readonly isHeld: boolean;
  readonly isValid: boolean;
  readonly listed: readonly ListedDefinition[];
  readonly takenIds: readonly string[];
  readonly onAnew: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { id, work, setWork, isValid } = props;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Error>();
  const [fileProblems, setFileProblems] = useState<readonly string[]>();
  const [asked, setAsked] = useState<Asked>();
  const [isOver, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const latest = useRef(work);
  latest.current = work;
  const unsaved = isUnsaved(work);
  const isOwn = work.base.kind === "own";

  const renewList = (): Promise<void> => client.invalidateQueries({ queryKey: finderKeys.definitions, exact: true });
  const show = (definition: string): void => {
    void navigate({ to: "/find/definition", search: (old) => ({ ...old, definition }), resetScroll: false });
  };
  const save = async (definition: CohortDefinition, from: string | undefined): Promise<void> => {
    setSaving(true);
    setProblem(undefined);
    try {
      const state = await saveDefinition(definition, from);
      // Under another id it is another file; the one that it was made from stays.
      const now = { ...latest.current.now, id: definition.id };
      // What was changed while it was on its way is not saved yet.
      const kept = keptWork({ ...latest.current, now }, definition, state);
      setWork(kept);
      dropDraft(localStorage, placeOf(id));
      keepDraft(localStorage, placeOf(definition.id), kept);
      if (definition.id !== id) show(definition.id);
      await renewList();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setSaving(false);
    }
  };
  const stateOfBase = work.base.kind === "own" && work.base.definition.id === work.now.id ? work.base.state : undefined;
  const trySave = (): void => {
    if (unsaved && isValid && !isSaving) void save(work.now, stateOfBase);
  };
  useWorkKeys({
    save: trySave,
    undo: () => setWork(undone(work)),
    redo: () => setWork(redone(work)),
  });
  const saveOver = (): void => {
    const state = problem instanceof ApiProblem ? stateIn(problem) : undefined;
    void save(work.now, state);
  };
  const saveBeside = (): void => void save({ ...work.now, id: freshId(work.now.id, props.takenIds) }, undefined);
  const giveUp = (): void => {
    dropDraft(localStorage, placeOf(id));
    setAsked(undefined);
    focusSoon(CHOICE_ID);
    if (work.base.kind === "file") show("paper");
    else {
      setWork(beginWork(work.base));
      props.onAnew();
    }
  };
  const onRemoved = async (): Promise<void> => {
    dropDraft(localStorage, placeOf(id));
    await renewList();
    show("paper");
  };
  const take = async (chosen: File): Promise<void> => {
    setFileProblems(undefined);
    const opened = await openedFile(chosen);
    if (opened.kind === "refused") {
      setFileProblems(
        opened.problems.length === 0
          ? [text(words.notJson)]
          : opened.problems.map((each) => `${each.at} ${sayDefinitionProblem(each, terms)}`),
      );
      return;
    }
    const { definition } = opened;
    const taken = [...props.takenIds, ...props.listed.map((one) => one.id)];
    const own = openedAs(definition, taken);
    keepDraft(localStorage, placeOf(own.id), beginWork({ kind: "file", definition: own }));
    if (own.id === id) props.onAnew();
    else show(own.id);
  };
  const onChosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = event.currentTarget.files ?? [];
    if (chosen !== undefined) void take(chosen);
    // The same file can be chosen again once it was mended.
    event.currentTarget.value = "";
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) void take(dropped);
  };
  const status = !unsaved
    ? isOwn
      ? words.isKept
      : words.isShipped
    : !props.isHeld
      ? words.notHeld
      : isValid
        ? words.isUnsaved
        : words.mendFirst;
  return (
    <section
      className={`mb-card ${classes.top} ${isOver ? classes.over : ""}`}
      aria-label={text(words.bar)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={classes.barRow}>
        <DefinitionChoice id={id} work={work} listed={props.listed} onPick={show} />
        <div className={actClasses.acts}>
          <button
            type="button"
            className={actClasses.main}
            disabled={!unsaved || !isValid || isSaving}
            onClick={trySave}
          >
            {text(isSaving ? words.saving : isOwn ? words.saveAgain : words.save)}
          </button>
          <button type="button" disabled={work.past.length === 0} onClick={() => setWork(undone(work))}>
            {text(words.undo)}
          </button>
          <button type="button" disabled={work.future.length === 0} onClick={() => setWork(redone(work))}>
            {text(words.redo)}
          </button>
          {unsaved && (
            <button type="button" onClick={() => setAsked("giveUp")}>
              {text(words.giveUp)}
            </button>
          )}
          <button type="button" onClick={() => downloadDefinition(work.now)}>
            {text(words.download)}
          </button>
          <button type="button" onClick={() => file.current?.click()}>
            {text(words.open)}
          </button>
          <input ref={file} hidden type="file" accept=".json,application/json" onChange={onChosen} />
          {isOwn && (
            <button type="button" onClick={() => setAsked("delete")}>
              {text(words.delete)}
            </button>
          )}
          {!unsaved && (
            <Link
              to="/find"
              search={(old) => ({ ...dataSearch(old), definition: work.now.id })}
              className={classes.way}
            >
              {text(words.search)}
            </Link>
          )}
        </div>
      </div>
      <p role="status" className={panelClasses.note}>
        {text(isOver ? words.dropHere : status)}
      </p>
      {asked === "giveUp" && <GiveUpDialog onGiveUp={giveUp} onClose={() => setAsked(undefined)} />}
      {asked === "delete" && work.base.kind === "own" && (
        <RemoveDialog
          title={text(words.deleteAsk)}
          text={text(words.deleteText)}
          path={pathInState(work.base.definition.id, work.base.state)}
          backTo={CHOICE_ID}
          onRemoved={onRemoved}
          onClose={() => setAsked(undefined)}
        />
      )}
      {fileProblems !== undefined && (
        <div role="alert" className={actClasses.refusal}>
          <p>{text(words.notRead)}</p>
          <ul>
            {fileProblems.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      {problem instanceof ApiProblem && problem.kind === "definition-changed" ? (
        <div role="alert" className={actClasses.refusal}>
          <p>{text(words.conflict)}</p>
          <button type="button" onClick={saveOver}>
            {text(words.saveOver)}
          </button>{" "}
          <button type="button" onClick={saveBeside}>
            {text(words.saveBeside)}
          </button>
        </div>
      ) : (
        problem !== undefined && <ProblemCard problem={problem} />
      )}
    </section>
  );
}

/** What a file is opened as: beside a definition of the same id, under another one. */
function openedAs(definition: CohortDefinition, takenIds: readonly string[]): CohortDefinition {
  const { id, version } = definition;
  const shipped = presetDefinition(id);
  if (shipped !== undefined) {
    const copy = { ...definition, id: freshId(id, takenIds), version: "1", copiedFrom: { id, version } };
    return withOwnAbout(copy, shipped);
  }
  return takenIds.includes(id) ? { ...definition, id: freshId(id, takenIds), version: "1" } : definition;
}

/** The state that the server has by now, as the refusal of a save tells. */
function stateIn({ details }: ApiProblem): string | undefined {
  return "state" in details && typeof details.state === "string" ? details.state : undefined;
}

/** A definition from a file. One whose form is right is opened with what else is wrong, to be mended here. */
async function openedFile(file: File) {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { kind: "refused", problems: [] } as const;
  }
  const read = readDefinition(document);
  if (read.kind === "read") return read;
  const formed = definitionSchema.safeParse(document);
  return formed.success ? ({ kind: "read", definition: formed.data } as const) : read;
}
