// How often 95 % intervals hold the true mean change when eight small series are pooled, four of them single women: by the
// default of the evidence, by its relatives, and by taking all women as one sample. Invented women, seeded: the same numbers
// on every machine.
import { fitMeta } from "@materbone/evidence";
import { createRandom, randomNormal, tQuantile } from "@materbone/numerics";

/** Women of each series, as in docs/decisions/0029-like-with-like.md. */
const WOMEN = [1, 1, 1, 1, 3, 5, 7, 12];
/** Percentage points: true mean change, SD between women (as pooled at the spine). */
const MEAN = 10;
const SD = 8.6;
const REPLICATES = 20_000;
const SEED = 2026;

/** Percentage points: SD between series. */
const BETWEEN = [0, 3, 5, 8];

for (const tau of BETWEEN) {
  const held = {};
  const width = {};
  const random = createRandom(SEED);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const series = WOMEN.map((women) => {
      const own = MEAN + tau * randomNormal(random);
      return Array.from({ length: women }, () => own + SD * randomNormal(random));
    });
    const intervals = {
      "default, one pooled SD": pooled(series, "adhoc", { sd: "pooled" }),
      "Wald, one pooled SD": pooled(series, "z", { sd: "pooled" }),
      "default, own SDs": pooled(series, "adhoc"),
      "Knapp-Hartung unmodified, own SDs": pooled(series, "knha"),
      "Wald, own SDs": pooled(series, "z"),
      "default without single women, own SDs": pooled(series, "adhoc", { least: 2 }),
      "all women as one sample": oneSample(series.flat()),
    };
    for (const [name, { lower, upper }] of Object.entries(intervals)) {
      held[name] = (held[name] ?? 0) + (lower <= MEAN && MEAN <= upper ? 1 : 0);
      width[name] = (width[name] ?? 0) + upper - lower;
    }
  }
  for (const [name, count] of Object.entries(held)) report(tau, name, count / REPLICATES, width[name] / REPLICATES);
}

/**
 * REML with the SD of each series (`own`), single women with the SD pooled from the series, or all with that (`pooled`).
 * Series of fewer women than `least` are left out.
 */
function pooled(series, test, { sd = "own", least = 1 } = {}) {
  const degreesOfFreedom = series.reduce((sum, values) => sum + values.length - 1, 0);
  const within = series.reduce((sum, values) => sum + squares(values), 0) / degreesOfFreedom;
  const taken = series.filter((values) => values.length >= least);
  const effects = {
    yi: Float64Array.from(taken, mean),
    vi: Float64Array.from(
      taken,
      (values) =>
        (sd === "pooled" || values.length === 1 ? within : squares(values) / (values.length - 1)) / values.length,
    ),
  };
  const { ciLower, ciUpper } = fitMeta(effects, undefined, { method: "REML", test }).coefficients[0];
  return { lower: ciLower, upper: ciUpper };
}

function oneSample(values) {
  const df = values.length - 1;
  const half = tQuantile(0.975, df) * Math.sqrt(squares(values) / df / values.length);
  return { lower: mean(values) - half, upper: mean(values) + half };
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of squares about the mean. */
function squares(values) {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function report(tau, name, coverage, width) {
  const error = Math.sqrt((coverage * (1 - coverage)) / REPLICATES);
  console.log(
    JSON.stringify({
      bench: "coverage",
      workload: `coverage, tau ${tau} of SD ${SD}, ${name}`,
      value: Number((100 * coverage).toFixed(2)),
      unit: "%",
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      detail: `Monte Carlo error ${(100 * error).toFixed(2)}, mean width ${width.toFixed(1)} points, ${REPLICATES} replicates, seed ${SEED}`,
    }),
  );
}
