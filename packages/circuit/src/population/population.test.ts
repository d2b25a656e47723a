import { createRandom } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import { womenDrawer } from "./draw-woman.ts";
import { ENOUGH_WOMEN, isEnough, populationBand } from "./population-bands.ts";
import { joinedBatches, NoWomanError, simulateBatch } from "./simulate-batch.ts";
import { effectiveSampleSize, tiltedWeights } from "./tilted-weights.ts";
import { TOY_JOB, toySimulatorOf } from "./toy-women.fixture.ts";
import { virtualWomen } from "./virtual-women.ts";
import { weightedQuantile, weightedSample } from "./weighted-quantiles.ts";
import { womanRandom } from "./woman-stream.ts";

const toy = toySimulatorOf(TOY_JOB);

describe("the stream of one woman", () => {
  it("follows from seed, number and purpose alone, and differs in each", () => {
    const first = (seed: number, woman: number, purpose?: number): number => womanRandom(seed, woman, purpose)();
    expect(first(1, 0)).toBe(first(1, 0));
    const others = [first(1, 1), first(2, 0), first(1, 0, 1), first(1 + 2 ** 32, 0), first(-1, 0), first(1, 0)];
    expect(new Set(others).size).toBe(others.length);
  });

  it("is not the stream of her neighbour, number by number", () => {
    const n = 4_000;
    let product = 0;
    for (let woman = 0; woman < n; woman++) {
      product += (womanRandom(9, woman)() - 0.5) * (womanRandom(9, woman + 1)() - 0.5);
    }
    // The correlation of independent numbers has standard error 1 / sqrt(n).
    expect(Math.abs((12 * product) / n)).toBeLessThan(4 / Math.sqrt(n));
  });

  it("refuses numbers that are none", () => {
    expect(() => womanRandom(0.5, 0)).toThrow(RangeError);
    expect(() => womanRandom(1, -1)).toThrow(RangeError);
    expect(() => womanRandom(1, 2 ** 32)).toThrow(RangeError);
  });
});

describe("drawing women", () => {
  const correlated = womenDrawer({
    parameters: [
      { name: "a", distribution: { kind: "logNormal", median: 2, sdLog: 0.12 } },
      { name: "b", distribution: { kind: "logNormal", median: 3, sdLog: 0.12 } },
      { name: "c", distribution: { kind: "uniform", low: -1, high: 1 } },
      { name: "d", distribution: { kind: "truncatedNormal", mean: 0, sd: 1, low: 0, high: 10 } },
    ],
    correlations: [{ between: ["a", "b"], value: 0.6 }],
  });
  const n = 20_000;
  const random = createRandom(4);
  const drawn = Array.from({ length: n }, () => {
    const out = new Float64Array(4);
    correlated(random, out);
    return out;
  });
  const moments = (value: (woman: Float64Array) => number): readonly [number, number] => {
    const mean = drawn.reduce((sum, woman) => sum + value(woman), 0) / n;
    return [mean, drawn.reduce((sum, woman) => sum + (value(woman) - mean) ** 2, 0) / n];
  };

  it("has the stated median, spread and correlation", () => {
    const [meanA, varianceA] = moments(([a]) => Math.log(a / 2));
    const [, varianceB] = moments(([, b]) => Math.log(b / 3));
    const [meanProduct] = moments(([a, b]) => Math.log(a / 2) * Math.log(b / 3));
    // Four standard errors of a mean, a variance and a correlation of n normal pairs.
    expect(Math.abs(meanA)).toBeLessThan((4 * 0.12) / Math.sqrt(n));
    expect(Math.abs(varianceA / 0.0144 - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(meanProduct / Math.sqrt(varianceA * varianceB) - 0.6)).toBeLessThan((4 * 0.64) / Math.sqrt(n));
  });

  it("keeps a uniform parameter and a truncated one inside, with the moments of theory", () => {
    const [mean, variance] = moments(([, , c]) => c);
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 3 / n));
    expect(variance).toBeCloseTo(1 / 3, 2);
    expect(drawn.every(([, , c, d]) => c >= -1 && c <= 1 && d >= 0 && d <= 10)).toBe(true);
    // A half normal distribution has mean sqrt(2 / pi).
    const [meanOfHalf] = moments(([, , , d]) => d);
    expect(Math.abs(meanOfHalf - Math.sqrt(2 / Math.PI))).toBeLessThan(4 * Math.sqrt((1 - 2 / Math.PI) / n));
  });

  it("refuses what is out of range, by name", () => {
    const a = { name: "a", distribution: { kind: "logNormal", median: 1, sdLog: 0.1 } } as const;
    const b = { name: "b", distribution: { kind: "normal", mean: 1, sd: 0.1 } } as const;
    const c = { name: "c", distribution: { kind: "normal", mean: 1, sd: 0.1 } } as const;
    expect(() =>
      womenDrawer({ parameters: [{ name: "a", distribution: { ...a.distribution, median: 0 } }], correlations: [] }),
    ).toThrow("distribution of a: median");
    expect(() => womenDrawer({ parameters: [a, a], correlations: [] })).toThrow("drawn twice");
    const between = ["a", "z"] as const;
    expect(() => womenDrawer({ parameters: [a, b], correlations: [{ between, value: 0.5 }] })).toThrow(RangeError);
    const pairs = [
      { between: ["a", "b"], value: 0.9 },
      { between: ["b", "c"], value: 0.9 },
      { between: ["a", "c"], value: -0.9 },
    ] as const;
    expect(() => womenDrawer({ parameters: [a, b, c], correlations: pairs })).toThrow("contradict");
    const far = { name: "a", distribution: { kind: "truncatedNormal", mean: 0, sd: 1, low: 9, high: 10 } } as const;
    expect(() => womenDrawer({ parameters: [far], correlations: [] })).toThrow("four SD");
  });
});

