import { Button } from "@mantine/core";
import { sayProblem } from "@materbone/clinical";
import { type ReactNode, useId, useState } from "react";
import { useAiming } from "../../fields/aim.tsx";
import fields from "../../fields/Fields.module.css";
import { labelOf } from "../../fields/label-of.ts";
import { useTerms } from "../../language/language.tsx";
import { useLiteratureWork, useWorkedLiterature } from "../evidence-context.tsx";
import { documentName } from "../studies/provenance.ts";
import classes from "./Edit.module.css";
import { editWords as words } from "./edit-words.ts";

/** The documents that a study is known from: taken out, or added from those of the literature. */
export function StudyDocuments({ at, ids }: { readonly at: string; readonly ids: readonly string[] }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { documents } = useWorkedLiterature();
  const store = useLiteratureWork();
  const { announce, warn, goTo } = useAiming();
  const [chosen, setChosen] = useState("");
  const id = useId();
  const nameOf = (document: string): string => {
    const found = documents.find((each) => each.id === document);
    return found === undefined ? document : documentName(found, lang);
  };
  const put = (next: readonly string[], said: string): void => {
    const [problem] = store.editAll([{ at, value: next }]);
    if (problem !== undefined) {
      warn(sayProblem(problem, terms));
      return;
    }
    setChosen("");
    announce(said);
    goTo(`add:${at}`);
  };
  const others = documents.filter((each) => !ids.includes(each.id));
  return (
    <fieldset className={fields.group}>
      <legend>{labelOf(at, terms, "literature")}</legend>
      <ul className={classes.names} data-at={at}>
        {ids.map((each) => (
          <li key={each}>
            <span>{nameOf(each)}</span>
            {ids.length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                aria-label={`${text(words.remove)}, ${nameOf(each)}`}
                onClick={() =>
                  put(
                    ids.filter((other) => other !== each),
                    text(words.removed),
                  )
                }
              >
                {text(words.remove)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.choose}>
        <label htmlFor={id}>{text(words.anotherDocument)}</label>
        <select
          id={id}
          className={fields.select}
          data-at={`add:${at}`}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{text(words.choose)}</option>
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {documentName(each, lang)}
            </option>
          ))}
        </select>
        <Button
          size="compact-md"
          variant="light"
          disabled={chosen === ""}
          onClick={() => put([...ids, chosen], text(words.addedDocument))}
        >
          {text(words.add)}
        </Button>
      </div>
    </fieldset>
  );
}
