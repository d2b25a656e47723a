import { localText } from "@materbone/clinical";
import { presetDefinitions } from "@materbone/finder";
import { type ReactNode, useMemo, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import classes from "./ChangesPanel.module.css";
import { definitionChanges, nearestShipped } from "./definition-changes.ts";
import { definitionPageWords as words } from "./definition-page-words.ts";
import panelClasses from "./Panel.module.css";
import { Pick } from "./parts/Pick.tsx";
import type { DefinitionWork } from "./work/definition-work.ts";

/** What the definition says otherwise than a shipped one: that which it was made from, or the nearest. */
export function ChangesPanel({ work }: { readonly work: DefinitionWork }): ReactNode {
  const { text, lang } = useTerms();
  const [chosen, setChosen] = useState<string>();
  const origin = work.base.definition;
  const nearest = useMemo(
    () => presetDefinitions.find(({ id }) => id === origin.id) ?? nearestShipped(origin),
    [origin],
  );
  const compared = presetDefinitions.find(({ id }) => id === chosen) ?? nearest;
  const changes = useMemo(
    () => (compared === undefined ? [] : definitionChanges(compared, work.now, lang)),
    [compared, work.now, lang],
  );
  return (
    <section className={`mb-card ${panelClasses.panel}`} aria-labelledby="definition-changes">
      <h2 id="definition-changes" className="mb-hidden">
        {text(words.changes)}
      </h2>
      <Pick
        label={text(words.changes)}
        isLabelShown
        value={compared?.id ?? ""}
        options={presetDefinitions.map(({ id, name }) => ({ value: id, text: localText(name, lang) }))}
        onPick={setChosen}
      />
      {changes.length === 0 && <p className="mb-muted">{text(words.noChanges)}</p>}
      <ul className={classes.changes}>
        {changes.map(({ part, heading, before, after }) => (
          <li key={part}>
            <strong>{heading}</strong>
            {before[0] === after[0] && <p>{after[0]}</p>}
            <Side word={text(after.length === 0 ? words.went : words.before)} lines={without(before, after)} isOld />
            <Side word={text(before.length === 0 ? words.came : words.after)} lines={without(after, before)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lines that the other side does not have. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  return lines.filter((line) => !others.includes(line));
}

function Side(props: {
  readonly word: string;
  readonly lines: readonly string[];
  readonly isOld?: boolean;
}): ReactNode {
  if (props.lines.length === 0) return null;
  return (
    <div className={props.isOld === true ? classes.old : classes.new}>
      <span className="mb-muted">{props.word}</span>
      {numbered(props.lines).map(({ key, item }) => (
        <p key={key}>{item}</p>
      ))}
    </div>
  );
}
