import { type Criterion, type CriterionLeaf, MOST_AWAY } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { NumberField } from "../../../simulator/inputs/NumberField.tsx";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import type { CriterionAct, CriterionPath, Joint } from "../edits/criterion-edits.ts";
import type { OrderedPart } from "../edits/definition-edits.ts";
import { type Branch, childList } from "../edits/references.ts";
import { Pick } from "../parts/Pick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { useNameOptions } from "../parts/use-name-options.ts";
import classes from "./CriterionEditor.module.css";
import fieldsetClasses from "./Fieldset.module.css";
import { NearFields } from "./NearFields.tsx";

/** Where a criterion stands: of which tier or exclusion, and where in its tree. */
type Place = {
  readonly part: OrderedPart;
  readonly position: number;
  readonly path: CriterionPath;
};

const JOINTS = ["all", "any", "atLeast"] as const;

/** What has to be met, as sentences in which every word that decides can be changed. */
export function CriterionEditor(props: Place & { readonly criterion: Criterion }): ReactNode {
  const say = useSay();
  return (
    <fieldset className={fieldsetClasses.group}>
      <legend>{say(words.criterion)}</legend>
      <CriterionView {...props} isTop />
    </fieldset>
  );
}

/** A negation is a word of the sentence that it negates. */
function CriterionView(props: Place & { readonly criterion: Criterion; readonly isTop?: boolean }): ReactNode {
  const { criterion, path } = props;
  const isNegated = "not" in criterion;
  const inner = isNegated ? criterion.not : criterion;
  const place = { part: props.part, position: props.position, path };
  const innerPath = isNegated ? [...path, "not"] : path;
  // Nothing else is negated twice.
  if ("not" in inner) return <CriterionView {...place} path={innerPath} criterion={inner} />;
  const common = { place, innerPath, isNegated, isTop: props.isTop === true };
  return "event" in inner ? <Leaf {...common} leaf={inner} /> : <Group {...common} branch={inner} />;
}

type Common = {
  readonly place: Place;
  readonly innerPath: CriterionPath;
  readonly isNegated: boolean;
  readonly isTop: boolean;
};

function useAct(place: Place): (path: CriterionPath, act: CriterionAct) => void {
  const { edit } = useEditing();
  return (path, act) => void edit({ kind: "criterion", part: place.part, position: place.position, path, act });
}

function Leaf({ place, innerPath, isNegated, isTop, leaf }: Common & { readonly leaf: CriterionLeaf }): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const act = useAct(place);
  const streams = useNameOptions("streams");
  const windows = useNameOptions("windows");
  const at = `/${place.part}/${place.position}/when${innerPath.map((step) => `/${step}`).join("")}`;
  const set = (key: string, value: unknown): void => void edit({ kind: "set", at: `${at}/${key}`, value });
  const number = (key: "atLeastDays" | "spanDays", label: string, shown: number | undefined): ReactNode => (
    <NumberField
      label={label}
      isLabelHidden
      value={shown}
      least={1}
      most={MOST_AWAY.days}
      step={1}
      onChange={(value) => set(key, Math.round(value) === 1 && key === "atLeastDays" ? undefined : Math.round(value))}
      onEmpty={() => set(key, undefined)}
    />
  );
  return (
    <div className={classes.leaf}>
      <Sentence
        of={words.leaf}
        slots={{
          has: (
            <Pick
              label={say(words.hasOrNot)}
              value={isNegated ? "not" : "has"}
              options={(["has", "not"] as const).map((value) => ({ value, text: say(words.has[value]) }))}
              onPick={() => act(place.path, { act: "negate" })}
            />
          ),
          stream: (
            <Pick
              label={say(words.event)}
              value={leaf.event}
              options={streams}
              onPick={(value) => set("event", value)}
            />
          ),
          window: (
            <Pick
              label={say(words.when)}
              value={leaf.window}
              options={windows}
              onPick={(value) => set("window", value)}
            />
          ),
          days: number("atLeastDays", say(words.atLeastDays), leaf.atLeastDays),
          span: number("spanDays", say(words.spanDays), leaf.spanDays),
        }}
      />
      <NearFields at={at} leaf={leaf} />
      <div className={actClasses.acts}>
        {isTop && (
          <button type="button" onClick={() => act(place.path, { act: "add", criterion: bare(leaf) })}>
            {say(words.addCriterion)}
          </button>
        )}
        {!isTop && (
          <>
            <button type="button" onClick={() => act(place.path, { act: "group", as: "any" })}>
              {say(words.makeGroup)}
            </button>
            <RemoveButton onRemove={() => act(place.path, { act: "remove" })} />
          </>
        )}
      </div>
    </div>
  );
}

function Group({ place, innerPath, isNegated, isTop, branch }: Common & { readonly branch: Branch }): ReactNode {
  const say = useSay();
  const { definition } = useEditing();
  const act = useAct(place);
  const { key, list } = childList(branch);
  const joint: Joint = key === "of" ? "atLeast" : key;
  const first: CriterionLeaf = firstLeaf(branch) ?? {
    event: definition.episodes.delivery,
    window: definition.clock.window,
  };
  return (
    <div className={classes.branch}>
      <Sentence
        of={joint === "atLeast" ? words.atLeastOf : words.allOf}
        slots={{
          met: (
            <Pick
              label={say(words.metOrNot)}
              value={isNegated ? "not" : "met"}
              options={(["met", "not"] as const).map((value) => ({ value, text: say(words.met[value]) }))}
              onPick={() => act(place.path, { act: "negate" })}
            />
          ),
          joint: (
            <Pick
              label={say(words.joint)}
              value={joint}
              options={JOINTS.map((value) => ({ value, text: say(words.joints[value]) }))}
              onPick={(value) => act(innerPath, { act: "join", as: JOINTS.find((each) => each === value) ?? "all" })}
            />
          ),
          number: (
            <NumberField
              label={say(words.howMany)}
              isLabelHidden
              value={"of" in branch ? branch.atLeast : 1}
              least={1}
              most={list.length}
              step={1}
              onChange={(atLeast) => act(innerPath, { act: "number", atLeast: Math.round(atLeast) })}
            />
          ),
        }}
      />
      <ul className={classes.children}>
        {numbered(list).map(({ key: position, item }) => (
          <li key={position}>
            <CriterionView {...place} path={[...innerPath, key, Number(position)]} criterion={item} />
          </li>
        ))}
      </ul>
      <div className={actClasses.acts}>
        <button type="button" onClick={() => act(innerPath, { act: "add", criterion: bare(first) })}>
          {say(words.addCriterion)}
        </button>
        {!isTop && <RemoveButton label={say(words.removeGroup)} onRemove={() => act(place.path, { act: "remove" })} />}
      </div>
    </div>
  );
}

/** A further criterion begins as the one beside it, without what that asks for besides. */
function bare({ event, window }: CriterionLeaf): CriterionLeaf {
  return { event, window };
}

function firstLeaf(criterion: Criterion): CriterionLeaf | undefined {
  if ("event" in criterion) return criterion;
  if ("not" in criterion) return firstLeaf(criterion.not);
  for (const child of childList(criterion).list) {
    const leaf = firstLeaf(child);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}
