import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  benchmark,
  type PooledEstimate,
  type StratumPool,
  stratumKey,
  synthesise,
  weightsPercent,
} from "@materbone/evidence";
import { evidenceForest, forestFigure, livingSummary, pooledTable, renderCsv, renderText } from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { oneOf } from "../options.ts";
import type { evidenceForestShape } from "../output/evidence-shapes.ts";
import { jsonText } from "../output/json.ts";
import { makeFolder } from "../output/make-folder.ts";
import { textWidth, visible, write } from "../terminal.ts";
import { words } from "../words.ts";
import { synthesisOptions } from "./synthesis-options.ts";

type Output = z.infer<typeof evidenceForestShape>;

/** Prints the pooled changes with what they say in words; with `--out` draws a forest plot of every stratum. */
export const evidenceForestCommand: Run = async ({ world, lang, terms }, _argument, flags) => {
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "csv", "json"]);
  const { literature, choices } = await synthesisOptions(flags);
  const synthesis = synthesise(literature, choices);
  const untreated = benchmark(literature, { readings: choices.readings });
  if (typeof flags.out === "string") {
    await makeFolder(flags.out);
    for (const stratum of synthesis.strata) {
      const { svg } = forestFigure(evidenceForest(stratum, untreated), { lang, layout: "broad" });
      await writeFile(join(flags.out, `${stratumKey(stratum.stratum).replaceAll("/", "-")}.svg`), svg);
    }
    world.progress.write(`${terms.text(words.forestsWritten)}${visible(flags.out)}\n`);
  }
  if (format === "json") await write(world, jsonText({ strata: synthesis.strata.map(stratumOutput) } satisfies Output));
  else if (format === "csv") await write(world, renderCsv(pooledTable(synthesis, lang)));
  else {
    const summary = livingSummary(literature, synthesis, untreated, terms).join("\n");
    const table = renderText(pooledTable(synthesis, lang), { width: textWidth(world) });
    await write(world, `${table}\n${summary}\n${terms.text(words.researchUse)}\n`);
  }
  return EXIT.done;
};

function stratumOutput({ stratum, sd, pools }: StratumPool): Output["strata"][number] {
  return {
    site: stratum.site,
    metric: stratum.metric,
    window: stratum.window ?? null,
    womenSdPoints: sd.points,
    womenSdKind: sd.kind,
    pools: pools.map((pool) => {
      const weights = pool.withSingles.kind === "pooled" ? weightsPercent(pool.withSingles.fit, pool.rows) : undefined;
      return {
        treatment: pool.treatment,
        rows: pool.rows.map((row, position) => ({
          study: row.study,
          outcomes: row.members.map(({ key }) => key),
          women: row.women,
          yi: row.yi,
          vi: row.vi,
          sdKind: row.sd.kind,
          isSingleWomen: row.isSingleWomen,
          weightPercent: weights?.[position] ?? null,
        })),
        excluded: pool.exclusions.map(({ row, reason }) => ({ outcome: row.key, reason })),
        withSingles: estimateOutput(pool.withSingles),
        withoutSingles: estimateOutput(pool.withoutSingles),
        strip: pool.strip.map(({ sdPoints, withSingles, withoutSingles }) => ({
          sdPoints,
          withSingles: estimateOutput(withSingles),
          withoutSingles: estimateOutput(withoutSingles),
        })),
      };
    }),
  };
}

function estimateOutput(estimate: PooledEstimate): Output["strata"][number]["pools"][number]["withSingles"] {
  if (estimate.kind === "notPooled") return estimate;
  const { fit, prediction, women } = estimate;
  const coefficient = fit.coefficients[0];
  return {
    kind: "pooled",
    studies: fit.k,
    women,
    estimate: coefficient?.estimate ?? Number.NaN,
    se: coefficient?.se ?? Number.NaN,
    ciLower: coefficient?.ciLower ?? Number.NaN,
    ciUpper: coefficient?.ciUpper ?? Number.NaN,
    tau2: fit.tau2,
    i2: fit.i2,
    prediction,
  };
}
