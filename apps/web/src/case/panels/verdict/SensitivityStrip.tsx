import {
  type CaseView,
  type DefinitionChoice,
  publishedWindows,
  type SensitivityRow,
  sensitivity,
} from "@materbone/clinical";
import { sensitivityTable } from "@materbone/report";
import { type ReactNode, useMemo, useState } from "react";
import { useTerms } from "../../../language/language.tsx";
import { ScrollRegion } from "../../../parts/ScrollRegion.tsx";
import { TableView } from "../../../parts/TableView.tsx";
import classes from "./SensitivityStrip.module.css";
import { STATUS_SHAPE, verdictWords as words } from "./verdict-words.ts";

const CHOICES = [
  ["any", "<="],
  ["any", "<"],
  ["all", "<="],
  ["all", "<"],
] as const;

/** Every window, site rule and limit at a glance, with the choice in use marked; a place of it switches to it. */
export function SensitivityStrip(props: {
  readonly view: CaseView;
  readonly choice: DefinitionChoice;
  readonly onChoose: (choice: DefinitionChoice) => void;
}): ReactNode {
  const { view, choice } = props;
  const terms = useTerms();
  const say = terms.text;
  const [isTable, setIsTable] = useState(false);
  const table = useMemo(() => sensitivity(view), [view]);
  const sentences = [
    table.siteRuleMatters ? words.siteRuleMatters : words.siteRuleSame,
    table.operatorMatters ? words.operatorMatters : words.operatorSame,
  ];
  return (
    <section aria-labelledby="sensitivity">
      <h3 id="sensitivity">{say(words.strip)}</h3>
      <p className="mb-muted">{say(words.stripLead)}</p>
      <ScrollRegion label={say(words.stripGrid)}>
        <table className={classes.strip}>
          <thead>
            <tr>
              <th scope="col">{say(words.window)}</th>
              {publishedWindows.map(({ months }) => (
                <th key={months} scope="col">
                  {months}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CHOICES.map(([siteRule, operator]) => (
              <tr key={siteRule + operator}>
                <th scope="row">
                  {say(words[siteRule])}, {say(operator === "<=" ? words.atMost : words.below)}
                </th>
                {publishedWindows.map(({ months }) => {
                  const row = rowOf(table.rows, { siteRule, operator, windowMonths: months });
                  const isChosen =
                    choice.siteRule === siteRule && choice.operator === operator && choice.windowMonths === months;
                  return (
                    <td key={months}>
                      <button
                        type="button"
                        className={classes.place}
                        data-status={row.both}
                        aria-pressed={isChosen}
                        title={terms.word("criterionStatus", row.both)}
                        onClick={() => props.onChoose({ siteRule, operator, windowMonths: months })}
                      >
                        <span aria-hidden="true">{STATUS_SHAPE[row.both]}</span>
                        <span className="mb-hidden">{terms.word("criterionStatus", row.both)}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={classes.key}>
        {(["met", "notMet", "undecided"] as const).map((status) => (
          <span key={status}>
            {STATUS_SHAPE[status]} {terms.word("criterionStatus", status)}
          </span>
        ))}
        <span className={classes.chosen}>{say(words.chosen)}</span>
      </p>
      <p>{sentences.map(say).join(terms.lang === "zh" ? "" : " ")}</p>
      <button type="button" className={classes.toggle} aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
        {say(isTable ? words.hideTable : words.stripTable)}
      </button>
      {isTable && <TableView table={sensitivityTable(view, terms.lang)} />}
    </section>
  );
}

function rowOf(rows: readonly SensitivityRow[], choice: DefinitionChoice): SensitivityRow {
  const found = rows.find(
    (row) =>
      row.siteRule === choice.siteRule && row.operator === choice.operator && row.windowMonths === choice.windowMonths,
  );
  if (found === undefined) throw new RangeError(`no row for a window to month ${choice.windowMonths}`);
  return found;
}
