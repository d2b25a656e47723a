import { localText } from "@materbone/clinical";
import { isDefinitionId } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { bracketed, phrases } from "../../../language/punctuation.ts";
import actClasses from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import panelClasses from "../Panel.module.css";
import itemClasses from "../parts/Item.module.css";
import { Item } from "../parts/Item.tsx";
import { NameFields } from "../parts/NameFields.tsx";
import { TextInput } from "../parts/TextInput.tsx";

/** What the definition is called. */
export function HeadSection({ copiedFrom }: { readonly copiedFrom: string | undefined }): ReactNode {
  const { text, lang } = useTerms();
  const { definition, takenIds, edit } = useEditing();
  const { id, version, name, about } = definition;
  const idProblem = (typed: string): string | undefined => {
    if (typed === id) return undefined;
    if (!isDefinitionId(typed)) return text(words.badId);
    return takenIds.includes(typed) ? text(words.idTaken) : undefined;
  };
  return (
    <section className={`mb-card ${panelClasses.section}`} aria-labelledby="definition-head">
      <h2 id="definition-head">{text(words.head)}</h2>
      <ul className={itemClasses.items}>
        <Item
          at="/name"
          lines={[
            bracketed(localText(name, lang), phrases([id, version], lang), lang),
            ...(about === undefined ? [] : [localText(about, lang)]),
            ...(copiedFrom === undefined ? [] : [copiedFrom]),
          ]}
        >
          <NameFields at="/name" value={name} />
          <NameFields at="/about" value={about} labels={words.abouts} isLong isOptional />
          <p className={panelClasses.note}>{text(words.aboutNote)}</p>
          <div className={actClasses.row}>
            <TextInput
              label={text(words.id)}
              value={id}
              isLate
              problemOf={idProblem}
              onText={(value) => edit({ kind: "set", at: "/id", value })}
            />
            <TextInput
              label={text(words.version)}
              value={version}
              problemOf={(typed) =>
                typed.trim() === "" || typed.length > LONGEST_VERSION ? text(words.versionNeeded) : undefined
              }
              onText={(value) => edit({ kind: "set", at: "/version", value })}
            />
          </div>
        </Item>
      </ul>
    </section>
  );
}

/** As the form of the file has it. */
const LONGEST_VERSION = 20;
