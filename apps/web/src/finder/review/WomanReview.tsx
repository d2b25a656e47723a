import { localText } from "@materbone/clinical";
import {
  type DeliveryExplanation,
  type ReviewRole,
  sayAge,
  sayClock,
  sayWhen,
  WORKLIST_WORDS,
  type Worklist,
} from "@materbone/finder";
import { type FigureLayout, womanRecords, womanTimelineFigure } from "@materbone/report";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, type Ref, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type FinderWoman, womanQuery } from "../../api/finder-queries.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import { bracketed, labelled } from "../../language/punctuation.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import type { RunData } from "../run/RunGate.tsx";
import { StatusChip } from "../run/StatusChip.tsx";
import { CriterionTree } from "../worklist/CriterionTree.tsx";
import { Decide } from "./Decide.tsx";
import type { VerdictChooser } from "./DecisionForm.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { ExportCase } from "./ExportCase.tsx";
import { RecordsTable } from "./RecordsTable.tsx";
import classes from "./Review.module.css";
import { isConfirmed } from "./review-queue.ts";
import { reviewWords as words } from "./review-words.ts";

type Candidate = Worklist["candidates"][number];

export type WomanReviewProps = {
  readonly data: RunData;
  readonly candidate: Candidate;
  readonly reviewer: string;
  readonly role: ReviewRole;
  readonly hasKeys: boolean;
  /** Whoever came here by a decision or a key goes on at her heading. */
  readonly takesFocus: boolean;
  readonly chooser: Ref<VerdictChooser>;
  readonly onDecided: Parameters<typeof Decide>[0]["onDecided"];
};

/** One woman as both reviewers see her: her timeline, every criterion with its evidence, all records, and the decision. */
export function WomanReview(props: WomanReviewProps): ReactNode {
  const { data, candidate, reviewer } = props;
  const woman = useQuery(womanQuery(data.run, candidate.rank, reviewer));
  if (woman.data !== undefined) return <Shown {...props} woman={woman.data} />;
  if (woman.error === null) return <Loading />;
  return <ProblemCard problem={woman.error} onRetry={() => void woman.refetch()} />;
}

function Shown({ woman, ...props }: WomanReviewProps & { readonly woman: FinderWoman }): ReactNode {
  const { data, candidate } = props;
  const { definition } = data;
  const terms = useTerms();
  const { lang } = terms;
  const [number, setNumber] = useState(candidate.delivery.number);
  const heading = useRef<HTMLHeadingElement>(null);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const delivery = woman.deliveries.find((one) => one.number === number) ?? woman.deliveries[0];
  const tier = delivery === undefined ? undefined : tierOf(delivery, candidate);
  const records = useMemo(
    () => (delivery === undefined ? [] : womanRecords(woman.events, delivery, tier, definition)),
    [woman.events, delivery, tier, definition],
  );
  const draw = useCallback(
    (layout: FigureLayout) =>
      womanTimelineFigure(
        { id: `${candidate.rank}-${number}`, delivery: delivery?.when ?? candidate.delivery.when, records, definition },
        { lang, layout },
      ),
    [candidate, number, delivery, records, definition, lang],
  );
  if (delivery === undefined) return null;
  return (
    <div className={classes.woman}>
      <div className={classes.womanHead}>
        <h2 ref={heading} tabIndex={-1}>{`${candidate.rank}. ${candidate.sourceId}`}</h2>
        <Chip tone="question">{localText(candidate.tierName, lang)}</Chip>
        {!candidate.isCertain && <Chip tone="quiet">{terms.text(WORKLIST_WORDS.possible)}</Chip>}
        <StatusChip status={woman.status} />
        <span>
          <span className="mb-muted">{terms.text(WORKLIST_WORDS.age)}</span>{" "}
          {sayAge({ ...candidate, ...(delivery.ageYears && { ageYears: delivery.ageYears }) }, terms)}
        </span>
        <Deliveries all={woman.deliveries} chosen={number} listed={candidate.delivery.number} onChoose={setNumber} />
      </div>
      <div className={classes.main}>
        <section className="mb-card" aria-labelledby="timeline-title">
          <h2 id="timeline-title">{terms.text(words.timeline)}</h2>
          <FigureView draw={draw} />
        </section>
        <CriteriaCard delivery={delivery} data={data} candidate={candidate} tier={tier} />
      </div>
      <div className={classes.side}>
        <Decide
          run={data.run}
          rank={candidate.rank}
          reviewer={props.reviewer}
          role={props.role}
          status={woman.status}
          state={woman.state}
          hasKeys={props.hasKeys}
          chooser={props.chooser}
          onDecided={props.onDecided}
        />
        <Elsewhere run={data.run} rank={candidate.rank} status={woman.status} />
        {isConfirmed(woman.status) && <ExportCase run={data.run} rank={candidate.rank} />}
        <section className="mb-card">
          <h2>{terms.text(WORKLIST_WORDS.settle)}</h2>
          <Sentences items={candidate.said.settle[lang]} />
          <h2>{terms.text(WORKLIST_WORDS.clock)}</h2>
          <Sentences items={delivery.clock.map((reading) => sayClock(reading, delivery.when, terms))} />
        </section>
      </div>
      <div className={classes.below}>
        <RecordsTable records={records} delivery={delivery.when} definition={definition} />
      </div>
    </div>
  );
}

