import { Button } from "@mantine/core";
import type { Terms } from "@materbone/clinical";
import type { EvidenceRow, Literature } from "@materbone/evidence";
import { DESIGN_WORDS, headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { editWords } from "../edit/edit-words.ts";
import { useEditing } from "../edit/editing.tsx";
import { useEvidence } from "../evidence-context.tsx";
import { FactList } from "./FactList.tsx";
import { type Fact, provenance, said } from "./provenance.ts";
import { ReadingChoice } from "./ReadingChoice.tsx";
import classes from "./Studies.module.css";
import { studiesWords as words } from "./studies-words.ts";

/** Everything about one outcome: its readings to choose from, where they were read, the study, and ways to change them. */
export function OutcomeDetails({ row }: { readonly row: EvidenceRow }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { literature } = useEvidence();
  return (
    <div className={classes.about}>
      {row.outcome.readings.length > 1 ? (
        <ReadingChoice row={row} />
      ) : (
        <section>
          <h3>{text(words.value)}</h3>
          <FactList facts={provenance(literature, row.study, row.reading, terms)} />
        </section>
      )}
      <section>
        <h3>{text(words.facts)}</h3>
        <FactList facts={studyFacts(row, literature.studies, terms)} />
      </section>
      <Acts outcome={row.key} />
    </div>
  );
}

function Acts({ outcome: key }: { readonly outcome: string }): ReactNode {
  const { text } = useTerms();
  const { edit } = useEditing();
  const act = (word: string, kind: "outcome" | "addReading" | "addOutcome"): ReactNode => (
    <Button variant="light" size="compact-sm" onClick={() => edit({ kind, key })}>
      {word}
    </Button>
  );
  return (
    <div className={`${classes.acts} mb-noprint`}>
      {act(text(editWords.edit), "outcome")}
      {act(text(editWords.addReading), "addReading")}
      {act(text(editWords.addOutcome), "addOutcome")}
    </div>
  );
}

function studyFacts({ study, arm }: EvidenceRow, studies: Literature["studies"], terms: Terms): readonly Fact[] {
  const { text } = terms;
  const { population } = study;
  const overlaps = (study.overlaps ?? []).map(({ cohort, why }) => {
    const labels = studies.filter((each) => each.cohort === cohort).map(({ label }) => label);
    const others = labels.length === 0 ? cohort : terms.series(labels);
    const name = cohort === "*" ? text(words.thisLiterature) : others;
    return `${name}${terms.lang === "zh" ? "：" : ": "}${said(why, terms)}`;
  });
  const facts: readonly (readonly [name: string, says: string | undefined])[] = [
    [text(words.design), headed(text(DESIGN_WORDS[study.design]))],
    [text(words.population), population.kind === "plo" ? text(words.plo) : said(population.disease, terms)],
    [text(words.regimens), terms.series(arm.regimens.map(({ agent }) => terms.agent(agent)))],
    [text(words.diagnosis), said(study.diagnosis, terms)],
    [text(words.cohort), overlaps.join(terms.lang === "zh" ? "；" : "; ")],
    [text(words.note), [said(study.note, terms), said(arm.note, terms)].filter((each) => each !== undefined).join(" ")],
  ];
  return facts.flatMap(([name, says]) => (says === undefined || says === "" ? [] : [{ name, says }]));
}
