import type { ReactNode } from "react";
import { WORKLIST_FORMS, worklistFileAddress } from "../../api/finder-run-queries.ts";
import { useTerms } from "../../language/language.tsx";
import warningClasses from "./Warning.module.css";
import classes from "./WorklistDownloads.module.css";
import { FORM_WORDS, worklistWords as words } from "./worklist-words.ts";

/** The worklist as files, all of them for use inside the hospital. */
export function WorklistDownloads({ run }: { readonly run: string }): ReactNode {
  const { text, lang } = useTerms();
  return (
    <section className={`mb-card mb-noprint ${classes.downloads}`} aria-labelledby="worklist-files">
      <h2 id="worklist-files">{text(words.downloads)}</h2>
      <p className={warningClasses.warn}>{text(words.inside)}</p>
      <ul>
        {WORKLIST_FORMS.map((form) => (
          <li key={form}>
            <a href={worklistFileAddress(run, form, lang)} download>
              {text(FORM_WORDS[form])}
            </a>
          </li>
        ))}
      </ul>
      <p className="mb-muted">{text(words.leaving)}</p>
    </section>
  );
}
