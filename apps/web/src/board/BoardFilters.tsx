import { Button } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { AGENTS, type AgentId } from "@materbone/clinical";
import { headed } from "@materbone/report";
import { type ReactNode, useEffect, useState } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { bracketed } from "../language/punctuation.ts";
import classes from "./BoardFilters.module.css";
import { BOARD_ORDERS, type BoardSearch } from "./board-search.ts";
import { ORDER_WORDS, SEVERITY_FILTER_WORDS, boardWords as words } from "./board-words.ts";

/** Long enough to join the letters of a word. */
const SEARCH_DELAY_MS = 200;
const OUTCOMES = ["consistent", "notConsistent", "undecided"] as const;

export type BoardChange = { readonly [K in keyof BoardSearch]?: BoardSearch[K] | undefined };

/** What narrows and orders the women; all of it stands in the address. */
export function BoardFilters(props: {
  readonly search: BoardSearch;
  readonly tags: readonly { readonly tag: string; readonly cases: number }[];
  /** Agents to choose from; all that are known where the series is too large to look through. */
  readonly agents: readonly AgentId[] | undefined;
  readonly onChange: (change: BoardChange) => void;
}): ReactNode {
  const { search, onChange } = props;
  const terms = useTerms();
  const say = useSay();
  const all = { value: "" as const, label: say(words.all) };
  return (
    <search className={`${classes.filters} mb-noprint`} aria-label={say(words.filters)}>
      <SearchField value={search.search ?? ""} onChange={(text) => onChange({ search: text || undefined })} />
      <Choice
        label={say(words.severity)}
        value={search.severity}
        options={[
          all,
          ...(["major", "minor", "info"] as const).map((value) => ({
            value,
            label: say(SEVERITY_FILTER_WORDS[value]),
          })),
        ]}
        onChange={(severity) => onChange({ severity })}
      />
      <Choice
        label={say(words.outcome)}
        value={search.outcome}
        options={[all, ...OUTCOMES.map((value) => ({ value, label: headed(terms.word("outcome", value)) }))]}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Choice
        label={say(words.fracture)}
        value={search.isFractured === undefined ? undefined : search.isFractured ? "yes" : "no"}
        options={[all, { value: "yes", label: say(words.fractured) }, { value: "no", label: say(words.notFractured) }]}
        onChange={(value) => onChange({ isFractured: value === undefined ? undefined : value === "yes" })}
      />
      <Choice
        label={say(words.agent)}
        value={search.agent}
        options={[all, ...(props.agents ?? AGENTS).map((value) => ({ value, label: headed(terms.agent(value)) }))]}
        onChange={(agent) => onChange({ agent })}
      />
      {(props.tags.length > 0 || search.tag !== undefined) && (
        <Choice
          label={say(words.tag)}
          value={search.tag}
          options={[
            all,
            ...props.tags.map(({ tag, cases }) => ({ value: tag, label: bracketed(tag, cases, terms.lang) })),
          ]}
          onChange={(tag) => onChange({ tag })}
        />
      )}
      <Choice
        label={say(words.order)}
        value={search.order ?? "id"}
        options={BOARD_ORDERS.map((value) => ({ value, label: say(ORDER_WORDS[value]) }))}
        onChange={(order) => onChange({ order: order === "id" ? undefined : order })}
      />
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={search.isDescending === true}
          onChange={(event) => onChange({ isDescending: event.currentTarget.checked || undefined })}
        />
        {say(words.descending)}
      </label>
      {isNarrowed(search) && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(NO_FILTERS)}>
          {say(words.clear)}
        </Button>
      )}
    </search>
  );
}

/** Takes every filter away and leaves the order. */
export const NO_FILTERS: BoardChange = {
  search: undefined,
  severity: undefined,
  outcome: undefined,
  isFractured: undefined,
  agent: undefined,
  tag: undefined,
};

/** Does any filter leave women out? */
export function isNarrowed(search: BoardSearch): boolean {
  return (Object.keys(NO_FILTERS) as (keyof BoardSearch)[]).some((part) => search[part] !== undefined);
}

/** Text that goes to the address once the hand rests. */
function SearchField(props: { readonly value: string; readonly onChange: (text: string) => void }): ReactNode {
  const say = useSay();
  const [text, setText] = useState(props.value);
  const send = useDebouncedCallback(props.onChange, SEARCH_DELAY_MS);
  // A cleared filter and the back button change the address from outside.
  useEffect(() => setText(props.value), [props.value]);
  return (
    <label className={classes.field}>
      {say(words.search)}
      <input
        type="search"
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.currentTarget.value);
          send(event.currentTarget.value.trim());
        }}
      />
    </label>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T | ""; readonly label: string }[];
  readonly onChange: (value: T | undefined) => void;
}): ReactNode {
  const { value, options } = props;
  const isKnown = value === undefined || options.some((option) => option.value === value);
  return (
    <label className={classes.field}>
      {props.label}
      <select
        value={value ?? ""}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)?.value;
          props.onChange(chosen === "" || chosen === undefined ? undefined : chosen);
        }}
      >
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
