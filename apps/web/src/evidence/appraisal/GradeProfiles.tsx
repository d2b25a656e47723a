import { Button } from "@mantine/core";
import { localText, say, type Terms } from "@materbone/clinical";
import { appraisalKnowledge, certaintyOf, type GradeProfile } from "@materbone/evidence";
import {
  evidenceSite,
  GRADE_DOMAIN_WORDS,
  GRADE_WORDS,
  headed,
  METRIC_WORDS,
  sourceText,
  TREATMENT_WORDS,
} from "@materbone/report";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { Fields } from "../../fields/Fields.tsx";
import { type FieldSpec, plain, text as textField } from "../../fields/field-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { bracketed, labelled } from "../../language/punctuation.ts";
import { numbered } from "../../parts/numbered.ts";
import sheet from "../Evidence.module.css";
import { worded } from "../edit/literature-spec.ts";
import { useEvidence } from "../evidence-context.tsx";
import classes from "./Appraisal.module.css";
import { LEVEL_WORDS, sayStart, appraisalWords as words } from "./appraisal-words.ts";
import { type GradedOutcome, gradedOutcomes } from "./grade-outcomes.ts";
import { JudgeForm } from "./JudgeForm.tsx";

/** The certainty of each outcome: the start, every judgement with its reason, and what follows. */
export function GradeProfiles(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { literature, synthesis } = useEvidence();
  const outcomes = useMemo(() => gradedOutcomes(literature, synthesis), [literature, synthesis]);
  return (
    <section className={`mb-card ${sheet.sheet}`} aria-labelledby="evidence-grade">
      <h2 id="evidence-grade">{text(words.certainty)}</h2>
      <p className={sheet.lead}>{text(words.certaintyText)}</p>
      <p className={sheet.note}>{sourceText(appraisalKnowledge.grade.source, terms)}</p>
      <div className={classes.profiles}>
        {outcomes.map((graded) => (
          <Profile key={graded.key} graded={graded} />
        ))}
      </div>
    </section>
  );
}

const SPECS: readonly FieldSpec[] = [
  {
    kind: "options",
    key: "start",
    options: [
      { value: "low", text: GRADE_WORDS.low },
      { value: "high", text: GRADE_WORDS.high },
      { value: "noEvidence", text: GRADE_WORDS.noEvidence },
    ],
  },
  textField("because"),
  {
    kind: "list",
    key: "judgements",
    opens: ["domain", "levels", "because"],
    fields: [
      worded("domain"),
      { kind: "options", key: "levels", isNumber: true, options: LEVEL_WORDS },
      textField("because"),
    ],
  },
  plain("judgedBy"),
  plain("on"),
];

/** A judged outcome with its reasons in sight and its form behind a button; one that nobody judged with the way to begin. */
function Profile({ graded }: { readonly graded: GradedOutcome }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const { literature } = useEvidence();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { outcome, profile, position } = graded;
  const name = outcomeName(outcome, terms);
  const profiles = literature.grade ?? [];
  if (profile === undefined || position === undefined) {
    return (
      <details className={classes.profile}>
        <summary>
          <strong>{name}</strong>
          <span className="mb-muted">{headed(text(words.notJudged))}</span>
        </summary>
        <JudgeForm
          action={text(words.judge)}
          subject={name}
          onBegin={(judgedBy, on) =>
            store.editAll([
              { at: `/grade/${profiles.length}`, value: { outcome, start: "low", judgements: [], judgedBy, on } },
            ])
          }
        />
      </details>
    );
  }
  return (
    <div className={classes.profile}>
      <h3 className={classes.heading}>
        {name} <span className={classes.level}>{headed(text(GRADE_WORDS[certaintyOf(profile)]))}</span>
      </h3>
      <Reasons profile={profile} />
      <Button
        size="compact-sm"
        variant="subtle"
        className="mb-noprint"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={`${text(isOpen ? words.shut : words.change)}, ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {text(isOpen ? words.shut : words.change)}
      </Button>
      {isOpen && (
        <div id={id}>
          <Fields specs={SPECS} base={`/grade/${position}`} needs={NEEDED} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => store.removeEntry(`/grade/${position}`)}
          >
            {text(words.removeProfile)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The start, every judgement and who made them. */
function Reasons({ profile }: { readonly profile: GradeProfile }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { start, because, judgements, judgedBy, on } = profile;
  return (
    <ul className={classes.reasons}>
      <li>
        {start === "noEvidence"
          ? bracketed(
              because === undefined ? text(GRADE_WORDS[start]) : localText(because, lang),
              `${judgedBy}, ${on}`,
              lang,
            )
          : say(sayStart, { level: text(GRADE_WORDS[start]), by: judgedBy, on }, terms)}
      </li>
      {numbered(judgements).map(({ key, item }) => {
        const level = LEVEL_WORDS.find(({ value }) => value === String(item.levels))?.text;
        const what = bracketed(
          headed(text(GRADE_DOMAIN_WORDS[item.domain])),
          level === undefined ? "" : text(level),
          lang,
        );
        return <li key={key}>{labelled(what, localText(item.because, lang), lang)}</li>;
      })}
    </ul>
  );
}

const NEEDED = ["start"];

function outcomeName({ site, metric, treatment }: GradedOutcome["outcome"], terms: Terms): string {
  const { text } = terms;
  return headed(
    terms.series([evidenceSite(site, terms), text(METRIC_WORDS[metric]), text(TREATMENT_WORDS[treatment])]),
  );
}
