import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BENCHMARK_SITES, expectationAt, type SiteBenchmark, testedBenchmark } from "@materbone/evidence";
import {
  benchmarkBandTable,
  benchmarkFigure,
  benchmarkPointsTable,
  evidenceBenchmark,
  renderCsv,
  renderText,
  SHOWN_MONTHS,
} from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { oneOf } from "../options.ts";
import type { evidenceBenchmarkShape } from "../output/evidence-shapes.ts";
import { jsonText } from "../output/json.ts";
import { makeFolder } from "../output/make-folder.ts";
import { textWidth, visible, write } from "../terminal.ts";
import { words } from "../words.ts";
import { synthesisOptions } from "./synthesis-options.ts";

type Output = z.infer<typeof evidenceBenchmarkShape>;

/**
 * Prints what bone density does after weaning without a drug: the values behind it, the band, the band without each value. With
 * `--out` draws them site by site.
 */
export const evidenceBenchmarkCommand: Run = async ({ world, lang, terms }, _argument, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "csv", "json"]);
  const { literature, choices } = await synthesisOptions(flags);
  const tested = testedBenchmark(literature, { readings: choices.readings });
  if (typeof flags.out === "string") {
    await makeFolder(flags.out);
    for (const site of BENCHMARK_SITES) {
      const { svg } = benchmarkFigure(evidenceBenchmark(tested, site), { lang, layout: "broad" });
      await writeFile(join(flags.out, `benchmark-${site}.svg`), svg);
    }
    world.progress.write(`${terms.text(words.benchmarkWritten)}${visible(flags.out)}\n`);
  }
  if (format === "json") {
    const sites = BENCHMARK_SITES.map((site) => ({
      ...siteOutput(tested.benchmark[site]),
      without: tested.withoutEach
        .filter(({ without }) => without.site === site)
        .map(({ without, benchmark }) => ({ point: without.id, ...bandOutput(benchmark[site]) })),
    }));
    await write(world, jsonText({ sites } satisfies Output));
  } else if (format === "csv") await write(world, renderCsv(benchmarkBandTable(tested, lang)));
  else {
    const width = textWidth(world);
    const tables = [benchmarkBandTable(tested, lang), benchmarkPointsTable(tested, lang)];
    const text = tables.map((table) => renderText(table, { width })).join("\n\n");
    await write(world, `${text}\n${terms.text(words.researchUse)}\n`);
  }
  return EXIT.done;
};

function siteOutput(of: SiteBenchmark): Omit<Output["sites"][number], "without"> {
  return {
    site: of.site,
    points: of.points.map(({ id, population, how, monthsSinceWeaning, women, percent, range, vi, use, leftOut }) => ({
      id,
      population,
      how,
      monthsSinceWeaning,
      women: women ?? null,
      percent: percent ?? null,
      range: range === undefined ? null : [...range],
      vi: vi ?? null,
      use,
      leftOut: leftOut ?? null,
    })),
    ...bandOutput(of),
  };
}

function bandOutput(of: SiteBenchmark): { readonly band: Output["sites"][number]["band"] } {
  if (of.kind === "noBand") return { band: { kind: "noBand", reason: of.reason } };
  return {
    band: {
      kind: "band",
      asymptotePercent: of.asymptotePercent,
      timeConstantMonths: of.timeConstantMonths,
      timeConstantFrom: of.timeConstantFrom,
      womenSdPoints: of.womenSd.points,
      tau2: of.fit.tau2,
      fromMonths: of.fromMonths,
      toMonths: of.toMonths,
      expected: SHOWN_MONTHS.flatMap((months) => {
        const expectation = expectationAt(of, 0, months);
        return expectation === undefined ? [] : [{ months, ...expectation }];
      }),
    },
  };
}
