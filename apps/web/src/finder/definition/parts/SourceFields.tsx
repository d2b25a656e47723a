import type { CohortDefinition } from "@materbone/finder";
import { definitionWords } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import { NameFields } from "./NameFields.tsx";
import { Pick } from "./Pick.tsx";
import { RemoveButton } from "./RemoveButton.tsx";
import classes from "./SourceFields.module.css";
import { TextInput } from "./TextInput.tsx";
import { today } from "./today.ts";

type Source = CohortDefinition["sources"][number];

const STATUSES = ["read", "recalled", "assumed"] as const;

/** Where a part of the definition comes from; a part may have none. */
export function SourceFields(props: {
  readonly at: string;
  readonly source: Source | undefined;
  readonly isNeeded?: boolean;
}): ReactNode {
  const say = useSay();
  const { edit } = useEditing();
  const { at, source } = props;
  if (source === undefined) {
    const begun: Source = { cite: say(words.ownJudgement), status: "assumed", checked: today() };
    return (
      <button type="button" className={actClasses.quiet} onClick={() => edit({ kind: "set", at, value: begun })}>
        {say(words.addSource)}
      </button>
    );
  }
  return (
    <details className={classes.fold}>
      <summary>
        {say(words.source)} <span className="mb-muted">{source.cite}</span>
      </summary>
      <TextInput
        label={say(words.cite)}
        value={source.cite}
        isLong
        problemOf={(text) => (text.trim() === "" ? say(words.citeNeeded) : undefined)}
        onText={(value) => edit({ kind: "set", at: `${at}/cite`, value })}
      />
      <div className={actClasses.row}>
        <TextInput
          label="DOI"
          value={source.doi ?? ""}
          onText={(doi) => edit({ kind: "set", at: `${at}/doi`, value: doi.trim() === "" ? undefined : doi.trim() })}
        />
        <Pick
          label={say(words.status)}
          isLabelShown
          value={source.status}
          options={STATUSES.map((value) => ({ value, text: say(definitionWords.status[value]) }))}
          onPick={(value) => edit({ kind: "set", at: `${at}/status`, value })}
        />
        <TextInput
          label={say(words.checked)}
          value={source.checked}
          problemOf={(text) => (isDay(text) ? undefined : say(words.dayNeeded))}
          onText={(value) => edit({ kind: "set", at: `${at}/checked`, value })}
        />
      </div>
      <NameFields at={`${at}/note`} value={source.note} labels={words.notes} isLong isOptional />
      {props.isNeeded !== true && (
        <RemoveButton
          label={say(words.dropSource)}
          isQuiet
          onRemove={() => edit({ kind: "set", at, value: undefined })}
        />
      )}
    </details>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