/** The tier under which she is listed; of another delivery, the first that it meets. */
function tierOf(delivery: DeliveryExplanation, candidate: Candidate): string | undefined {
  if (delivery.number === candidate.delivery.number) return candidate.tier;
  return delivery.tiers.find(({ answer }) => answer.answer !== "no")?.id;
}

function Deliveries(props: {
  readonly all: readonly DeliveryExplanation[];
  readonly chosen: number;
  readonly listed: number;
  readonly onChoose: (number: number) => void;
}): ReactNode {
  const terms = useTerms();
  const { all, listed } = props;
  const nameOf = ({ number, when }: DeliveryExplanation): string => {
    const said = labelled(String(number), sayWhen(when, terms), terms.lang);
    return number === listed && all.length > 1 ? bracketed(said, terms.text(words.listedFor), terms.lang) : said;
  };
  const [only] = all;
  if (all.length < 2) {
    return (
      <span>
        <span className="mb-muted">{terms.text(words.deliveries)}</span>{" "}
        {only === undefined ? "" : sayWhen(only.when, terms)}
      </span>
    );
  }
  return (
    <label>
      <span className="mb-muted">{terms.text(words.deliveries)}</span>{" "}
      <select value={props.chosen} onChange={(event) => props.onChoose(Number(event.currentTarget.value))}>
        {all.map((delivery) => (
          <option key={delivery.number} value={delivery.number}>
            {nameOf(delivery)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Her tier first and open; what she does not meet, and what would exclude her, beneath. */
function CriteriaCard(props: {
  readonly delivery: DeliveryExplanation;
  readonly data: RunData;
  readonly candidate: Candidate;
  readonly tier: string | undefined;
}): ReactNode {
  const { delivery, data } = props;
  const terms = useTerms();
  const own = delivery.tiers.filter(({ id }) => id === props.tier);
  const others = delivery.tiers.filter(({ id }) => id !== props.tier);
  const met = delivery.exclusions.filter(({ answer }) => answer.answer !== "no");
  const unmet = delivery.exclusions.filter(({ answer }) => answer.answer === "no");
  const trees = (of: typeof delivery.tiers): ReactNode =>
    of.map(({ id, name, answer }) => (
      <CriterionTree
        key={id}
        name={localText(name, terms.lang)}
        answer={answer}
        definition={data.definition}
        evidence={delivery}
      />
    ));
  return (
    <section className="mb-card" aria-labelledby="criteria-title">
      <h2 id="criteria-title">{terms.text(words.criteria)}</h2>
      {delivery.isOfAge === "no" && <p>{terms.text(words.otherAge)}</p>}
      {trees(own)}
      {met.length > 0 && <h3>{terms.text(words.exclusions)}</h3>}
      {trees(met)}
      {delivery.isOfAge !== "no" && (
        <details>
          <summary>{terms.text(words.others)}</summary>
          {trees([...others, ...unmet])}
        </details>
      )}
    </section>
  );
}

function Sentences({ items }: { readonly items: readonly string[] }): ReactNode {
  return (
    <ul className={classes.sentences}>
      {numbered(items).map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}
