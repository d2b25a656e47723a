/** Values sorted once, with their weights summed from below; what `weightedQuantile` reads. */
export type WeightedSample = { readonly values: Float64Array; readonly cumulative: Float64Array };

/**
 * Sorts values with their weights.
 *
 * @param values - finite; at least one
 * @param weights - at least 0, not all 0; need not sum to 1
 * @throws RangeError when the lengths differ, a value is not finite, or the weights are none
 */
export function weightedSample(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSample {
  const n = values.length;
  if (n === 0 || weights.length !== n) throw new RangeError(`${n} values have ${weights.length} weights`);
  const order = Uint32Array.from({ length: n }, (_, index) => index);
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`value ${i} must be finite, got ${values[i]}`);
    if (!(weights[i] >= 0)) throw new RangeError(`weight ${i} must be at least 0, got ${weights[i]}`);
  }
  // Ties keep the order of the women, so that sums add up alike everywhere.
  order.sort((a, b) => values[a] - values[b] || a - b);
  const sorted = new Float64Array(n);
  const cumulative = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sorted[i] = values[order[i]];
    sum += weights[order[i]];
    cumulative[i] = sum;
  }
  if (!(sum > 0)) throw new RangeError(`weights must sum to more than 0, got ${sum}`);
  for (let i = 0; i < n; i++) cumulative[i] /= sum;
  return { values: sorted, cumulative };
}

/**
 * Quantile of a weighted sample, linear between the middles of the weights: with equal weights the rule of Hazen, which
 * takes the value of rank (i - 1/2) / n as the quantile of that probability.
 *
 * @param probability - 0 to 1; beyond the outermost middles the outermost values
 * @throws RangeError when the probability is outside 0 to 1
 * @see Hyndman & Fan 1996, Am Stat 50:361-365, type 5
 */
export function weightedQuantile({ values, cumulative }: WeightedSample, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability is 0 to 1, not ${probability}`);
  const n = values.length;
  let lastMiddle = Number.NaN;
  let lastValue = values[0];
  for (let i = 0; i < n; i++) {
    const below = i === 0 ? 0 : cumulative[i - 1];
    if (!(cumulative[i] > below)) continue;
    const middle = (below + cumulative[i]) / 2;
    if (middle >= probability) {
      if (Number.isNaN(lastMiddle)) return values[i];
      return lastValue + ((values[i] - lastValue) * (probability - lastMiddle)) / (middle - lastMiddle);
    }
    lastMiddle = middle;
    lastValue = values[i];
  }
  return lastValue;
}
