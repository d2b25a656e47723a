import { type Lang, localText, say, type Terms } from "@materbone/clinical";
import { FUNNEL_NOTE, sayCount, type Worklist } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { bracketed, labelled } from "../../language/punctuation.ts";
import { momentText } from "../../parts/moment-text.ts";
import { numbered } from "../../parts/numbered.ts";
import classes from "./RunHead.module.css";
import warningClasses from "./Warning.module.css";
import { sayData, sayTook, sayUnseen, worklistWords as words } from "./worklist-words.ts";

/** What was asked of which data, when and by which engine; apart from it, how many were left at each step. Both are folded. */
export function RunHead({ worklist }: { readonly worklist: Worklist }): ReactNode {
  const terms = useTerms();
  const { definition, run } = worklist;
  const source = run === undefined ? undefined : saySource(run.data, terms);
  const facts: readonly (readonly [string, string])[] = [
    [
      terms.text(words.definition),
      bracketed(localText(definition.name, terms.lang), `${definition.id} ${definition.version}`, terms.lang),
    ],
    ...(run === undefined
      ? []
      : [
          ...(source === undefined ? [] : [[terms.text(words.data), source] as const]),
          ...(run.asOf === undefined ? [] : [[terms.text(words.asOf), run.asOf] as const]),
          [terms.text(words.engine), `${run.engine.name} ${run.engine.version}`] as const,
          [terms.text(words.took), say(sayTook, tookOf(run, terms.lang), terms)] as const,
          [terms.text(words.hash), run.definition.hash.slice(0, 19)] as const,
        ]),
  ];
  const said = labelled(terms.text(words.head), localText(definition.name, terms.lang), terms.lang);
  return (
    <section className={classes.head} aria-label={terms.text(words.head)}>
      <details className={`mb-card ${classes.folded}`}>
        <summary>{said}</summary>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details className={`mb-card ${classes.folded}`}>
        <summary>{terms.text(words.funnelMain)}</summary>
        <Funnel funnel={worklist.funnel} />
      </details>
      {run !== undefined && <Unseen data={run.data} />}
    </section>
  );
}

/** What the answer cannot know: words that no definition sees, and what the conversion could not use. */
function Unseen({ data }: { readonly data: NonNullable<Worklist["run"]>["data"] }): ReactNode {
  const terms = useTerms();
  const { codes, rows } = partsOf(partsOf(data).unseen);
  if (typeof codes !== "number" || typeof rows !== "number") return null;
  return (
    <p role="note" className={classes.unseen}>
      {say(sayUnseen, { codes, rows }, terms)}
    </p>
  );
}

/** Steps that lead from everybody to the worklist; the others stand beneath, on demand. */
const MAIN = new Set(["persons", "women", "delivered", "aged", "met", "candidates"]);

function Funnel({ funnel }: Pick<Worklist, "funnel">): ReactNode {
  const terms = useTerms();
  const most = Math.max(1, ...funnel.stages.map(({ people }) => (people.kind === "count" ? people.count : 0)));
  const rows = (isMain: boolean) => funnel.stages.filter(({ id }) => MAIN.has(id) === isMain);
  return (
    <div className={classes.funnel}>
      <p className={funnel.smallCell === 0 ? warningClasses.warn : "mb-muted"}>
        {say(FUNNEL_NOTE, { smallCell: funnel.smallCell }, terms)}
      </p>
      <Bars stages={rows(true)} most={most} />
      <details>
        <summary>{terms.text(words.funnelRest)}</summary>
        <Bars stages={rows(false)} most={most} />
      </details>
    </div>
  );
}

/** A bar as long as its count; a count that is hidden has a word and no bar. */
function Bars(props: { readonly stages: Worklist["funnel"]["stages"]; readonly most: number }): ReactNode {
  const terms = useTerms();
  return (
    <ul className={classes.bars}>
      {numbered(props.stages).map(({ key, item: { name, people } }) => (
        <li key={key}>
          <span>{terms.text(name)}</span>
          <span className={classes.track} aria-hidden="true">
            {people.kind === "count" && (
              <span className={classes.bar} style={{ width: `${(people.count / props.most) * 100}%` }} />
            )}
          </span>
          <span className={people.kind === "count" ? classes.count : `${classes.count} mb-muted`}>
            {sayCount(people, terms)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Form and files of the converted data, or the schema of a database. */
function saySource(data: NonNullable<Worklist["run"]>["data"], terms: Terms): string | undefined {
  if (typeof data === "string") return data;
  const { source, inputs } = partsOf(data);
  if (!(source === "fhir" || source === "omop" || source === "csv")) return undefined;
  if (!Array.isArray(inputs)) return FORMAT[source];
  return say(sayData, { format: FORMAT[source], files: inputs.length }, terms);
}

const FORMAT = { fhir: "FHIR R4", omop: "OMOP CDM", csv: "CSV" } as const;

/** Parts of a value that only the engine knows the form of. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function tookOf({ startedAt, endedAt }: NonNullable<Worklist["run"]>, lang: Lang) {
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  return { at: momentText(endedAt, lang), seconds: seconds.toFixed(1) };
}
