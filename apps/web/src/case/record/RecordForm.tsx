import { memo, type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useAiming } from "../../fields/aim.tsx";
import { useTerms } from "../../language/language.tsx";
import { useLater } from "../../parts/use-later.ts";
import { sectionWords } from "../case-words.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import classes from "./RecordForm.module.css";
import { SectionBody } from "./SectionBody.tsx";
import { SectionIndex } from "./SectionIndex.tsx";
import { SECTION_IDS } from "./section-keys.ts";

/** Sections that fill the first screen. */
const FIRST = 2;

/** The record in sections, with an index that stays in view. */
export const RecordForm = memo(function RecordForm(): ReactNode {
  const terms = useTerms();
  const form = useRef<HTMLDivElement>(null);
  const { aim } = useAiming();
  // The sections in view and the course beside them are there first, unless a place further down is gone to.
  const isLater = useLater(true);
  const [isAsked, setIsAsked] = useState(false);
  const isWhole = isLater || isAsked || aim !== undefined;
  return (
    <div ref={form}>
      <SectionIndex form={form} onGo={() => flushSync(() => setIsAsked(true))} />
      <FirstSteps />
      {SECTION_IDS.map((id, position) => (
        <section key={id} id={`section-${id}`} className={classes.section} aria-labelledby={`heading-${id}`}>
          <h2 id={`heading-${id}`} tabIndex={-1} className={classes.heading}>
            {terms.text(sectionWords[id])}
          </h2>
          {(isWhole || position < FIRST) && <SectionBody id={id} />}
        </section>
      ))}
    </div>
  );
});
