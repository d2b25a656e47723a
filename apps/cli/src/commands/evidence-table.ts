import { synthesise } from "@materbone/evidence";
import { evidenceTable, renderCsv, renderHtml, renderMarkdown, renderText } from "@materbone/report";
import { EXIT, type Run } from "../command.ts";
import { oneOf } from "../options.ts";
import { jsonText } from "../output/json.ts";
import { textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { synthesisOptions } from "./synthesis-options.ts";

/** Prints the literature, value by value; as JSON the literature itself, to edit and give back. */
export const evidenceTableCommand: Run = async ({ world, lang, terms }, _argument, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "csv", "markdown", "html", "json"]);
  const { literature, choices } = await synthesisOptions(flags);
  if (format === "json") {
    await write(world, jsonText(literature));
    return EXIT.done;
  }
  const table = evidenceTable(literature, synthesise(literature, choices), lang);
  if (format === "csv") await write(world, renderCsv(table));
  else if (format === "markdown") await write(world, `${renderMarkdown(table)}\n`);
  else if (format === "html") await write(world, `${renderHtml(table)}\n`);
  else await write(world, `${renderText(table, { width: textWidth(world) })}\n${terms.text(words.researchUse)}\n`);
  return EXIT.done;
};
