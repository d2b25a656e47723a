import { assess, type CaseView, definitionById, definitionWith, publishedWindows } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { useCaseSearch } from "../../use-case-search.ts";
import { Choice } from "../Choice.tsx";
import { SourceLine } from "../SourceLine.tsx";
import { Criteria } from "./Criteria.tsx";
import { choiceOfSearch, searchOfChoice } from "./choice-of-search.ts";
import { SensitivityStrip } from "./SensitivityStrip.tsx";
import { OutcomeChip } from "./Status.tsx";
import classes from "./Verdict.module.css";
import { verdictWords as words } from "./verdict-words.ts";

/** The paper's definition with the switches that move it, its verdict criterion by criterion, and how that moves. */
export function PaperDefinition({ view }: { readonly view: CaseView }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const [search, change] = useCaseSearch();
  const choice = choiceOfSearch(search);
  const { siteRule, windowMonths, operator } = choice;
  const definition = useMemo(
    () => definitionWith({ siteRule, windowMonths, operator }),
    [siteRule, windowMonths, operator],
  );
  const verdict = useMemo(() => assess(view, definition), [view, definition]);
  const isPaper = definition === definitionById(definition.id.split("/")[0] ?? "");
  return (
    <section className="mb-card" aria-labelledby="paper-definition">
      <h3 id="paper-definition" className={classes.first}>
        {say(words.paper)}
      </h3>
      <div className={classes.switches}>
        <Choice
          label={say(words.sites)}
          value={siteRule}
          options={(["any", "all"] as const).map((value) => ({ value, label: say(words[value]) }))}
          onChange={(value) => change(searchOfChoice({ ...choice, siteRule: value }))}
        />
        <Choice
          label={say(words.operator)}
          value={operator}
          options={[
            { value: "<=", label: say(words.atMost) },
            { value: "<", label: say(words.below) },
          ]}
          onChange={(value) => change(searchOfChoice({ ...choice, operator: value }))}
        />
        <Choice
          label={say(words.window)}
          value={String(windowMonths)}
          options={publishedWindows.map(({ months }) => ({ value: String(months), label: String(months) }))}
          onChange={(value) => change(searchOfChoice({ ...choice, windowMonths: Number(value) }))}
        />
      </div>
      <p className={classes.outcome} aria-live="polite">
        {isPaper ? say(words.asPaper) : `${say(words.moved)} ${say(definition.name)}`}{" "}
        <OutcomeChip outcome={verdict.outcome} />
      </p>
      <Criteria criteria={verdict.criteria} />
      {definition.note !== undefined && (
        <p className={classes.note}>
          {say(words.howRead)}
          {say(definition.note)}
        </p>
      )}
      <SourceLine source={definition.source} />
      <SensitivityStrip view={view} choice={choice} onChoose={(next) => change(searchOfChoice(next))} />
    </section>
  );
}
