import type { LocalText } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTerms } from "../../../language/language.tsx";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import type { DefinitionEdit } from "../edits/definition-edits.ts";
import { type AddedPart, freshName, takenNames } from "../edits/fresh-name.ts";
import fieldClasses from "./Field.module.css";

type Content<P extends AddedPart> = Extract<DefinitionEdit, { kind: "add"; part: P }>["content"];

/** Asks what a new part is called, and adds it; the name in the file is made of that. */
export function AddPart<P extends AddedPart>(props: {
  readonly part: P;
  readonly contentOf: () => Content<P> | undefined;
  /** Fields for what a part of the kind cannot be without. */
  readonly children?: ReactNode;
}): ReactNode {
  const { text, lang } = useTerms();
  const { definition, edit, setOpen } = useEditing();
  const [typed, setTyped] = useState("");
  const { part } = props;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const content = props.contentOf();
    const called = typed.trim();
    if (called === "" || content === undefined) return;
    const name: LocalText = lang === "zh" ? { zh: called } : { en: called };
    const id = freshName(definition, part, lang === "zh" ? "" : called);
    const at =
      part === "tiers" || part === "exclusions" ? `/${part}/${takenNames(definition, part).length}` : `/${part}/${id}`;
    if (!edit({ kind: "add", part, called: name, content } as DefinitionEdit)) return;
    setTyped("");
    setOpen(at, true);
  };
  return (
    <form className={actClasses.add} onSubmit={add} aria-label={text(words.adds[part])}>
      <label className={`${fieldClasses.field} ${fieldClasses.text}`}>
        <span>{text(words.called[part])}</span>
        <input value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
      </label>
      {props.children}
      <button type="submit" disabled={typed.trim() === ""}>
        {text(words.adds[part])}
      </button>
    </form>
  );
}