describe("batches of women", () => {
  it("are the same women however they are cut", () => {
    const whole = simulateBatch(toy, 5, 0, 40);
    const parts = [simulateBatch(toy, 5, 25, 40), simulateBatch(toy, 5, 0, 3), simulateBatch(toy, 5, 3, 25)];
    expect(joinedBatches(parts)).toEqual(whole);
    expect(simulateBatch(toy, 6, 0, 40).parameters).not.toEqual(whole.parameters);
  });

  it("hold accepted women alone and count the refused by their reason", () => {
    const batch = simulateBatch(toy, 5, 0, 500);
    for (let woman = 0; woman < 500; woman++) {
      expect(batch.parameters[3 * woman]).toBeGreaterThanOrEqual(1);
      expect(batch.parameters[3 * woman]).toBeLessThanOrEqual(12);
    }
    const refused = batch.refusals[0]?.count ?? 0;
    expect(batch.refusals).toEqual([
      { refusal: { kind: "outOfBounds", output: "loss", state: "lactation" }, count: refused },
    ]);
    // P(loss > 12) + P(loss < 1) = P(z > 1.7509) + P(z < -3.2189), by the table of the normal distribution 0.0400 + 0.0006.
    const share = refused / (500 + refused);
    expect(Math.abs(share - 0.0406)).toBeLessThan(4 * Math.sqrt((0.0406 * 0.9594) / 500));
  });

  it("end in words when prior and bounds contradict each other", () => {
    const impossible = toySimulatorOf({
      ...TOY_JOB,
      bounds: [{ output: "loss", state: "lactation", low: 1e6, high: 1e7 }],
    });
    expect(() => simulateBatch(impossible, 1, 0, 1)).toThrow(NoWomanError);
  });

  it("cannot be joined over a gap", () => {
    expect(() => joinedBatches([simulateBatch(toy, 1, 0, 2), simulateBatch(toy, 1, 3, 4)])).toThrow(RangeError);
  });
});

describe("weights", () => {
  it("sum to 1 and meet the mean and SD of an anchor", () => {
    const batch = simulateBatch(toy, 2, 0, 800);
    const women = virtualWomen(batch, 2, [{ id: "untreated", feature: 0, mean: 6.7, sd: 2.4, women: 13 }]);
    expect(women.weighting.kind).toBe("anchored");
    expect(women.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const mean = women.weights.reduce((sum, weight, woman) => sum + weight * batch.features[woman], 0);
    const variance = women.weights.reduce(
      (sum, weight, woman) => sum + weight * (batch.features[woman] - mean) ** 2,
      0,
    );
    // A thousandth of the standard errors of a mean and a variance of 13 women.
    expect(Math.abs(mean - 6.7)).toBeLessThan((1e-3 * 2.4) / Math.sqrt(13));
    expect(Math.abs(Math.sqrt(variance) - 2.4)).toBeLessThan(1e-3);
    expect(women.effectiveSampleSize).toBeLessThan(800);
    expect(women.acceptanceRate).toBeCloseTo(800 / women.draws, 12);
  });

  it("say so when no weights of these women meet the anchor, and count them alike", () => {
    const batch = simulateBatch(toy, 2, 0, 100);
    const women = virtualWomen(batch, 2, [{ id: "untreated", feature: 0, mean: 25, women: 13 }]);
    expect(women.weighting.kind).toBe("notReached");
    expect(women.effectiveSampleSize).toBeCloseTo(100, 9);
  });

  it("are those of a normal sample moved by its own mean", () => {
    // Tilting by exp(lambda x) moves a fair coin of -1 and 1 to mean tanh(lambda): weights (1 + mean) / 2.
    const features = Float64Array.from([-1, 1]);
    const one = Float64Array.of(1);
    const { weights } = tiltedWeights({ features, targets: Float64Array.of(0.4), scales: one });
    expect(weights[1]).toBeCloseTo(0.7, 9);
    expect(effectiveSampleSize(weights)).toBeCloseTo(1 / (0.49 + 0.09), 9);
  });
});

describe("bands", () => {
  it("take weighted quantiles by Hazen's rule", () => {
    const sample = weightedSample([3, 1, 2, 4], [1, 1, 1, 1]);
    expect(weightedQuantile(sample, 0.5)).toBeCloseTo(2.5, 12);
    expect(weightedQuantile(sample, 0.125)).toBe(1);
    expect(weightedQuantile(sample, 1)).toBe(4);
    expect(weightedQuantile(sample, 0)).toBe(1);
  });

  it("count a woman of weight 0 as absent", () => {
    const sample = weightedSample([3, 100, 1], [1, 0, 1]);
    expect(weightedQuantile(sample, 1)).toBe(3);
    expect(weightedQuantile(sample, 0.5)).toBeCloseTo(2, 12);
  });

  it("lie in order around the median at each time", () => {
    const { values } = simulateBatch(toy, 8, 0, 300);
    const { lower, median, upper } = populationBand(values, 4, new Float64Array(300).fill(1 / 300));
    for (let at = 0; at < 4; at++) {
      expect(lower[at]).toBeLessThan(median[at]);
      expect(median[at]).toBeLessThan(upper[at]);
    }
  });

  it("need ten women beyond either end", () => {
    expect(ENOUGH_WOMEN).toBeCloseTo(400, 9);
    expect(isEnough(new Float64Array(399).fill(1))).toBe(false);
    expect(isEnough(new Float64Array(401).fill(1))).toBe(true);
  });

  it("refuse values that are not finite", () => {
    expect(() => weightedSample([1, Number.NaN], [1, 1])).toThrow(RangeError);
    expect(() => weightedSample([], [])).toThrow(RangeError);
  });
});
