import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import classes from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import { type AddedPart, isPartName, takenNames } from "../edits/fresh-name.ts";
import { RemoveButton } from "./RemoveButton.tsx";
import { TextInput } from "./TextInput.tsx";

/** What can be done with a part as a whole: its name in the file, its place in the order, and taking it out. */
export function PartActs(props: {
  readonly part: AddedPart;
  readonly name: string;
  readonly position?: number;
}): ReactNode {
  const say = useSay();
  const { definition, edit, isOpen, setOpen } = useEditing();
  const { part, name, position } = props;
  const ordered = part === "tiers" || part === "exclusions" ? part : undefined;
  const last = ordered === undefined ? 0 : definition[ordered].length - 1;
  const move = (to: number, button: HTMLButtonElement): void => {
    if (ordered === undefined || position === undefined) return;
    const [isOpenHere, isOpenThere] = [isOpen(`/${part}/${position}`), isOpen(`/${part}/${to}`)];
    if (!edit({ kind: "move", part: ordered, from: position, to })) return;
    setOpen(`/${part}/${position}`, isOpenThere);
    setOpen(`/${part}/${to}`, isOpenHere);
    // The browser takes the focus from what it moves; a button at the end of its way hands it on.
    requestAnimationFrame(() => {
      const acts = button.parentElement?.querySelectorAll("button") ?? [];
      ([button, ...acts].find((each) => !each.disabled) ?? button).focus();
    });
  };
  const remove = (): void => {
    if (position === undefined) {
      if (part !== "tiers" && part !== "exclusions") edit({ kind: "removePart", part, name });
      return;
    }
    const after = Array.from({ length: last - position }, (_, offset) => isOpen(`/${part}/${position + offset + 1}`));
    if (!edit({ kind: "removeEntry", at: `/${part}/${position}` })) return;
    for (const [offset, wasOpen] of [...after, false].entries()) setOpen(`/${part}/${position + offset}`, wasOpen);
  };
  const rename = (to: string): void => {
    if (!edit({ kind: "rename", part, from: name, to })) return;
    if (position === undefined) setOpen(`/${part}/${to}`, true);
  };
  const problemOf = (text: string): string | undefined => {
    if (text === name) return undefined;
    if (!isPartName(text)) return say(words.badName);
    return takenNames(definition, part).includes(text) ? say(words.nameTaken) : undefined;
  };
  return (
    <div className={classes.acts}>
      {ordered !== undefined && position !== undefined && (
        <>
          <button type="button" disabled={position === 0} onClick={(event) => move(position - 1, event.currentTarget)}>
            {say(words.up)}
          </button>
          <button
            type="button"
            disabled={position >= last}
            onClick={(event) => move(position + 1, event.currentTarget)}
          >
            {say(words.down)}
          </button>
        </>
      )}
      <RemoveButton onRemove={remove} />
      <TextInput label={say(words.fileName)} value={name} isLate problemOf={problemOf} onText={rename} />
    </div>
  );
}
