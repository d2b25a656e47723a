import { localText } from "@materbone/clinical";
import { type BlindStatus, sayAge, sayWhen, WORKLIST_WORDS, type Worklist } from "@materbone/finder";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { given } from "../../app/search-value.ts";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { Chip } from "../../parts/Chip.tsx";
import { numbered } from "../../parts/numbered.ts";
import type { RunData } from "../run/RunGate.tsx";
import { StatusChip } from "../run/StatusChip.tsx";
import { DelayClock } from "./DelayClock.tsx";
import { WomanDetails } from "./WomanDetails.tsx";
import classes from "./WorklistTable.module.css";
import { whyLine } from "./why-line.ts";
import { worklistWords as words } from "./worklist-words.ts";

type Candidate = Worklist["candidates"][number];

/** Women of one page, the surest first; the one in the address stands open beneath her row. */
export function WorklistTable(props: {
  readonly data: RunData;
  readonly candidates: readonly Candidate[];
  readonly opened: number | undefined;
  /** By rank, from 1; absent while no reviewer's name is known. */
  readonly statuses: readonly BlindStatus[] | undefined;
  readonly onOpen: (rank: number | undefined) => void;
}): ReactNode {
  const { data, statuses, opened, onOpen } = props;
  const terms = useTerms();
  const close = (rank: number): void => {
    onOpen(undefined);
    document.querySelector<HTMLElement>(`tr[data-rank="${rank}"] th a`)?.focus();
  };
  const head = [
    words.rank,
    words.woman,
    words.why,
    words.clock,
    words.settle,
    ...(statuses === undefined ? [] : [words.status]),
  ];
  return (
    <table className={classes.table}>
      <caption className="mb-hidden">{terms.text(WORKLIST_WORDS.title)}</caption>
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word.en} scope="col">
              {terms.text(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.candidates.map((candidate) => {
          const isOpen = candidate.rank === opened;
          const status = statuses?.[candidate.rank - 1];
          return (
            <Fragment key={candidate.rank}>
              <Row
                data={data}
                candidate={candidate}
                isOpen={isOpen}
                status={status}
                hasStatus={statuses !== undefined}
              />
              {isOpen && (
                <tr className={classes.opened}>
                  <td colSpan={head.length}>
                    <WomanDetails
                      run={data.run}
                      candidate={candidate}
                      definition={data.definition}
                      onClose={() => close(candidate.rank)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly data: RunData;
  readonly candidate: Candidate;
  readonly isOpen: boolean;
  readonly status: BlindStatus | undefined;
  readonly hasStatus: boolean;
}): ReactNode {
  const { data, candidate, isOpen, status } = props;
  const terms = useTerms();
  const { delivery, flags } = candidate;
  return (
    <tr data-rank={candidate.rank}>
      <td className={classes.rank}>{candidate.rank}</td>
      <th scope="row">
        <Link
          from="/find/runs/$run"
          to="/find/runs/$run"
          params={{ run: data.run }}
          search={(previous) => given({ ...previous, woman: isOpen ? undefined : candidate.rank })}
          replace
          resetScroll={false}
          aria-expanded={isOpen}
        >
          {candidate.sourceId}
        </Link>
        <span className={classes.fact}>
          <span className="mb-muted">{terms.text(WORKLIST_WORDS.delivery)}</span> {sayWhen(delivery.when, terms)}
        </span>
        <span className={classes.fact}>
          <span className="mb-muted">{terms.text(WORKLIST_WORDS.age)}</span> {sayAge(candidate, terms)}
        </span>
      </th>
      <td>
        <span className={classes.tier}>
          <strong>{localText(candidate.tierName, terms.lang)}</strong>
          {!candidate.isCertain && <Chip tone="question">{terms.text(WORKLIST_WORDS.possible)}</Chip>}
        </span>
        <span className={classes.why}>{whyLine(candidate, data.definition, terms)}</span>
        {flags.length > 0 && (
          <span className={classes.flags}>
            {labelled(
              terms.text(WORKLIST_WORDS.flags),
              terms.series(flags.map(({ name }) => localText(name, terms.lang))),
              terms.lang,
            )}
          </span>
        )}
      </td>
      <td>
        <DelayClock clock={candidate.clock} delivery={delivery.when} />
      </td>
      <td>
        <ul className={classes.questions}>
          {numbered(candidate.said.settle[terms.lang]).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      </td>
      {props.hasStatus && <td>{status !== undefined && <StatusChip status={status} />}</td>}
    </tr>
  );
}
