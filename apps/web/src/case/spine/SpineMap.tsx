import {
  type Fracture,
  gradeOf,
  hasVertebraWithoutLevel,
  roiLevels,
  say,
  type Timed,
  VERTEBRAE,
  type Vertebra,
} from "@materbone/clinical";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { useTerms } from "../../language/language.tsx";
import classes from "./SpineMap.module.css";
import { fracturedWith, levelLabel, notFracturedWith, spineWords } from "./spine-words.ts";
import { VertebraShape } from "./VertebraShape.tsx";

/** The spine from the side as a column of buttons: a vertebra without a fracture gets one, another opens its own. */
export function SpineMap(props: { readonly onChoose: (level: Vertebra) => void }): ReactNode {
  const terms = useTerms();
  const view = useCaseView();
  const column = useRef<HTMLUListElement>(null);
  const [here, setHere] = useState<Vertebra>("L1");
  const rule = view.context.methods?.vertebralFractureRule ?? "genant";
  const roi = new Set(view.scans.flatMap((scan) => roiLevels(scan.entry.sites.lumbarSpine) ?? []));

  const onKeyDown = (event: KeyboardEvent, level: Vertebra): void => {
    const position = VERTEBRAE.indexOf(level);
    const next =
      event.key === "ArrowDown" || event.key === "ArrowRight"
        ? position + 1
        : event.key === "ArrowUp" || event.key === "ArrowLeft"
          ? position - 1
          : event.key === "Home"
            ? 0
            : event.key === "End"
              ? VERTEBRAE.length - 1
              : undefined;
    const target = next === undefined ? undefined : VERTEBRAE[next];
    if (target === undefined) return;
    event.preventDefault();
    setHere(target);
    column.current?.querySelector<HTMLElement>(`[data-level="${target}"]`)?.focus();
  };

  const lookOf = (level: Vertebra): Look => {
    const last = view.fractures.findLast((fracture) => fracture.entry.site === level);
    return last === undefined ? { kind: "none" } : lookOfFracture(last, rule);
  };
  const factsOf = (level: Vertebra, look: Look): readonly string[] => {
    const said =
      look.kind === "none"
        ? terms.text(spineWords.none)
        : look.kind === "unknown"
          ? terms.text(spineWords.gradeUnknown)
          : say(
              look.kind === "fractured" ? fracturedWith : notFracturedWith,
              { grade: terms.word("genantGrade", String(look.grade)) },
              terms,
            );
    return roi.has(level) ? [said, terms.text(spineWords.inRoi)] : [said];
  };

  return (
    <div>
      <ul ref={column} className={classes.column} aria-label={terms.text(spineWords.name)}>
        {VERTEBRAE.map((level, position) => {
          const look = lookOf(level);
          const facts = factsOf(level, look);
          return (
            <li key={level} data-roi={roi.has(level)}>
              <button
                type="button"
                data-level={level}
                data-look={look.kind}
                className={classes.level}
                aria-pressed={look.kind === "fractured" || look.kind === "unknown"}
                aria-label={say(levelLabel, { level, facts }, terms)}
                tabIndex={here === level ? 0 : -1}
                onFocus={() => setHere(level)}
                onKeyDown={(event) => onKeyDown(event, level)}
                onClick={() => props.onChoose(level)}
              >
                <span className={classes.name}>{level}</span>
                <VertebraShape position={position} look={look} />
                {/* Said by the label; drawn by the style, so that what is seen is no second name. */}
                <span className={classes.said} aria-hidden="true" data-said={look.kind === "none" ? "" : facts[0]} />
              </button>
            </li>
          );
        })}
      </ul>
      {hasVertebraWithoutLevel(view) && <p className={classes.hint}>{terms.text(spineWords.noLevel)}</p>}
      <p className={classes.hint}>
        {terms.text(spineWords.hint)}
        {roi.size > 0 && ` ▏${terms.text(spineWords.roi)}`}
      </p>
    </div>
  );
}

export type Look =
  | { readonly kind: "none" }
  /** Fractured; the grade was not recorded. */
  | { readonly kind: "unknown" }
  | { readonly kind: "fractured" | "graded"; readonly grade: number };

function lookOfFracture({ entry }: Timed<Fracture>, rule: Parameters<typeof gradeOf>[1]): Look {
  const { grade } = gradeOf(entry, rule);
  if (grade === undefined) return { kind: "unknown" };
  return { kind: grade >= 1 ? "fractured" : "graded", grade };
}
