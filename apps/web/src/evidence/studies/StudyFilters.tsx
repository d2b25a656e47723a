import { Button } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { say, type Terms } from "@materbone/clinical";
import { type ExclusionReason, TIME_WINDOWS } from "@materbone/evidence";
import { EXCLUSION_WORDS, headed, METRIC_WORDS, SITE_WORDS, TREATMENT_WORDS, WINDOW_WORDS } from "@materbone/report";
import { type ReactNode, useEffect, useState } from "react";
import { useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import choice from "../choices/Choices.module.css";
import { useEvidenceChange, useEvidenceSearch } from "../evidence-context.tsx";
import { FACETS, type Facet, type FacetCounts, NO_WINDOW } from "./row-filter.ts";
import classes from "./Studies.module.css";
import { sayShown, studiesWords as words } from "./studies-words.ts";

/** Long enough to join the letters of a word. */
const SEARCH_DELAY_MS = 200;

/** What narrows the outcomes; every choice says how many it would show, and all of it stands in the address. */
export function StudyFilters(props: {
  readonly counts: FacetCounts;
  readonly shown: number;
  readonly all: number;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const search = useEvidenceSearch();
  const change = useEvidenceChange();
  const isNarrowed = [...FACETS, "conflict" as const, "find" as const].some((part) => search[part] !== undefined);
  return (
    <search className={`${classes.filters} mb-noprint`} aria-label={text(words.filters)}>
      <SearchField value={search.find ?? ""} onChange={(find) => change({ find: find === "" ? undefined : find })} />
      {FACETS.map((facet) => (
        <label key={facet} className={choice.select}>
          {text(words[facet])}
          <select
            value={search[facet] ?? ""}
            onChange={(event) => change(facetChange(facet, event.currentTarget.value))}
          >
            <option value="">{text(words.all)}</option>
            {optionsOf(facet, props.counts, search[facet]).map((value) => (
              <option key={value} value={value}>
                {bracketed(facetText(facet, value, terms), props.counts[facet].get(value) ?? 0, terms.lang)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className={`${choice.check} ${classes.only}`}>
        <input
          type="checkbox"
          checked={search.conflict === "only"}
          onChange={(event) => change({ conflict: event.currentTarget.checked ? "only" : undefined })}
        />
        {text(words.conflictOnly)}
      </label>
      <p className={classes.shown} role="status">
        {say(sayShown, { shown: props.shown, all: props.all }, terms)}
        {isNarrowed && (
          <Button size="compact-sm" variant="subtle" onClick={() => change(NOTHING)}>
            {text(words.clear)}
          </Button>
        )}
      </p>
    </search>
  );
}

const NOTHING = {
  ...(Object.fromEntries(FACETS.map((facet) => [facet, undefined])) as Record<Facet, undefined>),
  conflict: undefined,
  find: undefined,
};

function facetChange(facet: Facet, value: string): Parameters<ReturnType<typeof useEvidenceChange>>[0] {
  if (facet === "population") return { population: value === "plo" || value === "other" ? value : undefined };
  return { [facet]: value === "" ? undefined : value };
}

/** Values that would show something, in the order of the literature; the chosen one stays though it shows nothing. */
function optionsOf(facet: Facet, counts: FacetCounts, chosen: string | undefined): readonly string[] {
  const known = ORDER[facet] ?? [];
  const values = [...counts[facet].keys()];
  const inOrder = values.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
  return chosen === undefined || values.includes(chosen) ? inOrder : [...inOrder, chosen];
}

const ORDER: Partial<Record<Facet, readonly string[]>> = {
  site: Object.keys(SITE_WORDS),
  treatment: Object.keys(TREATMENT_WORDS),
  metric: Object.keys(METRIC_WORDS),
  window: [...TIME_WINDOWS, NO_WINDOW],
  use: ["pooled", "alone", "unlikeCourses"],
};

function facetText(facet: Facet, value: string, terms: Terms): string {
  switch (facet) {
    case "site":
      return named(SITE_WORDS, value, terms);
    case "treatment":
      return named(TREATMENT_WORDS, value, terms);
    case "metric":
      return named(METRIC_WORDS, value, terms);
    case "window":
      return value === NO_WINDOW ? headed(terms.text(words.noWindow)) : named(WINDOW_WORDS, value, terms);
    case "population":
      return headed(terms.text(value === "plo" ? words.plo : words.other));
    case "use":
      return whereText(value, terms);
  }
}

/** Where an outcome went, in a few words. */
export function whereText(place: string, terms: Terms): string {
  if (place === "pooled" || place === "alone" || place === "unlikeCourses" || place === "notPooled") {
    return headed(terms.text(words[place]));
  }
  return named(EXCLUSION_WORDS, place as ExclusionReason, terms);
}

/** A value of an address that the literature does not know stands as it is. */
function named(table: Readonly<Record<string, { readonly en: string; readonly zh: string }>>, value: string, t: Terms) {
  const found = Object.hasOwn(table, value) ? table[value] : undefined;
  return found === undefined ? value : headed(t.text(found));
}

function SearchField(props: { readonly value: string; readonly onChange: (text: string) => void }): ReactNode {
  const { text } = useTerms();
  const [typed, setTyped] = useState(props.value);
  const tell = useDebouncedCallback(props.onChange, SEARCH_DELAY_MS);
  // The address may change otherwise: back, or everything shown again.
  useEffect(() => setTyped(props.value), [props.value]);
  return (
    <label className={choice.select}>
      {text(words.find)}
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={text(words.findHint)}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          tell(event.currentTarget.value.trim());
        }}
      />
    </label>
  );
}
