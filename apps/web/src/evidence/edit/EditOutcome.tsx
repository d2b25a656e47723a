import { Button, Group } from "@mantine/core";
import { say } from "@materbone/clinical";
import { evidenceRows } from "@materbone/evidence";
import { type ReactNode, useMemo, useRef } from "react";
import { useAiming } from "../../fields/aim.tsx";
import { Fields } from "../../fields/Fields.tsx";
import { More } from "../../fields/More.tsx";
import { useTerms } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { numbered } from "../../parts/numbered.ts";
import { useEvidenceChange, useLiteratureWork, useWorkedLiterature } from "../evidence-context.tsx";
import { pointersOf } from "../studies/pointer-of.ts";
import classes from "./Edit.module.css";
import { sayReadingNumber, editWords as words } from "./edit-words.ts";
import { withoutOutcomeEdits, withoutReadingEdits, withoutStudyEdits } from "./edits.ts";
import { armFields, documentFields, outcomeFields, readingFields, studyFields } from "./literature-spec.ts";
import { PopulationField } from "./PopulationField.tsx";
import { SpreadField } from "./SpreadField.tsx";
import { StudyDocuments } from "./StudyDocuments.tsx";

/** Everything that can be changed about one outcome: its readings, the group, the study and the documents. */
export function EditOutcome(props: { readonly outcome: string; readonly onClose: () => void }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const literature = useWorkedLiterature();
  const store = useLiteratureWork();
  const change = useEvidenceChange();
  const { announce, goTo } = useAiming();
  const parts = useRef<HTMLDivElement>(null);
  const row = evidenceRows(literature).find(({ key }) => key === props.outcome);
  const at = row === undefined ? undefined : pointersOf(literature, row);
  const { documents, studies } = literature;
  const specs = useMemo(() => readingFields({ documents }), [documents]);
  const cohort = row?.study.cohort ?? "";
  const studySpecs = useMemo(() => studyFields({ studies }, cohort), [studies, cohort]);
  if (row === undefined || at === undefined) return null;
  const takeOut = (edits: Parameters<typeof store.editAll>[0]): void => {
    if (store.editAll(edits).length > 0) return;
    announce(text(words.removed));
  };
  const leave = (edits: Parameters<typeof store.editAll>[0]): void => {
    props.onClose();
    change({ open: undefined, readings: undefined });
    takeOut(edits);
  };
  /** What is half said is asked for first. */
  const finish = (): void => {
    const waiting = Object.keys(store.snapshot().editor.pending).find((place) => place.startsWith(`${at.study}/`));
    const half = parts.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (waiting !== undefined) goTo(waiting);
    else if (half instanceof HTMLElement) half.focus();
    else props.onClose();
  };
  const readings = row.outcome.readings;
  const named = [...readings.map(({ document }) => document), ...row.study.documents];
  const used = [...new Set(named)].map((id) => documents.findIndex((document) => document.id === id));
  return (
    <Dialog
      title={`${text(words.editTitle)} · ${row.study.label}`}
      close={text(words.close)}
      size="lg"
      onClose={props.onClose}
    >
      <p className={classes.note}>{text(words.editText)}</p>
      <div ref={parts} className={classes.parts}>
        {numbered(readings).map(({ key }) => {
          const position = Number(key);
          const place = `${at.outcome}/readings/${key}`;
          return (
            <fieldset key={key} className={classes.part}>
              <legend>
                {readings.length === 1 ? text(words.partReading) : say(sayReadingNumber, { position }, terms)}
              </legend>
              <Fields specs={specs} base={place} needs={NEEDED_OF_READING} />
              <div className={classes.spread}>
                <SpreadField at={`${place}/spread`} />
              </div>
              {readings.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  onClick={() => takeOut(withoutReadingEdits(at.outcome, row.outcome, position))}
                >
                  {text(words.removeReading)}
                </Button>
              )}
            </fieldset>
          );
        })}
        <fieldset className={classes.part}>
          <legend>{text(words.partOutcome)}</legend>
          <Fields specs={outcomeFields} base={at.outcome} needs={NEEDED_OF_OUTCOME} />
        </fieldset>
        <More title={text(words.partArm)} hasNoCount places={armFields.map(({ key }) => `${at.arm}/${key}`)}>
          <Fields specs={armFields} base={at.arm} needs={NEEDED_OF_ARM} />
        </More>
        <More title={text(words.partStudy)} hasNoCount places={STUDY_PLACES.map((key) => `${at.study}/${key}`)}>
          <PopulationField key={row.study.id} at={`${at.study}/population`} />
          <Fields specs={studySpecs} base={at.study} needs={NEEDED_OF_STUDY} />
          <StudyDocuments at={`${at.study}/documents`} ids={row.study.documents} />
        </More>
        <More title={text(words.partDocuments)} hasNoCount places={used.map((position) => `/documents/${position}`)}>
          {used.map((position) => (
            <fieldset key={position} className={classes.part}>
              <legend>{documents[position]?.id}</legend>
              <Fields specs={documentFields} base={`/documents/${position}`} needs={NEEDED_OF_DOCUMENT} />
            </fieldset>
          ))}
        </More>
      </div>
      <Group justify="space-between" mt="md">
        <span>
          <Button
            size="compact-md"
            variant="subtle"
            color="red"
            onClick={() => leave(withoutOutcomeEdits(literature, row))}
          >
            {text(words.removeOutcome)}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            color="red"
            onClick={() => leave(withoutStudyEdits(literature, row.study.id))}
          >
            {text(words.removeStudy)}
          </Button>
        </span>
        <Button onClick={finish}>{text(words.done)}</Button>
      </Group>
    </Dialog>
  );
}

/** Where a study has fields of its own, outside its groups. */
const STUDY_PLACES = [
  ...["label", "year", "design", "reached", "cohort", "overlaps", "diagnosis", "note"],
  ...["population", "documents"],
];
const NEEDED_OF_READING = ["statistic", "document"];
const NEEDED_OF_OUTCOME = ["site", "metric"];
const NEEDED_OF_ARM = ["treatment"];
const NEEDED_OF_STUDY = ["design", "reached"];
const NEEDED_OF_DOCUMENT = ["kind", "reached"];
