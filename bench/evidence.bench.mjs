// The statistics of the evidence, in one process: whole fits with intervals and tests, not kernels alone. Where Rscript and
// metafor are installed, the same work is run there in the same run and the ratio printed.
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
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
import { createRandom, randomNormal } from "@materbone/numerics";

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
  const fit = fitMeta(effects, undefined, OPTIONS);
  const permuted = median(() => permutationTest(fit, { kind: "random", iterations: 10_000, random: random() }), 3);
  report(
    "10 000 permutations, REML, k = 13",
    permuted,
    `${rate(permuted / 10_000)} refits/s`,
    rMilliseconds.permutation,
  );
  const refits = median(() => parametricBootstrap(fit, 10_000, random()), 3);
  report("10 000 bootstrap refits, REML, k = 13", refits, `${rate(refits / 10_000)} refits/s`, rMilliseconds.bootstrap);
  const sensitivity = median(() => [leaveOneOut(fit), cumulativeMeta(fit, [...Array(13).keys()])], 200);
  report("leave-one-out and cumulative, k = 13", sensitivity, "an interactive refit; aim 16 ms");
}
{
  const fit = fitMeta(drawEffects(10_000, 2), undefined, OPTIONS);
  const ms = median(() => leaveOneOut(fit), 3);
  report("leave-one-out, k = 10000", ms, `${rate(ms / 10_000)} refits/s`);
}
{
  const data = drawNested(1_000, 5, 3);
  const ms = median(() => fitMultilevel(data), 5);
  report("three levels, 1 000 studies of 5 effects, REML", ms, `${rate(ms)} fits/s`, rMilliseconds.multilevel);
}
report(
  "the whole shipped literature, every stratum with its strip",
  median(() => synthesise(shippedLiterature), 20),
  "an interactive refit; aim 16 ms",
);
report(
  "the benchmark of three sites",
  median(() => benchmark(shippedLiterature), 20),
  "an interactive refit; aim 16 ms",
);

function drawEffects(k, seed) {
  const random = createRandom(seed);
  const vi = Float64Array.from({ length: k }, () => 1 + 20 * random());
  const yi = vi.map((variance) => 13 + 4 * randomNormal(random) + Math.sqrt(variance) * randomNormal(random));
  return { yi, vi };
}

/** Effects nested in studies, as a fit of three levels takes them. */
function drawNested(studies, effectsEach, seed) {
  const random = createRandom(seed);
  const k = studies * effectsEach;
  const study = Array.from({ length: k }, (_, row) => `S${Math.floor(row / effectsEach)}`);
  const effect = study.map((_, row) => `E${row}`);
  const v = Float64Array.from({ length: k }, () => 1 + 20 * random());
  const shifts = Float64Array.from({ length: studies }, () => 3 * randomNormal(random));
  const yi = v.map((variance, row) => {
    const sd = Math.sqrt(variance + 2);
    return 13 + shifts[Math.floor(row / effectsEach)] + sd * randomNormal(random);
  });
  const levels = [
    { name: "study", labels: study },
    { name: "effect", labels: effect },
  ];
  return { yi, v, design: undefined, random: [{ kind: "nested", levels }] };
}

/**
 * The same work by metafor, milliseconds by workload; empty where Rscript or metafor is not installed. The effects are drawn
 * there by the same recipe: the time does not hang on the digits.
 */
function metaforMilliseconds() {
  const script = `
    suppressMessages(library(metafor))
    draw <- function(k) { v <- 1 + 20 * runif(k); data.frame(yi = rnorm(k, 13, sqrt(v + 16)), vi = v) }
    time <- function(name, run, times) {
      run(); s <- proc.time()[["elapsed"]]; for (i in seq_len(times)) run()
      cat(name, (proc.time()[["elapsed"]] - s) * 1000 / times, "\\n")
    }
    for (k in c(10, 100, 1000)) { d <- draw(k)
      time(paste0("reml", k), function() rma(yi, vi, data = d, test = "adhoc"), if (k < 1000) 20 else 2) }
    d <- draw(13); fit <- rma(yi, vi, data = d, test = "adhoc")
    one <- function() rma(yi, vi, data = d, test = "adhoc")
    time("refit", one, 50)`;
  const { status, stdout } = spawnSync("Rscript", ["-e", script], { encoding: "utf8" });
  if (status !== 0 || stdout === null) return {};
  const told = Object.fromEntries(
    stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" ")),
  );
  const ms = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, Number(value)]));
  // Ten thousand refits take metafor minutes: one is timed and multiplied.
  return { ...ms, permutation: ms.refit * 10_000, bootstrap: ms.refit * 10_000 };
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
  return Math.round(1_000 / ms)
    .toLocaleString("en")
    .replaceAll(",", " ");
}

function report(workload, ms, detail, rMs) {
  const ratio =
    rMs === undefined ? "" : `; metafor ${rMs.toPrecision(3)} ms in this run, ${Math.round(rMs / ms)} times as long`;
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
