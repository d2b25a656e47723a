import { type Divergence, type Problem, say, sayProblem } from "@materbone/clinical";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { bracketed, labelled } from "../../language/punctuation.ts";
import { placeWords } from "../../parts/place-words.ts";
import { clockText } from "../clock.ts";
import type { Conflict } from "../conflict-of.ts";
import { useEditor, useEditorStore, usePlaceOf } from "../editor-context.tsx";
import classes from "./ConflictView.module.css";
import { choiceOf, conflictText, conflictTitles, conflictWords } from "./conflict-words.ts";
import { saySide } from "./say-side.ts";

/** Someone saved in between: every place that both changed is decided here, the others merge by themselves. */
export function ConflictView(): ReactNode {
  const { status } = useEditor();
  return status.kind === "conflict" ? <Conflicting key={status.conflict.revision} conflict={status.conflict} /> : null;
}

type Side = "mine" | "theirs";

function Conflicting({ conflict }: { readonly conflict: Conflict }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const of = usePlaceOf();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => heading.current?.focus(), []);

  const both = conflict.divergences.filter((divergence) => divergence.by === "both");
  const others = conflict.divergences.filter((divergence) => divergence.by !== "both");
  const isDecided = both.every(({ at }) => chosen[at] !== undefined);
  const facts = {
    of,
    by: conflict.savedBy ?? "",
    clock: conflict.savedAt === undefined ? "" : clockText(conflict.savedAt, new Date(), terms.lang),
    count: both.length,
  };
  const merge = (): void => {
    if (!isDecided) {
      setIsAsked(true);
      return;
    }
    const mine = new Set(both.filter(({ at }) => chosen[at] === "mine").map(({ at }) => at));
    const found = store.merge(mine);
    setProblems(found);
    if (found.length === 0) void store.save();
  };
  const place = (at: string): string => placeWords(at, of, terms, conflict.within);

  return (
    <section className={`mb-card ${classes.conflict}`} aria-labelledby="conflict-title">
      <h2 id="conflict-title" ref={heading} tabIndex={-1} className={classes.title}>
        {terms.text(conflictTitles[of])}
      </h2>
      <p role="alert">{say(conflictText, facts, terms)}</p>
      {both.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{terms.text(conflictWords.place)}</th>
                <th scope="col">{terms.text(conflictWords.base)}</th>
                <th scope="col">{terms.text(conflictWords.mine)}</th>
                <th scope="col">{terms.text(conflictWords.theirs)}</th>
              </tr>
            </thead>
            <tbody>
              {both.map((divergence) => {
                const { at } = divergence;
                return (
                  <tr key={at}>
                    <th scope="row">{place(at)}</th>
                    <td>{saySide(divergence, "base", of, terms)}</td>
                    {(["mine", "theirs"] as const).map((side) => (
                      <td key={side} data-chosen={chosen[at] === side}>
                        <label>
                          <input
                            type="radio"
                            name={`conflict-${at}`}
                            aria-label={`${say(choiceOf, { place: place(at) }, terms)} ${terms.text(side === "mine" ? conflictWords.takeMine : conflictWords.takeTheirs)}`}
                            checked={chosen[at] === side}
                            onChange={() => setChosen({ ...chosen, [at]: side })}
                          />
                          <span>{saySide(divergence, side, of, terms)}</span>
                        </label>
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Merging divergences={others} place={place} />
      <p className="mb-muted">{terms.text(conflictWords.undo)}</p>
      {isAsked && !isDecided && <p role="alert">{terms.text(conflictWords.decide)}</p>}
      {problems.map((problem) => (
        <p key={problem.at + problem.kind} role="alert">
          {labelled(place(problem.at), sayProblem(problem, terms), terms.lang)}
        </p>
      ))}
      <button type="button" className={classes.merge} onClick={merge}>
        {terms.text(conflictWords.merge)}
      </button>
    </section>
  );
}

function Merging(props: {
  readonly divergences: readonly Divergence[];
  readonly place: (at: string) => string;
}): ReactNode {
  const terms = useTerms();
  const of = usePlaceOf();
  if (props.divergences.length === 0) return null;
  return (
    <>
      <h3 className={classes.small}>{terms.text(conflictWords.auto)}</h3>
      <ul>
        {props.divergences.map((divergence) => {
          const side = divergence.by === "me" ? "mine" : "theirs";
          return (
            <li key={divergence.at}>
              {bracketed(
                labelled(props.place(divergence.at), saySide(divergence, side, of, terms), terms.lang),
                terms.text(conflictWords[side]),
                terms.lang,
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
