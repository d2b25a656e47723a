import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { type KeptDefinition, pathInState } from "../../api/definition-queries.ts";
import { finderKeys } from "../../api/finder-queries.ts";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { downloadText } from "../../parts/download.ts";
import { dataSearch } from "../start/find-search.ts";
import { RemoveDialog } from "../start/RemoveDialog.tsx";
import actClasses from "./Acts.module.css";
import { CHOICE_ID } from "./DefinitionChoice.tsx";
import { definitionPageWords as words } from "./definition-page-words.ts";
import panelClasses from "./Panel.module.css";

/** A kept definition whose file was changed by hand so that it is none any more: what is wrong, its text, and a way out. */
export function DamagedDefinition(props: {
  readonly id: string;
  readonly kept: Extract<KeptDefinition, { kind: "refused" }>;
}): ReactNode {
  const { text: say, lang } = useTerms();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { id, kept } = props;
  const { text } = kept;
  const onRemoved = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: finderKeys.definitions });
    await navigate({ to: "/find/definition", search: (old) => dataSearch(old) });
  };
  return (
    <section className={`mb-card ${panelClasses.panel}`} aria-labelledby="damaged-definition">
      <h2 id="damaged-definition">{labelled(id, say(words.damaged), lang)}</h2>
      {kept.problems.length === 0 && <p>{say(words.damagedForm)}</p>}
      <ul>
        {kept.problems.map(({ pointer, detail }) => (
          <li key={pointer + detail}>
            <code>{pointer}</code> {detail}
          </li>
        ))}
      </ul>
      <p className="mb-muted">{say(words.damagedText)}</p>
      <div className={actClasses.acts}>
        {text !== undefined && (
          <button type="button" onClick={() => downloadText(`${id}.json`, "application/json", text)}>
            {say(words.downloadDamaged)}
          </button>
        )}
        <button type="button" onClick={() => setAsked(true)}>
          {say(words.delete)}
        </button>
      </div>
      {isAsked && (
        <RemoveDialog
          title={say(words.deleteAsk)}
          text={say(words.deleteDamaged)}
          path={pathInState(id, kept.state ?? "")}
          backTo={CHOICE_ID}
          onRemoved={onRemoved}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}
