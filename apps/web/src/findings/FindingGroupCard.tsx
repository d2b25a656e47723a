import { Button } from "@mantine/core";
import { type Finding, type Review, type SeriesView, say } from "@materbone/clinical";
import { headed, SEVERITY_TONE, womanName } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import { ruleTitle } from "./FindingFilters.tsx";
import classes from "./FindingGroupCard.module.css";
import { FindingRow, type FindingRowProps } from "./FindingRow.tsx";
import { type FindingGroup, findingKey, SERIES_ITSELF } from "./finding-groups.ts";
import type { FindingGrouping } from "./findings-search.ts";
import { sayGroup, sayMore, findingsWords as words } from "./findings-words.ts";
import { ReviewForm } from "./ReviewForm.tsx";
import { reviewOf } from "./reviewed-head.ts";

/** Findings of one group that stand open to the eye; more wait behind a button. */
const SHOWN = { rule: 3, woman: 5 } as const;

/** The form that is open: on one finding or on a whole group. */
export type OpenReview = { readonly key: string; readonly state: Review["state"] };

export type FindingGroupProps = Pick<FindingRowProps, "series" | "actions" | "onDone"> & {
  readonly view: SeriesView;
  readonly group: FindingGroup;
  readonly by: FindingGrouping;
  readonly open: OpenReview | undefined;
  readonly onOpen: (open: OpenReview | undefined) => void;
};

/** Alike questions of several women, or all questions of one woman. */
export function FindingGroupCard(props: FindingGroupProps): ReactNode {
  const { series, view, group, by, open, onOpen, actions } = props;
  const terms = useTerms();
  const sayText = useSay();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? group.findings : group.findings.slice(0, SHOWN[by]);
  const more = group.findings.length - shown.length;
  const records = new Map(view.cases.map(({ record }) => [record.id, record]));
  const still = group.findings.filter(({ state }) => state === "open");
  const groupKey = `group:${group.key}`;
  const nameOf = (id: string | null): string => {
    const record = id === null ? undefined : records.get(id);
    return record === undefined ? (id ?? sayText(words.series)) : womanName(record, terms);
  };
  const decideAll = async (state: Review["state"], note: string): Promise<void> => {
    await actions.decide(still, state, note);
    onOpen(undefined);
    props.onDone(state, still);
  };
  return (
    <section className={`mb-card ${classes.group}`} aria-labelledby={`finding-${by}-${group.key}`}>
      <header className={classes.header}>
        <h2 id={`finding-${by}-${group.key}`}>
          {by === "rule" ? (
            ruleTitle(group.key, sayText)
          ) : group.key === SERIES_ITSELF ? (
            sayText(words.series)
          ) : (
            <Link to="/series/$series/case/$case" params={{ series, case: group.key }} search={{ panel: "findings" }}>
              {nameOf(group.key)}
            </Link>
          )}
        </h2>
        {by === "rule" && (
          <Chip tone={SEVERITY_TONE[group.severity]}>{headed(terms.word("severity", group.severity))}</Chip>
        )}
        <span className="mb-muted">{say(sayGroup, countsOf(group.findings, by), terms)}</span>
        {by === "rule" && still.length > 1 && (
          <span className={classes.all}>
            <GroupButton {...{ open, onOpen, groupKey }} state="explained" label={sayText(words.explainAll)} />
            <GroupButton {...{ open, onOpen, groupKey }} state="accepted" label={sayText(words.acceptAll)} />
          </span>
        )}
      </header>
      {open?.key === groupKey && (
        <ReviewForm
          key={open.state}
          state={open.state}
          isSaving={actions.isSaving}
          onSave={(note) => void decideAll(open.state, note).catch(() => undefined)}
          onCancel={() => onOpen(undefined)}
        />
      )}
      <ul className={classes.list}>
        {shown.map((finding) => (
          <FindingRow
            key={findingKey(finding)}
            series={series}
            finding={finding}
            document={finding.case === null ? view.series : records.get(finding.case)}
            owner={by === "rule" ? nameOf(finding.case) : undefined}
            isSeverityShown={by === "woman" || finding.severity !== group.severity}
            review={reviewOf(view.series, finding)}
            open={open?.key === findingKey(finding) ? open.state : undefined}
            onOpen={(state) => onOpen(state && { key: findingKey(finding), state })}
            actions={actions}
            onDone={props.onDone}
          />
        ))}
      </ul>
      {(more > 0 || isWhole) && group.findings.length > SHOWN[by] && (
        <Button size="compact-sm" variant="subtle" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? sayText(words.showFewer) : say(sayMore, { more }, terms)}
        </Button>
      )}
    </section>
  );
}

function GroupButton(
  props: Pick<FindingGroupProps, "open" | "onOpen"> & {
    readonly groupKey: string;
    readonly state: Review["state"];
    readonly label: string;
  },
): ReactNode {
  const { open, onOpen, groupKey, state } = props;
  const isOpen = open?.key === groupKey && open.state === state;
  return (
    <Button
      size="compact-sm"
      variant="light"
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? undefined : { key: groupKey, state })}
    >
      {props.label}
    </Button>
  );
}

function countsOf(
  findings: readonly Finding[],
  by: FindingGrouping,
): { readonly findings: number; readonly women: number } {
  const women = new Set(findings.flatMap((finding) => (finding.case === null ? [] : [finding.case])));
  return { findings: findings.length, women: by === "rule" ? women.size : 0 };
}
