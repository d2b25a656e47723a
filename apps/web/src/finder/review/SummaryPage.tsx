import { Button } from "@mantine/core";
import { localText, say } from "@materbone/clinical";
import {
  REVIEW_VERDICTS,
  type ReviewSummary,
  type ShownSummary,
  STATUS_WORDS,
  SUMMARY_WORDS,
  sayStream,
  sayWindow,
  VERDICT_WORDS,
  type VerdictCounts,
} from "@materbone/finder";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { reviewQuery, summaryQuery } from "../../api/finder-queries.ts";
import { leavingReviewAddress } from "../../api/finder-run-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed, clauses } from "../../language/punctuation.ts";
import { downloadText } from "../../parts/download.ts";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { FinderFrame } from "../FinderFrame.tsx";
import { finderWords } from "../finder-words.ts";
import { type RunData, RunGate } from "../run/RunGate.tsx";
import { useReviewerName } from "../run/reviewer-name.ts";
import classes from "./Summary.module.css";
import { denominatorText, kappaText, proportionText } from "./say-summary.ts";
import { sayThreshold, summaryWords as words } from "./summary-words.ts";
import { VerdictTable } from "./VerdictTable.tsx";

const route = getRouteApi("/find/runs/$run/summary");

/** How far two reviewers agree and how good the definition is: in full for inside, and as far as it may leave. */
export function SummaryPage(): ReactNode {
  const sayText = useSay();
  const { run } = route.useParams();
  return (
    <FinderFrame run={run} title={sayText(finderWords.summary)}>
      <RunGate run={run}>{(data) => <Summaries data={data} />}</RunGate>
    </FinderFrame>
  );
}

function Summaries({ data }: { readonly data: RunData }): ReactNode {
  const { run } = data;
  const summary = useQuery(summaryQuery(run));
  const reviewer = useReviewerName();
  const review = useQuery(reviewQuery(run, reviewer ?? "-"));
  if (summary.data === undefined) {
    if (summary.error === null) return <Loading />;
    return <ProblemCard problem={summary.error} onRetry={() => void summary.refetch()} />;
  }
  const { inside, leaving } = summary.data;
  return (
    <div className={classes.page}>
      <Inside data={data} summary={inside} reviewers={review.data?.reviewers ?? []} />
      <Leaving data={data} summary={leaving} />
    </div>
  );
}

function Inside(props: {
  readonly data: RunData;
  readonly summary: ReviewSummary;
  readonly reviewers: readonly string[];
}): ReactNode {
  const { data, summary, reviewers } = props;
  const terms = useTerms();
  const { definition, run } = data;
  const { overall, byStatus, tiers, criteria, agreement } = summary;
  const nameOfTier = (id: string): string => {
    const tier = definition.tiers.find((one) => one.id === id);
    return tier === undefined ? id : localText(tier.name, terms.lang);
  };
  const nameOfCriterion = ({ event, window }: (typeof criteria)[number]): string => {
    const period = definition.windows[window];
    return bracketed(
      sayStream(event, definition, terms),
      period === undefined ? window : sayWindow(period, terms),
      terms.lang,
    );
  };
  return (
    <section className={`mb-card ${classes.inside}`} aria-labelledby="inside-title">
      <h2 id="inside-title">{terms.text(words.inside)}</h2>
      <p className={classes.warn}>{terms.text(words.insideText)}</p>
      <dl className={classes.facts}>
        <Fact name={terms.text(words.reviewers)}>
          {reviewers.length === 0 ? terms.text(words.nobody) : terms.list(reviewers)}
        </Fact>
        <Fact name={terms.text(words.progress)}>
          {clauses(
            (["open", "agreed", "disagreed", "adjudicated"] as const).map(
              (kind) => `${terms.text(STATUS_WORDS[kind])} ${byStatus[kind]}`,
            ),
            terms.lang,
          )}
        </Fact>
        <Fact name={terms.text(SUMMARY_WORDS.ppv)}>
          <strong>{proportionText(overall.ppv, terms)}</strong>
        </Fact>
      </dl>
      <Denominator counts={overall} />
      <h3>{terms.text(words.agreement)}</h3>
      <p className="mb-muted">{terms.text(words.agreementText)}</p>
      <dl className={classes.facts}>
        <Fact name={terms.text(SUMMARY_WORDS.rawAgreement)}>
          {agreement.raw.kind === "none" ? terms.text(words.notTwice) : proportionText(agreement.raw, terms)}
        </Fact>
        {agreement.raw.kind !== "none" && (
          <Fact name={terms.text(SUMMARY_WORDS.kappa)}>{kappaText(agreement.kappa, terms)}</Fact>
        )}
      </dl>
      {agreement.raw.kind !== "none" && <AgreementTable table={agreement.table} />}
      <VerdictTable
        title={terms.text(words.byTier)}
        of={terms.text(words.tier)}
        rows={[
          ...tiers.map((counts) => ({ ...counts, key: counts.tier, name: nameOfTier(counts.tier) })),
          { ...overall, key: "overall", name: terms.text(words.overall) },
        ]}
      />
      <VerdictTable
        title={terms.text(words.byCriterion)}
        of={terms.text(words.criterion)}
        rows={criteria.map((counts) => ({
          ...counts,
          key: `${counts.event} ${counts.window}`,
          name: nameOfCriterion(counts),
        }))}
      />
      <p className="mb-muted">{terms.text(words.criterionText)}</p>
      <div className={`${classes.acts} mb-noprint`}>
        <Button
          variant="light"
          onClick={() => downloadText(`summary-inside-${run}.json`, "application/json", jsonText(summary))}
        >
          {terms.text(words.downloadInside)}
        </Button>
        <Button variant="subtle" onClick={() => print()}>
          {terms.text(words.print)}
        </Button>
      </div>
    </section>
  );
}

