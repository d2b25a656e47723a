import { memo, type ReactNode, useRef } from "react";
import { useTerms } from "../../language/language.tsx";
import { sectionWords } from "../case-words.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import classes from "./RecordForm.module.css";
import { SectionBody } from "./SectionBody.tsx";
import { SectionIndex } from "./SectionIndex.tsx";
import { SECTION_IDS } from "./section-keys.ts";

/** The record in sections, with an index that stays in view. */
export const RecordForm = memo(function RecordForm(): ReactNode {
  const terms = useTerms();
  const form = useRef<HTMLDivElement>(null);
  return (
    <div ref={form}>
      <SectionIndex form={form} />
      <FirstSteps />
      {SECTION_IDS.map((id) => (
        <section key={id} id={`section-${id}`} className={classes.section} aria-labelledby={`heading-${id}`}>
          <h2 id={`heading-${id}`} tabIndex={-1} className={classes.heading}>
            {terms.text(sectionWords[id])}
          </h2>
          <SectionBody id={id} />
        </section>
      ))}
    </div>
  );
});
