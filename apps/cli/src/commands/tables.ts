import { renderCsv, renderHtml, renderMarkdown, renderText, table1, table2, table3 } from "@materbone/report";
import { EXIT, type Run } from "../command.ts";
import { readSource } from "../input/read-series.ts";
import { oneOf } from "../options.ts";
import { textWidth, write } from "../terminal.ts";

const TABLES = { "1": table1, "2": table2, "3": table3 } as const;

/** Prints a table of the series; all three without `--table`. */
export const tables: Run = async ({ world, lang }, source, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "csv", "markdown", "html"]);
  const numbers =
    flags.table === undefined ? (["1", "2", "3"] as const) : [oneOf("--table", String(flags.table), ["1", "2", "3"])];
  const { series } = await readSource(source);
  const rendered = numbers.map((number) => {
    const table = TABLES[number](series, lang);
    if (format === "csv") return renderCsv(table);
    if (format === "markdown") return renderMarkdown(table);
    return format === "html" ? renderHtml(table) : renderText(table, { width: textWidth(world) });
  });
  const lines = rendered.map((text) => (text.endsWith("\n") ? text : `${text}\n`));
  await write(world, lines.join(format === "csv" ? "\r\n" : "\n"));
  return EXIT.done;
};