function Leaving({ data, summary }: { readonly data: RunData; readonly summary: ShownSummary }): ReactNode {
  const terms = useTerms();
  const { run, definition } = data;
  const { overall, tiers, agreement, isReviewShown, smallCell } = summary;
  const nameOf = (id: string): string => {
    const tier = definition.tiers.find((one) => one.id === id);
    return tier === undefined ? id : localText(tier.name, terms.lang);
  };
  const rows = [
    ...(tiers.kind === "shown" ? tiers.value.map((one) => ({ ...one, key: one.tier, name: nameOf(one.tier) })) : []),
    ...(overall.kind === "shown" ? [{ ...overall.value, key: "overall", name: terms.text(words.overall) }] : []),
  ];
  return (
    <section className={`mb-card ${classes.leaving}`} aria-labelledby="leaving-title">
      <h2 id="leaving-title">{terms.text(words.leaving)}</h2>
      <p className="mb-muted">{say(sayThreshold, { smallCell }, terms)}</p>
      {rows.length > 0 && (
        <VerdictTable title={terms.text(words.byTierLeaving)} of={terms.text(words.tier)} rows={rows} />
      )}
      {overall.kind === "shown" && <Denominator counts={overall.value} />}
      {agreement.kind === "shown" && (
        <dl className={classes.facts}>
          <Fact name={terms.text(SUMMARY_WORDS.rawAgreement)}>{proportionText(agreement.value.raw, terms)}</Fact>
          <Fact name={terms.text(SUMMARY_WORDS.kappa)}>{kappaText(agreement.value.kappa, terms)}</Fact>
        </dl>
      )}
      <ul className={classes.hidden}>
        {overall.kind === "hidden" && <li>{terms.text(words.overallHidden)}</li>}
        {tiers.kind === "hidden" && <li>{terms.text(words.tiersHidden)}</li>}
        {agreement.kind === "hidden" && <li>{terms.text(words.agreementHidden)}</li>}
        {!isReviewShown && <li>{terms.text(words.reviewHidden)}</li>}
        <li>{terms.text(words.criteriaHidden)}</li>
      </ul>
      <div className={`${classes.acts} mb-noprint`}>
        <Button
          variant="light"
          onClick={() => downloadText(`summary-${run}.json`, "application/json", jsonText(summary))}
        >
          {terms.text(words.download)}
        </Button>
        {isReviewShown && (
          <a href={leavingReviewAddress(run)} download>
            {terms.text(words.downloadReview)}
          </a>
        )}
      </div>
      {isReviewShown && <p className="mb-muted mb-noprint">{terms.text(words.reviewText)}</p>}
    </section>
  );
}

/** Of whom the predictive value is, and that a half-read list is read from its surest end. */
function Denominator({ counts }: { readonly counts: VerdictCounts }): ReactNode {
  const terms = useTerms();
  const text = denominatorText(counts, terms);
  if (text === undefined) return null;
  return (
    <>
      <p>{text}</p>
      {counts.open > 0 && <p className={classes.warn}>{terms.text(words.half)}</p>}
    </>
  );
}

function AgreementTable({ table }: { readonly table: ReviewSummary["agreement"]["table"] }): ReactNode {
  const terms = useTerms();
  return (
    <table className={classes.table}>
      <caption>{terms.text(words.table)}</caption>
      <thead>
        <tr>
          <td />
          {REVIEW_VERDICTS.map((verdict) => (
            <th key={verdict} scope="col" className={classes.number}>
              {terms.text(VERDICT_WORDS[verdict])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {REVIEW_VERDICTS.map((first, row) => (
          <tr key={first}>
            <th scope="row">{terms.text(VERDICT_WORDS[first])}</th>
            {REVIEW_VERDICTS.map((second, column) => (
              <td key={second} className={classes.number}>
                {table[row]?.[column] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
