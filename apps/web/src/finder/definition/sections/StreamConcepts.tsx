import { localText } from "@materbone/clinical";
import { type ConceptRule, conceptLibrary } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import { changedName } from "../edits/changed-name.ts";
import { freshName } from "../edits/fresh-name.ts";
import panelClasses from "../Panel.module.css";
import { ConceptPick } from "../parts/ConceptPick.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { sayRule } from "../say-rule.ts";
import fieldsetClasses from "./Fieldset.module.css";
import classes from "./StreamConcepts.module.css";

/** The concept sets of a stream, any of which will do, each with its codes to look at. */
export function StreamConcepts(props: { readonly name: string; readonly concepts: readonly string[] }): ReactNode {
  const { text } = useTerms();
  const { edit } = useEditing();
  const at = `/streams/${props.name}/concepts`;
  return (
    <fieldset className={fieldsetClasses.group}>
      <legend>{text(words.conceptSets)}</legend>
      <ul className={classes.sets}>
        {numbered(props.concepts).map(({ key, item }) => (
          <StreamConcept key={key} at={`${at}/${key}`} name={item} isOnly={props.concepts.length === 1} />
        ))}
      </ul>
      <ConceptPick
        label={text(words.addConceptSet)}
        value=""
        without={props.concepts}
        onPick={(value) => value !== "" && edit({ kind: "set", at: `${at}/${props.concepts.length}`, value })}
      />
    </fieldset>
  );
}

function StreamConcept(props: { readonly at: string; readonly name: string; readonly isOnly: boolean }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { definition, edit, setOpen } = useEditing();
  const { name, at } = props;
  const own = Object.hasOwn(definition.concepts ?? {}, name) ? definition.concepts?.[name] : undefined;
  const shipped = Object.hasOwn(conceptLibrary.sets, name) ? conceptLibrary.sets[name] : undefined;
  const include: readonly ConceptRule[] = own?.include ?? shipped?.include ?? [];
  const called = localText(own?.name ?? shipped?.name ?? name, lang);
  // A copy of a shipped set in the definition, which the stream names from then on.
  const copy = (): void => {
    if (shipped === undefined) return;
    const copied = changedName(shipped.name);
    const copiedName = freshName(definition, "concepts", typeof copied === "string" ? copied : (copied.en ?? ""));
    const rules = shipped.include.map(({ system, code, match, display }) => ({ system, code, match, display }));
    const isMade = edit({
      kind: "several",
      edits: [
        { kind: "add", part: "concepts", called: copied, content: { include: rules } },
        { kind: "set", at, value: copiedName },
      ],
    });
    if (isMade) setOpen(`/concepts/${copiedName}`, true);
  };
  return (
    <li>
      <details>
        <summary>
          {called} <span className="mb-muted">{text(own === undefined ? words.shippedSet : words.ownSet)}</span>
        </summary>
        {shipped?.note !== undefined && own === undefined && <p className={panelClasses.note}>{text(shipped.note)}</p>}
        <ul className={classes.codes}>
          {numbered(include).map(({ key, item }) => (
            <li key={key}>
              {sayRule(item, terms)}
              {item.display !== undefined && <span className="mb-muted"> {item.display}</span>}
            </li>
          ))}
          {numbered(own?.exclude ?? []).map(({ key, item }) => (
            <li key={key}>
              {text(words.takenOut)} {sayRule(item, terms)}
            </li>
          ))}
        </ul>
        {own === undefined && shipped !== undefined && (
          <button type="button" className={actClasses.quiet} onClick={copy}>
            {text(words.copySet)}
          </button>
        )}
      </details>
      {!props.isOnly && <RemoveButton of={called} isQuiet onRemove={() => edit({ kind: "removeEntry", at })} />}
    </li>
  );
}
