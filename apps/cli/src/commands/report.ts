import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createTerms, type Lang, openSeries, type SeriesView } from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import { renderText, reportHtml, reportSummary } from "@materbone/report";
import { EXIT, type Run } from "../command.ts";
import { readSource } from "../input/read-series.ts";
import { monthsOption } from "../options.ts";
import { makeFolder } from "../output/make-folder.ts";
import { type Session, textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { lscOption } from "./lsc-option.ts";

const LANGUAGES: readonly Lang[] = ["zh", "en"];

/** Writes one self-contained HTML file per language and prints a summary with the place of the files. */
export const report: Run = async (session, source, flags) => {
  const { series } = await readSource(source);
  const lsc = await lscOption(flags.lsc, series);
  const asOfMonths = flags.asOf === undefined ? undefined : monthsOption("--as-of", String(flags.asOf));
  const input = { series: openSeries(series), lsc, asOfMonths, benchmark: testedBenchmark(shippedLiterature) };
  const folder = typeof flags.out === "string" ? flags.out : "report";
  const files = await writeReports(session, input.series, folder, (lang) => reportHtml(input, lang));
  await write(session.world, renderText(reportSummary(input, session.lang), { width: textWidth(session.world) }));
  await write(session.world, `\n${session.terms.text(words.written)}\n${files.map((file) => `  ${file}\n`).join("")}`);
  await write(session.world, `\n${session.terms.text(words.researchUse)}\n`);
  return EXIT.done;
};

async function writeReports(
  { world }: Session,
  { series }: SeriesView,
  folder: string,
  html: (lang: Lang) => string,
): Promise<readonly string[]> {
  await makeFolder(folder);
  const files: string[] = [];
  for (const lang of LANGUAGES) {
    const file = resolve(join(folder, `${series.id}.${lang}.html`));
    await writeFile(file, html(lang));
    files.push(file);
    if (world.showsProgress) world.progress.write(`${createTerms(lang).lang} ✓\n`);
  }
  return files;
}
