import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { centreLscSource, createTerms, type Lang, type Series } from "@materbone/clinical";
import { TABLE2_QUANTITIES, TABLE3_COLUMNS, table1Analytes, table2Sites } from "@materbone/report";
import type { ReactNode } from "react";
import { lscOfSearch } from "../case/panels/response/lsc-of-search.ts";
import { useTerms } from "../language/language.tsx";
import { ColumnChooser } from "./ColumnChooser.tsx";
import { chosenOf, columnText } from "./chosen-columns.ts";
import { columnWords } from "./column-words.ts";
import classes from "./Tables.module.css";
import { BMD_DECIMALS, PERCENT_DECIMALS, type TablePanel, type TablesSearch } from "./tables-search.ts";
import { tablesWords } from "./tables-words.ts";

export type SearchChange = { readonly [K in keyof TablesSearch]?: TablesSearch[K] | undefined };

type Props = {
  readonly series: Series;
  readonly show: TablePanel;
  readonly search: TablesSearch;
  readonly lang: Lang;
  readonly onChange: (change: SearchChange) => void;
};

/** How the thing shown is printed; all of it stands in the address. */
export function PrintControls(props: Props): ReactNode {
  const { text } = useTerms();
  const { show, lang, onChange } = props;
  return (
    <section className={`mb-card mb-noprint ${classes.controls}`} aria-label={text(tablesWords.preview)}>
      <fieldset>
        <legend>{text(tablesWords.printLanguage)}</legend>
        <SegmentedControl
          size="xs"
          aria-label={text(tablesWords.printLanguage)}
          value={lang}
          data={[
            { value: "zh", label: <span lang="zh-CN">中文</span> },
            { value: "en", label: <span lang="en">English</span> },
          ]}
          onChange={(value) => onChange({ print: value === "zh" ? "zh" : "en" })}
        />
      </fieldset>
      {(show === "figures" || show === "report") && <LimitControl {...props} />}
      <ColumnControls {...props} />
    </section>
  );
}

function LimitControl({ series, search, onChange }: Props): ReactNode {
  const { text } = useTerms();
  const hasCentre = centreLscSource(series) !== undefined;
  return (
    <div>
      <NativeSelect
        size="xs"
        label={text(tablesWords.lsc)}
        value={lscOfSearch(search.lsc, series).kind}
        data={(["minimum", "paper", "centre"] as const).map((value) => ({
          value,
          label: text(tablesWords[value]),
          disabled: value === "centre" && !hasCentre,
        }))}
        onChange={(event) => {
          const value = event.currentTarget.value;
          onChange({ lsc: value === "paper" || value === "centre" ? value : undefined });
        }}
      />
      {!hasCentre && <p className={classes.note}>{text(tablesWords.noCentre)}</p>}
    </div>
  );
}

function ColumnControls({ series, show, search, lang, onChange }: Props): ReactNode {
  const { text } = useTerms();
  const print = createTerms(lang);
  const reset = (change: SearchChange, isChanged: boolean): ReactNode => (
    <Button variant="subtle" size="compact-sm" disabled={!isChanged} onClick={() => onChange(change)}>
      {text(tablesWords.asInPaper)}
    </Button>
  );
  if (show === "table-1") {
    const all = table1Analytes(series);
    if (all.length === 0) return null;
    return (
      <>
        <ColumnChooser
          legend={tablesWords.analytes}
          all={all}
          chosen={chosenOf(search.analytes, all)}
          nameOf={print.analyte}
          onChange={(chosen) => onChange({ analytes: columnText(chosen, all) })}
        />
        {reset({ analytes: undefined }, search.analytes !== undefined)}
      </>
    );
  }
  if (show === "table-2") {
    const all = table2Sites(series);
    if (all.length === 0) return null;
    const isChanged = [search.sites, search.scores, search.bmd, search.percent].some((part) => part !== undefined);
    return (
      <>
        <ColumnChooser
          legend={tablesWords.sites}
          all={all}
          chosen={chosenOf(search.sites, all)}
          nameOf={print.site}
          onChange={(chosen) => onChange({ sites: columnText(chosen, all) })}
        />
        <ColumnChooser
          legend={tablesWords.scores}
          all={TABLE2_QUANTITIES}
          chosen={chosenOf(search.scores, TABLE2_QUANTITIES)}
          nameOf={(column) => print.text(columnWords[column])}
          onChange={(chosen) => onChange({ scores: columnText(chosen, TABLE2_QUANTITIES) })}
        />
        <Digits
          label={text(tablesWords.bmdDecimals)}
          allowed={BMD_DECIMALS}
          value={search.bmd}
          onChange={(bmd) => onChange({ bmd })}
        />
        <Digits
          label={text(tablesWords.percentDecimals)}
          allowed={PERCENT_DECIMALS}
          value={search.percent}
          onChange={(percent) => onChange({ percent })}
        />
        <p className={classes.note}>{text(tablesWords.digitsNote)}</p>
        {reset({ sites: undefined, scores: undefined, bmd: undefined, percent: undefined }, isChanged)}
      </>
    );
  }
  if (show !== "table-3" || (series.literature ?? []).length === 0) return null;
  return (
    <>
      <ColumnChooser
        legend={tablesWords.facts}
        all={TABLE3_COLUMNS}
        chosen={chosenOf(search.facts, TABLE3_COLUMNS)}
        nameOf={(column) => print.text(columnWords[column])}
        onChange={(chosen) => onChange({ facts: columnText(chosen, TABLE3_COLUMNS) })}
      />
      {reset({ facts: undefined }, search.facts !== undefined)}
    </>
  );
}

/** Decimals; the first of those allowed is the paper's and needs no place in the address. */
function Digits(props: {
  readonly label: string;
  readonly allowed: readonly number[];
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}): ReactNode {
  const [paper] = props.allowed;
  return (
    <NativeSelect
      size="xs"
      label={props.label}
      value={String(props.value ?? paper)}
      data={props.allowed.map(String)}
      onChange={(event) => {
        const value = Number(event.currentTarget.value);
        props.onChange(value === paper ? undefined : value);
      }}
    />
  );
}
