import { localText, say, type Terms } from "@materbone/clinical";
import type { EvidenceRow, Literature } from "@materbone/evidence";
import { evidenceSite, headed, METRIC_WORDS, REACHED_WORDS, readingText, TREATMENT_WORDS } from "@materbone/report";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTerms } from "../../language/language.tsx";
import { apart } from "../../parts/apart.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { useEvidence } from "../evidence-context.tsx";
import type { PlacedRow } from "./row-filter.ts";
import classes from "./Studies.module.css";
import { whereText } from "./StudyFilters.tsx";
import { sayOpen, studiesWords as words } from "./studies-words.ts";
import type { useCard } from "./use-card.ts";

const OutcomeDetails = apart(
  () => import("./OutcomeDetails.tsx"),
  ({ OutcomeDetails }) => OutcomeDetails,
  () => <Loading />,
);

/** One outcome: a row, and below it everything about its value while it is open. */
export function OutcomeRow(props: {
  readonly placed: PlacedRow;
  readonly isOpen: boolean;
  readonly columns: number;
  readonly describedBy: string | undefined;
  readonly thing: ReturnType<typeof useCard<EvidenceRow>>["thing"];
  readonly onOpen: (key: string | undefined) => void;
}): ReactNode {
  const { isOpen } = props;
  const { row, place } = props.placed;
  const terms = useTerms();
  const { text } = terms;
  const { literature, choices } = useEvidence();
  const id = useId();
  const line = useRef<HTMLTableRowElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // A link leads to an outcome that may stand far below.
    if (isOpen && !wasOpen.current) line.current?.scrollIntoView({ block: "nearest" });
    wasOpen.current = isOpen;
  }, [isOpen]);
  const isChosenHere = choices.readings[row.key] !== undefined;
  return (
    <>
      <tr ref={line} data-open={isOpen}>
        <th scope="row">
          {row.study.label}
          {row.study.year !== undefined && !row.study.label.includes(String(row.study.year)) && (
            <span className="mb-muted"> {row.study.year}</span>
          )}
        </th>
        <td className={classes.wraps}>
          <button
            type="button"
            className={classes.value}
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-details` : undefined}
            aria-describedby={props.describedBy}
            {...props.thing(row)}
            onClick={() => props.onOpen(isOpen ? undefined : row.key)}
          >
            {row.reading === undefined ? text(words.noNumber) : readingText(row.reading, terms)}
            <span className="mb-hidden"> {say(sayOpen, { study: row.study.label }, terms)}</span>
          </button>
          {row.outcome.metric !== "percentChange" && (
            <span className={classes.under}>{text(METRIC_WORDS[row.outcome.metric])}</span>
          )}
          {(row.hasConflict || isChosenHere) && (
            <span className={classes.chips}>
              {row.hasConflict && <Chip tone="question">{text(words.conflict)}</Chip>}
              {isChosenHere && <Chip tone="good">{text(words.chosenHere)}</Chip>}
            </span>
          )}
        </td>
        <td className={classes.wraps} data-label={text(words.site)}>
          {headed(siteText(row, terms))}
        </td>
        <td className={classes.number} data-label={text(words.months)}>
          {row.months === undefined ? "" : terms.monthInterval(row.months)}
        </td>
        <td className={classes.wraps} data-label={text(words.treatment)}>
          {headed(text(TREATMENT_WORDS[row.treatment]))}
        </td>
        <td className={classes.number} data-label={text(words.women)}>
          {row.women ?? ""}
        </td>
        <td data-label={text(words.use)} className={`${classes.wraps} ${place === "pooled" ? "" : "mb-muted"}`}>
          {whereText(place, terms)}
        </td>
        <td className={classes.wraps} data-label={text(words.source)}>
          {sourceText(row, literature, terms)}
        </td>
      </tr>
      {isOpen && (
        <tr className={classes.details}>
          <td colSpan={props.columns} id={`${id}-details`}>
            <OutcomeDetails row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

function siteText({ outcome }: EvidenceRow, terms: Terms): string {
  return outcome.siteName === undefined ? evidenceSite(outcome.site, terms) : localText(outcome.siteName, terms.lang);
}

/** The document by its short name. */
function sourceText({ study, reading }: EvidenceRow, { documents }: Literature, terms: Terms): string {
  const document = documents.find(({ id }) => id === (reading?.document ?? study.documents[0]));
  if (document?.label !== undefined) return headed(localText(document.label, terms.lang));
  return headed(terms.text(REACHED_WORDS[study.reached]));
}
