// exp, log and tanh beside those of Math: apart from each other, and each waiting for the one before.
import { exp, log, tanh } from "@materbone/numerics";

const COUNT = 1 << 14;
const REPEATS = 60;

const out = new Float64Array(COUNT);
const exponents = Float64Array.from(out, (_, i) => 20 * ((i * Math.SQRT2) % 1) - 10);
const positives = exponents.map((x) => Math.exp(x));

report("exp", exponents, {
  own: (xs) => each(xs, (x) => exp(x)),
  math: (xs) => each(xs, (x) => Math.exp(x)),
  ownChained: (xs) => chain(xs, (x) => exp(x)),
  mathChained: (xs) => chain(xs, (x) => Math.exp(x)),
});
report("log", positives, {
  own: (xs) => each(xs, (x) => log(x)),
  math: (xs) => each(xs, (x) => Math.log(x)),
  ownChained: (xs) => chain(xs, (x) => log(x)),
  mathChained: (xs) => chain(xs, (x) => Math.log(x)),
});
report("tanh", exponents, {
  own: (xs) => each(xs, (x) => tanh(x)),
  math: (xs) => each(xs, (x) => Math.tanh(x)),
  ownChained: (xs) => chain(xs, (x) => tanh(x)),
  mathChained: (xs) => chain(xs, (x) => Math.tanh(x)),
});
report("power, exp of g log", positives, {
  own: (xs) => each(xs, (x) => exp(1.37 * log(x))),
  math: (xs) => each(xs, (x) => x ** 1.37),
  ownChained: (xs) => chain(xs, (x) => exp(1.37 * log(x))),
  mathChained: (xs) => chain(xs, (x) => x ** 1.37),
});

function report(name, xs, runs) {
  const [own, math, ownChained, mathChained] = Object.values(runs).map((run) => nanoseconds(() => run(xs)));
  console.log(
    JSON.stringify({
      bench: "elementary",
      workload: name,
      value: own,
      unit: "ns",
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      detail: `Math ${math} ns; each waiting for the last, ${ownChained} ns, Math ${mathChained} ns`,
    }),
  );
}

/** Best of all repeats, so that other work on the machine does not count. */
function nanoseconds(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / COUNT);
  }
  return Number(best.toFixed(1));
}

// Written anew for every function, so that the engine sees one callee in each loop.
function each(xs, f) {
  return new Function("xs", "out", "f", "for (let i = 0; i < xs.length; i++) out[i] = f(xs[i]);")(xs, out, f);
}

function chain(xs, f) {
  return new Function(
    "xs",
    "out",
    "f",
    "let y = 0; for (let i = 0; i < xs.length; i++) y = f(xs[i] + y * 1e-300); out[0] = y;",
  )(xs, out, f);
}
