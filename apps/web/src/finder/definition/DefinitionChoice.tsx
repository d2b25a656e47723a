import { localText } from "@materbone/clinical";
import { presetDefinitions } from "@materbone/finder";
import type { ReactNode } from "react";
import type { ListedDefinition } from "../../api/finder-queries.ts";
import { useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import classes from "./DefinitionChoice.module.css";
import { definitionPageWords as words } from "./definition-page-words.ts";
import fieldClasses from "./parts/Field.module.css";
import { type DefinitionWork, isUnsaved } from "./work/definition-work.ts";

/** Where the focus goes when what was worked on is gone. */
export const CHOICE_ID = "definition-choice";

/** Which definition is shown: those that ship, those that are kept, and the one that is not yet. */
export function DefinitionChoice(props: {
  readonly id: string;
  readonly work: DefinitionWork;
  readonly listed: readonly ListedDefinition[];
  readonly onPick: (id: string) => void;
}): ReactNode {
  const { text, lang } = useTerms();
  const { id, work } = props;
  const own = props.listed.filter((one) => one.own);
  const name = localText(work.now.name, lang);
  // The definition of the address is called as it stands in the work.
  const shownName = isUnsaved(work) ? bracketed(name, text(words.unsaved), lang) : name;
  const isListed = presetDefinitions.some((one) => one.id === id) || own.some((one) => one.id === id);
  return (
    <label className={`${fieldClasses.field} ${classes.choice}`}>
      <span>{text(words.shown)}</span>
      <select id={CHOICE_ID} value={id} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {!isListed && <option value={id}>{shownName}</option>}
        <optgroup label={text(words.shippedGroup)}>
          {presetDefinitions.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id === id ? shownName : localText(one.name, lang)}
            </option>
          ))}
        </optgroup>
        {own.length > 0 && (
          <optgroup label={text(words.ownGroup)}>
            {own.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id === id ? shownName : one.damaged ? bracketed(one.name, text(words.damaged), lang) : one.name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
