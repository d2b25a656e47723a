import { type BmdResponse, bmdResponses, openSeries, PERCENT_DECIMALS, roundHalfAway } from "@materbone/clinical";
import { renderText, responseTable, sayComparability } from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { readSource } from "../input/read-series.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText, pair } from "../output/json.ts";
import type { responseShape } from "../output/shapes.ts";
import { textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { lscOption } from "./lsc-option.ts";
import { pickCases } from "./pick-cases.ts";

type ResponseRow = z.infer<typeof responseShape>["responses"][number];

/** Change of BMD between all pairs of scans, site by site, against the least significant change in use. */
export const response: Run = async (session, source, flags) => {
  const { world, lang, terms } = session;
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json", "csv"]);
  const series = pickCases((await readSource(source)).series, flags.case);
  const lsc = await lscOption(flags.lsc, series);
  const { cases } = openSeries(series);
  if (format === "text") {
    for (const view of cases) {
      const table = responseTable(view, lsc, lang);
      await write(world, `${renderText(table, { width: textWidth(world) })}\n`);
    }
    await write(world, `${terms.text(words.researchUse)}\n`);
    return EXIT.done;
  }
  const responses = cases.flatMap((view) =>
    bmdResponses(view, lsc).map((one) =>
      responseRow(view.record.id, one, one.reasons.map((reason) => sayComparability(reason, terms)).join(" ")),
    ),
  );
  if (format === "json") {
    await write(world, jsonText({ responses } satisfies z.infer<typeof responseShape>));
    return EXIT.done;
  }
  await write(world, csvLine(COLUMNS));
  for (const row of responses) {
    const [slowest, fastest] = row.percentPerYear ?? [null, null];
    const { percentPerYear: _, months: __, ...rest } = row;
    const cells = { ...rest, percentPerYearLow: slowest, percentPerYearHigh: fastest };
    await write(world, csvLine(COLUMNS.map((column) => cells[column])));
  }
  return EXIT.done;
};

const COLUMNS = [
  "case",
  "site",
  "from",
  "to",
  "deltaGPerCm2",
  "percent",
  "percentPerYearLow",
  "percentPerYearHigh",
  "deltaZ",
  "lscPercent",
  "exceedsLsc",
  "verdict",
  "reason",
] as const;

/** Digits of the machine output: the printed ones for the change, two more for rates, so that nothing hides behind 17 digits. */
const BMD_DECIMALS = 4;
const RATE_DECIMALS = 2;

function responseRow(caseId: string, one: BmdResponse, reason: string): ResponseRow {
  const rate = one.percentPerYear;
  return {
    case: caseId,
    site: one.site,
    from: one.from.entry.id,
    to: one.to.entry.id,
    deltaGPerCm2: roundHalfAway(one.deltaGPerCm2, BMD_DECIMALS),
    percent: roundHalfAway(one.percent, PERCENT_DECIMALS),
    percentPerYear:
      rate === undefined
        ? null
        : [roundHalfAway(rate.earliest, RATE_DECIMALS), roundHalfAway(rate.latest, RATE_DECIMALS)],
    months: pair(one.months),
    deltaZ: one.deltaZ ?? null,
    lscPercent: one.lscPercent === undefined ? null : roundHalfAway(one.lscPercent, PERCENT_DECIMALS),
    exceedsLsc: one.exceedsLsc ?? null,
    verdict: one.verdict,
    reason: reason === "" ? null : reason,
  };
}
