// The statistics of the evidence, in one process: whole fits with intervals and tests, not kernels alone. Where Rscript and
// metafor are installed, the same work is run there in the same run and the ratio printed.
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { createRandom, randomNormal } from "@materbone/numerics";
import {
  benchmark,
  cumulativeMeta,
  fitMeta,
  fitMultilevel,
  leaveOneOut,
  parametricBootstrap,
  permutationTest,
  shippedLiterature,
  synthesise,
} from "@materbone/evidence";

const OPTIONS = { method: "REML", test: "adhoc" };
const rMilliseconds = metaforMilliseconds();

for (const k of [10, 100, 1_000, 10_000]) {
  const effects = drawEffects(k, 7);
  const ms = median(() => fitMeta(effects, undefined, OPTIONS), k <= 100 ? 2_000 : 50);
  report(`REML, modified Knapp-Hartung, k = ${k}`, ms, `${rate(ms)} fits/s`, rMilliseconds[`reml${k}`]);
}
{
  const effects = drawEffects(13, 11);
  const x = Float64Array.from({ length: 26 }, (_, index) => (index % 2 === 0 ? 1 : index));
  const design = { names: ["intrcpt", "months"], x };
  const ms = median(() => fitMeta(effects, design, OPTIONS), 2_000);
  report("REML meta-regression, k = 13", ms, `${rate(ms)} fits/s`);
  const random = () => createRandom(5);
  const permuted = median(() => permutationTest(effects, undefined, OPTIONS, { kind: "random", permutations: 10_000, random: random() }), 3);
  report("10 000 permutations, REML, k = 13", permuted, `${rate(permuted / 10_000)} refits/s`, rMilliseconds.permutation);
  const fit = fitMeta(effects, undefined, OPTIONS);
  const refits = median(() => parametricBootstrap(fit, { replicates: 10_000, random: random() }), 3);
  report("10 000 bootstrap refits, REML, k = 13", refits, `${rate(refits / 10_000)} refits/s`, rMilliseconds.bootstrap);
  const sensitivity = median(() => [leaveOneOut(fit), cumulativeMeta(fit)], 200);
  report("leave-one-out and cumulative, k = 13", sensitivity, "an interactive refit; aim 16 ms");
}
{
  const data = drawNested(1_000, 5, 3);
  const ms = median(() => fitMultilevel(...nestedCall(data)), 5);
  report("three levels, 1 000 studies of 5 effects, REML", ms, `${rate(ms)} fits/s`, rMilliseconds.multilevel);
}
report("the whole shipped literature, every stratum with its strip", median(() => synthesise(shippedLiterature), 20), "an interactive refit; aim 16 ms");
report("the benchmark of three sites", median(() => benchmark(shippedLiterature), 20), "an interactive refit; aim 16 ms");

function drawEffects(k, seed) {
  const random = createRandom(seed);
  const vi = Float64Array.from({ length: k }, () => 1 + 20 * random());
  const yi = vi.map((variance) => 13 + 4 * randomNormal(random) + Math.sqrt(variance) * randomNormal(random));
  return { yi, vi };
}

/** Milliseconds of one call: the median of `times` after a warm-up of as many. */
function median(run, times) {
  for (let warm = 0; warm < times; warm++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1];
}

function rate(ms) {
  return Math.round(1_000 / ms).toLocaleString("en").replaceAll(",", " ");
}

function report(workload, ms, detail, rMs) {
  const ratio = rMs === undefined ? "" : `; metafor ${rMs.toPrecision(3)} ms in this run, ${Math.round(rMs / ms)} times as long`;
  console.log(
    JSON.stringify({
      bench: "evidence",
      workload,
      value: Number(ms.toPrecision(3)),
      unit: "ms",
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      detail: `${detail}${ratio}`,
    }),
  );
}
