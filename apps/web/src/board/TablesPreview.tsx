import { Tabs } from "@mantine/core";
import type { SeriesView } from "@materbone/clinical";
import { type Table, table1, table2, table3 } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { TableView } from "../parts/TableView.tsx";
import classes from "./Board.module.css";
import type { BoardTable } from "./board-search.ts";
import { boardWords as words } from "./board-words.ts";

const NUMBERS = ["1", "2", "3"] as const satisfies readonly BoardTable[];

/** The three tables of the series as they print, one at a time. */
export function TablesPreview(props: {
  readonly series: string;
  readonly view: SeriesView;
  readonly table: BoardTable;
  readonly onTable: (table: BoardTable) => void;
}): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const { view, table: chosen } = props;
  const table = useMemo((): Table => {
    if (chosen === "1") return table1(view.series, lang);
    return chosen === "2" ? table2(view.series, lang) : table3(view.series, lang);
  }, [view, lang, chosen]);
  return (
    <section className="mb-card" aria-labelledby="tables-title">
      <div className={classes.sectionHead}>
        <h2 id="tables-title">{say(words.tables)}</h2>
        <Link to="/series/$series/tables" params={{ series: props.series }} className="mb-noprint">
          {say(words.toTables)}
        </Link>
      </div>
      <Tabs
        value={chosen}
        keepMounted={false}
        onChange={(value) => props.onTable(NUMBERS.find((number) => number === value) ?? "2")}
      >
        <Tabs.List className="mb-noprint">
          {NUMBERS.map((number) => (
            <Tabs.Tab key={number} value={number}>
              {lang === "zh" ? `表${number}` : `Table ${number}`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={chosen} pt="sm">
          <TableView table={table} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
