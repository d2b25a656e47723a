import { Button, SegmentedControl } from "@mantine/core";
import { type Finding, findings as findingsOf, type SeriesView, say } from "@materbone/clinical";
import { womanName } from "@materbone/report";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { FindingChangesList, hasChanges } from "./FindingChangesList.tsx";
import { FindingFilters } from "./FindingFilters.tsx";
import { FindingGroupCard, type OpenReview } from "./FindingGroupCard.tsx";
import classes from "./FindingsInbox.module.css";
import { facetCounts, filtered, grouped } from "./finding-groups.ts";
import { sayCount, sayReviewed, findingsWords as words } from "./findings-words.ts";
import { useFindingChanges } from "./use-finding-changes.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useReviews } from "./use-reviews.ts";

const route = getRouteApi("/series/$series/findings");

/** The list of findings with its filters, its keys and what became of it since the reader last looked. */
export function FindingsInbox(props: { readonly series: string; readonly view: SeriesView }): ReactNode {
  const { series, view } = props;
  const terms = useTerms();
  const sayText = useSay();
  const filter = route.useSearch();
  const by = filter.by ?? "rule";
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<OpenReview>();
  const [said, setSaid] = useState("");
  const actions = useReviews(series);
  const all = useMemo(() => findingsOf(view.series), [view]);
  const shown = useMemo(() => filtered(all, filter), [all, filter]);
  const counts = useMemo(() => facetCounts(all, filter), [all, filter]);
  const groups = useMemo(() => grouped(shown, by), [shown, by]);
  const { changes, markSeen } = useFindingChanges(series, all);
  const list = useListKeys((key, ask) => setOpen({ key, state: ask === "explain" ? "explained" : "accepted" }));
  const nameOf = (id: string | null): string => {
    const record = view.cases.find((woman) => woman.record.id === id)?.record;
    return record === undefined ? (id ?? sayText(words.series)) : womanName(record, terms);
  };
  const onDone = (state: Finding["state"], touched: readonly Finding[]): void => {
    const before = all.filter((finding) => finding.state === "open").length;
    const left = state === "open" ? before + touched.length : before - touched.length;
    setSaid(say(sayReviewed, { count: touched.length, state, open: left }, terms));
  };
  if (all.length === 0) {
    return (
      <div className="mb-card">
        <p>
          <strong>{sayText(words.none)}</strong>
        </p>
        <p className="mb-muted">{sayText(words.noneText)}</p>
      </div>
    );
  }
  return (
    <>
      <div className={`mb-card ${classes.top}`}>
        <FindingFilters
          view={view}
          filter={filter}
          counts={counts}
          onChange={(change) =>
            void navigate({
              search: (previous) => withoutAbsent({ ...previous, ...change }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <div className={classes.line}>
          <p role="status" className={classes.count}>
            {say(sayCount, { shown: shown.length, total: all.length }, terms)}
          </p>
          <SegmentedControl
            size="xs"
            aria-label={sayText(words.groupBy)}
            value={by}
            data={[
              { value: "rule", label: `${terms.lang === "en" ? "By " : ""}${sayText(words.byRule)}` },
              { value: "woman", label: `${terms.lang === "en" ? "By " : ""}${sayText(words.byWoman)}` },
            ]}
            onChange={(value) =>
              void navigate({
                search: (previous) => ({ ...previous, by: value === "woman" ? "woman" : "rule" }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <details className={classes.keys}>
            <summary>{sayText(words.keys)}</summary>
            <p>{sayText(words.keysText)}</p>
          </details>
        </div>
      </div>
      <p role="status" className={said === "" ? "mb-hidden" : classes.said}>
        {said}
      </p>
      {changes !== undefined && hasChanges(changes) && (
        <section className={`mb-card ${classes.changes}`} aria-labelledby="finding-changes">
          <div className={classes.line}>
            <h2 id="finding-changes">{sayText(words.changesTitle)}</h2>
            <span>
              {sayText(words.resolved)} {changes.resolved.length} · {sayText(words.raised)} {changes.raised.length} ·{" "}
              {sayText(words.reviewed)} {changes.reviewed.length}
            </span>
            <Button size="compact-sm" variant="subtle" onClick={markSeen}>
              {sayText(words.seen)}
            </Button>
          </div>
          <FindingChangesList changes={changes} nameOf={nameOf} />
        </section>
      )}
      {actions.problem !== null && <ProblemCard problem={actions.problem} of="series" />}
      <section ref={list} data-finding-list="" aria-label={sayText(words.listTitle)}>
        {groups.map((group) => (
          <FindingGroupCard
            key={`${by} ${group.key}`}
            series={series}
            view={view}
            group={group}
            by={by}
            open={open}
            onOpen={setOpen}
            actions={actions}
            onDone={onDone}
          />
        ))}
        {groups.length === 0 && <p className={`mb-card ${classes.none}`}>{sayText(words.noMatch)}</p>}
      </section>
    </>
  );
}

/** A part that was cleared leaves the address. */
function withoutAbsent<T extends object>(search: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
