import { caseFindings, openCase, say } from "@materbone/clinical";
import { headed, SEVERITY_TONE } from "@materbone/report";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { headQuery } from "../../api/queries.ts";
import { useCaseSeries, useCaseView, useEditor } from "../../editor/editor-context.tsx";
import type { OpenReview } from "../../findings/FindingGroupCard.tsx";
import { FindingRow } from "../../findings/FindingRow.tsx";
import { bySeverity, findingKey } from "../../findings/finding-groups.ts";
import { sayCount, findingsWords as words } from "../../findings/findings-words.ts";
import { reviewOf } from "../../findings/reviewed-head.ts";
import { useListKeys } from "../../findings/use-list-keys.ts";
import { useReviews } from "../../findings/use-reviews.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./CaseFindingsPanel.module.css";
import { EditEffect } from "./EditEffect.tsx";

/** What does not add up in the record of this woman, as it is being edited. */
export function CaseFindingsPanel({ series }: { readonly series: string }): ReactNode {
  const terms = useTerms();
  const sayText = useSay();
  // A letter typed is drawn first, the rules follow.
  const view = useDeferredValue(useCaseView());
  const context = useCaseSeries();
  const { editor } = useEditor();
  const head = useQuery(headQuery(series));
  const reviews = head.data?.value.reviews;
  const actions = useReviews(series);
  const [open, setOpen] = useState<OpenReview>();
  const now = useMemo(() => caseFindings(view, reviews), [view, reviews]);
  const saved = useMemo(() => caseFindings(openCase(editor.saved, context), reviews), [editor.saved, context, reviews]);
  const list = useListKeys((key, ask) => setOpen({ key, state: ask === "explain" ? "explained" : "accepted" }));
  if (head.error !== null) return <ProblemCard problem={head.error} />;
  if (head.data === undefined) return <Loading />;
  const openCount = now.filter(({ state }) => state === "open").length;
  return (
    <div className={classes.panel} ref={list} data-finding-list="">
      <h2>{sayText(words.title)}</h2>
      <p className={classes.count}>
        {say(sayCount, { shown: now.length, total: now.length }, terms)} · {headed(terms.word("findingState", "open"))}{" "}
        {openCount}
      </p>
      <EditEffect saved={saved} now={now} />
      {actions.problem !== null && <ProblemCard problem={actions.problem} of="series" />}
      {now.length === 0 && <p>{sayText(words.noneCase)}</p>}
      {bySeverity(now).map(({ severity, findings }) => (
        <section key={severity} aria-labelledby={`case-findings-${severity}`}>
          <h3 id={`case-findings-${severity}`} className={classes.severity}>
            <Chip tone={SEVERITY_TONE[severity]}>{headed(terms.word("severity", severity))}</Chip> {findings.length}
          </h3>
          <ul className={classes.list}>
            {findings.map((finding) => (
              <FindingRow
                key={findingKey(finding)}
                series={series}
                finding={finding}
                document={view.record}
                isSeverityShown={false}
                review={reviewOf(head.data.value, finding)}
                open={open?.key === findingKey(finding) ? open.state : undefined}
                onOpen={(state) => setOpen(state && { key: findingKey(finding), state })}
                actions={actions}
                onDone={() => setOpen(undefined)}
              />
            ))}
          </ul>
        </section>
      ))}
      <details className={classes.keys}>
        <summary>{sayText(words.keys)}</summary>
        <p>{sayText(words.keysText)}</p>
      </details>
      <p className="mb-muted">
        {sayText(words.seriesHint)}{" "}
        <Link to="/series/$series/findings" params={{ series }}>
          {sayText(words.inbox)}
        </Link>
      </p>
    </div>
  );
}
