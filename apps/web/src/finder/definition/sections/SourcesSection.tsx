import { definitionWords } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { RemoveButton } from "../parts/RemoveButton.tsx";
import { SourceFields } from "../parts/SourceFields.tsx";
import { today } from "../parts/today.ts";

/** What the definition is taken from. */
export function SourcesSection(): ReactNode {
  const text = useSay();
  const { definition, edit } = useEditing();
  const { sources } = definition;
  const begun = { cite: text(words.ownJudgement), status: "assumed", checked: today() };
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-sources">
      <h2 id="definition-sources">{text(definitionWords.headings.sources)}</h2>
      <ul className={itemClasses.items}>
        <Item at="/sources">
          <p className={panelClasses.note}>{text(words.sourcesNote)}</p>
          {numbered(sources).map(({ key, item }) => (
            <div key={key}>
              <SourceFields at={`/sources/${key}`} source={item} isNeeded />
              {sources.length > 1 && (
                <RemoveButton
                  label={text(words.dropSource)}
                  of={item.cite}
                  isQuiet
                  onRemove={() => edit({ kind: "removeEntry", at: `/sources/${key}` })}
                />
              )}
            </div>
          ))}
          <button
            type="button"
            className={actClasses.quiet}
            onClick={() => edit({ kind: "set", at: `/sources/${sources.length}`, value: begun })}
          >
            {text(words.addSource)}
          </button>
        </Item>
      </ul>
    </section>
  );
}
