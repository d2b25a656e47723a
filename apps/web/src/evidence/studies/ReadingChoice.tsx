import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { EvidenceRow } from "@materbone/evidence";
import { readingText } from "@materbone/report";
import { type ReactNode, useId, useRef, useState } from "react";
import { useAiming } from "../../fields/aim.tsx";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { numbered } from "../../parts/numbered.ts";
import { useEvidence, useEvidenceChange, useEvidenceSearch, useLiteratureWork } from "../evidence-context.tsx";
import { withoutReading, withReading } from "../reader-choices.ts";
import { FactList } from "./FactList.tsx";
import { MovesTable } from "./MovesTable.tsx";
import { pointersOf } from "./pointer-of.ts";
import { provenance, said } from "./provenance.ts";
import classes from "./Studies.module.css";
import { sayReading, studiesWords as words } from "./studies-words.ts";

/** The readings of one outcome side by side; choosing one moves the page at once, and the literature only when it is kept. */
export function ReadingChoice({ row }: { readonly row: EvidenceRow }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { literature } = useEvidence();
  const { readings } = useEvidenceSearch();
  const change = useEvidenceChange();
  const name = useId();
  const own = row.outcome.chosen ?? 0;
  const current = row.reading === undefined ? -1 : row.outcome.readings.indexOf(row.reading);
  return (
    <section>
      <fieldset className={classes.readings}>
        <legend>{text(words.readings)}</legend>
        <p className={classes.note}>{text(row.hasConflict ? words.readingsDisagree : words.readingsAgree)}</p>
        <div className={classes.options}>
          {numbered(row.outcome.readings).map(({ key, item }) => {
            const position = Number(key);
            const value = readingText(item, terms);
            const facts = provenance(literature, row.study, item, terms);
            const why = position === own ? said(row.outcome.chosenBecause, terms) : undefined;
            return (
              <div key={key} className={classes.option} data-chosen={position === current}>
                <label className={classes.choice}>
                  <input
                    type="radio"
                    name={name}
                    aria-describedby={`${name}-${key}`}
                    checked={position === current}
                    onChange={() => change({ readings: withReading(readings, row, position) })}
                  />
                  <strong>{say(sayReading, { position, value }, terms)}</strong>
                  {position === own && <Chip tone="quiet">{text(words.inLiterature)}</Chip>}
                </label>
                <div id={`${name}-${key}`}>
                  <FactList facts={why === undefined ? facts : [...facts, { name: text(words.because), says: why }]} />
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
      <MovesTable row={row} current={current} />
      {current !== own && <Keep row={row} position={current} />}
    </section>
  );
}

/** Puts a choice of the address into the literature, with its reason. */
function Keep({ row, position }: { readonly row: EvidenceRow; readonly position: number }): ReactNode {
  const { text } = useTerms();
  const store = useLiteratureWork();
  const { announce } = useAiming();
  const { readings } = useEvidenceSearch();
  const change = useEvidenceChange();
  const [why, setWhy] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const keep = (): void => {
    const at = pointersOf(store.snapshot().editor.record, row)?.outcome;
    if (at === undefined) return;
    const because = why.trim() === "" ? undefined : why.trim();
    const problems = store.editAll([
      { at: `${at}/chosen`, value: position },
      { at: `${at}/chosenBecause`, value: because },
    ]);
    if (problems.length > 0) return;
    // The button goes with the choice; the focus goes to what was chosen.
    place.current?.closest("section")?.querySelector<HTMLElement>("input:checked")?.focus();
    change({ readings: withoutReading(readings, row.key) });
    announce(text(words.kept));
  };
  return (
    <div ref={place} className={classes.keep}>
      <label>
        {text(words.keepWhy)}
        <input value={why} autoComplete="off" onChange={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <Button size="compact-md" variant="light" onClick={keep}>
        {text(words.keep)}
      </Button>
    </div>
  );
}
