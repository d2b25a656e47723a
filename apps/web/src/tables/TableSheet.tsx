import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { renderCsv, renderHtml, renderMarkdown, type Table } from "@materbone/report";
import { type ReactNode, useState } from "react";
import { useTerms } from "../language/language.tsx";
import { downloadText } from "../parts/download.ts";
import { TableView } from "../parts/TableView.tsx";
import { clipboardForms, copyForms } from "./clipboard.ts";
import { fileName } from "./printed-table.ts";
import classes from "./Tables.module.css";
import { savedAs, tablesWords } from "./tables-words.ts";

/** A table as it prints, with everything that takes it out of here. */
export function TableSheet(props: { readonly table: Table; readonly series: string }): ReactNode {
  const terms = useTerms();
  const { table, series } = props;
  const [said, setSaid] = useState("");
  const save = (ending: string, type: string, content: string): void => {
    const name = fileName(series, table.id, table.lang, ending);
    downloadText(name, type, content);
    setSaid(say(savedAs, { name }, terms));
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyForms(clipboardForms(table));
    setSaid(terms.text(isCopied ? tablesWords.copied : tablesWords.notCopied));
  };
  const print = (): void => {
    window.print();
    setSaid(terms.text(tablesWords.printing));
  };
  const action = (name: keyof typeof tablesWords, act: () => void): ReactNode => (
    <Button variant="light" size="compact-sm" onClick={act}>
      {terms.text(tablesWords[name])}
    </Button>
  );
  return (
    <>
      <div className={`mb-noprint ${classes.actions}`} role="toolbar" aria-label={terms.text(tablesWords.actions)}>
        {action("copy", () => void copy())}
        {action("csv", () => save("csv", "text/csv", `\ufeff${renderCsv(table)}`))}
        {action("html", () => save("html", "text/html", pageOf(table)))}
        {action("markdown", () => save("md", "text/markdown", renderMarkdown(table)))}
        {action("print", print)}
      </div>
      <p className={`mb-noprint ${classes.said}`} role="status" aria-live="polite">
        {said}
      </p>
      <TableView table={table} />
    </>
  );
}

/** The fragment as a file that any browser and Word open with the right letters. */
function pageOf(table: Table): string {
  const lang = table.lang === "zh" ? "zh-CN" : "en";
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${table.id}</title></head><body>${renderHtml(table)}</body></html>\n`;
}
