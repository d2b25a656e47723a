import { Button } from "@mantine/core";
import { type Finding, ruleOf, SEVERITIES, type SeriesView } from "@materbone/clinical";
import { headed, womanName } from "@materbone/report";
import type { ReactNode } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import classes from "./FindingFilters.module.css";
import { type FacetCounts, type FindingFilter, SERIES_ITSELF } from "./finding-groups.ts";
import { findingsWords as words } from "./findings-words.ts";

const STATES: readonly Finding["state"][] = ["open", "explained", "accepted"];

/** What narrows the inbox; every choice says how many findings it would show. */
export function FindingFilters(props: {
  readonly view: SeriesView;
  readonly filter: FindingFilter;
  readonly counts: FacetCounts;
  readonly onChange: (change: { readonly [K in keyof FindingFilter]?: FindingFilter[K] | undefined }) => void;
}): ReactNode {
  const { view, filter, counts, onChange } = props;
  const terms = useTerms();
  const say = useSay();
  const women = [
    { id: SERIES_ITSELF, name: say(words.series) },
    ...view.cases.map(({ record }) => ({ id: record.id, name: womanName(record, terms) })),
  ];
  const rules = [...counts.rule].map(([id, count]) => ({ id, count, title: ruleTitle(id, say) }));
  const isNarrowed = [filter.severity, filter.state, filter.case, filter.rule].some((value) => value !== undefined);
  return (
    <div className={classes.filters}>
      <Choices
        legend={say(words.severity)}
        all={say(words.all)}
        value={filter.severity}
        counts={counts.severity}
        options={SEVERITIES.toReversed().map((id) => ({ id, name: headed(terms.word("severity", id)) }))}
        onChange={(severity) => onChange({ severity })}
      />
      <Choices
        legend={say(words.state)}
        all={say(words.all)}
        value={filter.state}
        counts={counts.state}
        options={STATES.map((id) => ({ id, name: headed(terms.word("findingState", id)) }))}
        onChange={(state) => onChange({ state })}
      />
      <label className={classes.select}>
        {say(words.woman)}
        <select
          value={filter.case ?? ""}
          onChange={(event) => onChange({ case: event.currentTarget.value || undefined })}
        >
          <option value="">{say(words.all)}</option>
          {women.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} ({counts.case.get(id) ?? 0})
            </option>
          ))}
        </select>
      </label>
      <label className={classes.select}>
        {say(words.rule)}
        <select
          value={filter.rule ?? ""}
          onChange={(event) => onChange({ rule: event.currentTarget.value || undefined })}
        >
          <option value="">{say(words.all)}</option>
          {filter.rule !== undefined && !counts.rule.has(filter.rule) && (
            <option value={filter.rule}>{bracketed(ruleTitle(filter.rule, say), 0, terms.lang)}</option>
          )}
          {rules.map(({ id, count, title }) => (
            <option key={id} value={id}>
              {bracketed(title, count, terms.lang)}
            </option>
          ))}
        </select>
      </label>
      {isNarrowed && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onChange({ severity: undefined, state: undefined, case: undefined, rule: undefined })}
        >
          {say(words.clear)}
        </Button>
      )}
    </div>
  );
}

function Choices<T extends string>(props: {
  readonly legend: string;
  readonly all: string;
  readonly value: T | undefined;
  readonly counts: ReadonlyMap<string, number>;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T | undefined) => void;
}): ReactNode {
  return (
    <fieldset className={classes.choices}>
      <legend>{props.legend}</legend>
      <button type="button" aria-pressed={props.value === undefined} onClick={() => props.onChange(undefined)}>
        {props.all}
      </button>
      {props.options.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={props.value === id} onClick={() => props.onChange(id)}>
          {name} <span className={classes.count}>{props.counts.get(id) ?? 0}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What a rule asks; a rule of both scopes asks the same of both. */
export function ruleTitle(id: string, say: ReturnType<typeof useSay>): string {
  const rule = ruleOf({ rule: id, case: null }) ?? ruleOf({ rule: id, case: "" });
  return rule === undefined ? id : say(rule.title);
}
