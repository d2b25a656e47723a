import { type CriterionLeaf, MOST_AWAY, type NearEvent } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { NumberField } from "../../../simulator/inputs/NumberField.tsx";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import { Pick } from "../parts/Pick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { SourceFields } from "../parts/SourceFields.tsx";
import { useNameOptions } from "../parts/use-name-options.ts";
import criterionClasses from "./CriterionEditor.module.css";

const KEYS = ["near", "notNear"] as const;

/** What a leaf asks for near each of its events, and what it asks that there is not. */
export function NearFields({ at, leaf }: { readonly at: string; readonly leaf: CriterionLeaf }): ReactNode {
  const say = useSay();
  const { definition, edit } = useEditing();
  const open = KEYS.filter((key) => leaf[key] === undefined);
  // The same day, until other days are chosen.
  const begun: NearEvent = { event: definition.episodes.delivery, days: { before: 0, after: 0 } };
  return (
    <>
      {KEYS.map((key) => {
        const near = leaf[key];
        return near === undefined ? null : <NearSentence key={key} at={`${at}/${key}`} name={key} near={near} />;
      })}
      {open.length > 0 && (
        <div className={actClasses.acts}>
          {open.map((key) => (
            <button
              key={key}
              type="button"
              className={actClasses.quiet}
              onClick={() => edit({ kind: "set", at: `${at}/${key}`, value: begun })}
            >
              {say(words.addNear[key])}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function NearSentence(props: {
  readonly at: string;
  readonly name: (typeof KEYS)[number];
  readonly near: NearEvent;
}): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const streams = useNameOptions("streams");
  const { at, name, near } = props;
  const days = (key: "before" | "after"): ReactNode => (
    <NumberField
      label={say(words.nearDays[key])}
      isLabelHidden
      value={near.days[key]}
      least={0}
      most={MOST_AWAY.days}
      step={1}
      onChange={(value) => edit({ kind: "set", at: `${at}/days/${key}`, value: Math.round(value) })}
    />
  );
  return (
    <div className={criterionClasses.children}>
      <Sentence
        of={words.near[name]}
        slots={{
          stream: (
            <Pick
              label={say(words.nearEvent)}
              value={near.event}
              options={streams}
              onPick={(value) => edit({ kind: "set", at: `${at}/event`, value })}
            />
          ),
          before: days("before"),
          after: days("after"),
        }}
      />
      <SourceFields at={`${at}/source`} source={near.source} />
      <RemoveButton
        label={say(words.dropNear[name])}
        isQuiet
        onRemove={() => edit({ kind: "set", at, value: undefined })}
      />
    </div>
  );
}
