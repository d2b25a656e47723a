import type { CovarianceTerm } from "../covariance-model/covariance-term.ts";
import { car1Term, structuredTerm } from "../covariance-model/structures.ts";
import { EffectRowError } from "../meta/meta-error.ts";
import { compareLevels } from "../model-file/level-order.ts";
import { type Grouping, groupsOf } from "../multilevel/grouping.ts";
import type { MixedData, MixedEffects } from "./mixed-fit.ts";

/** Name of the residual among the components. */
export const RESIDUAL = "residual";

/** Groups of rows with a residual variance each, in dictionary order; `undefined` when all rows share one. */
export function residualGroups({ residual }: MixedData): readonly string[] | undefined {
  return residual?.kind === "byGroup" ? [...new Set(residual.by.labels)].sort(compareLevels) : undefined;
}

/**
 * The terms of the covariance model: one for each of `random`, then the residual.
 *
 * @throws TypeError when a grouping, effect or weight has not a value for each row
 * @throws EffectRowError when a value is no usable number
 * @throws RangeError when two rows of one group stand at one time and residuals are autocorrelated
 */
export function mixedTerms(data: MixedData): CovarianceTerm[] {
  const n = data.y.length;
  return [...data.random.map((effects) => effectsTerm(effects, n)), residualTerm(data, n)];
}

function effectsTerm({ group, effects, correlated }: MixedEffects, n: number): CovarianceTerm {
  if (effects.length === 0) throw new TypeError(`random effects of ${group.name} need at least one effect`);
  const m = effects.length;
  const z = new Float64Array(n * m);
  effects.forEach(({ name, values }, a) => {
    requireLength(name, values.length, n);
    for (let i = 0; i < n; i++) {
      if (!Number.isFinite(values[i])) throw new EffectRowError(i, "x", values[i]);
      z[i * m + a] = values[i];
    }
  });
  const names = effects.map(({ name }) => name);
  return structuredTerm(unitsOf(group, n), z, names, correlated ? "UN" : "DIAG");
}

function residualTerm(data: MixedData, n: number): CovarianceTerm {
  const { weights, residual = { kind: "independent" } } = data;
  const scale = new Float64Array(n).fill(1);
  if (weights !== undefined) {
    requireLength("weights", weights.length, n);
    for (let i = 0; i < n; i++) {
      if (!(weights[i] > 0 && weights[i] < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`row ${i}: weight must be finite and above 0, got ${weights[i]}`);
      }
      scale[i] = 1 / Math.sqrt(weights[i]);
    }
  }
  const everyRow = { name: RESIDUAL, unit: Int32Array.from({ length: n }, (_, i) => i), units: n };
  if (residual.kind === "independent") return structuredTerm(everyRow, scale, [RESIDUAL], "UN");
  if (residual.kind === "byGroup") {
    requireLength(residual.by.name, residual.by.labels.length, n);
    const labels = residualGroups(data) ?? [];
    const m = labels.length;
    const z = new Float64Array(n * m);
    residual.by.labels.forEach((label, i) => {
      z[i * m + labels.indexOf(label)] = scale[i];
    });
    return structuredTerm(everyRow, z, labels, "DIAG");
  }
  const { time, within = data.random[0]?.group } = residual;
  if (within === undefined) throw new TypeError("autocorrelated residuals need a grouping within which they correlate");
  requireLength("time", time.length, n);
  for (let i = 0; i < n; i++) if (!Number.isFinite(time[i])) throw new EffectRowError(i, "x", time[i]);
  const units = unitsOf(within, n);
  const group = new Int32Array(n);
  return car1Term({ ...units, name: RESIDUAL }, { time, group, scale, gap: typicalGap(time, units.unit, within) }, [
    RESIDUAL,
  ]);
}

/** Mean distance in time of neighbouring rows of a group. */
function typicalGap(time: Float64Array, unit: Int32Array, within: Grouping): number {
  const order = Array.from(time, (_, i) => i).sort((a, b) => unit[a] - unit[b] || time[a] - time[b]);
  let sum = 0;
  let count = 0;
  for (let at = 1; at < order.length; at++) {
    const [before, row] = [order[at - 1], order[at]];
    if (unit[row] !== unit[before]) continue;
    const gap = time[row] - time[before];
    if (!(gap > 0)) {
      throw new RangeError(
        `rows ${before} and ${row} of ${within.labels[row]} stand at the same time: autocorrelated residuals cannot tell them apart`,
      );
    }
    sum += gap;
    count++;
  }
  if (count === 0)
    throw new RangeError(`no group of ${within.name} has two rows, so residuals cannot correlate in time`);
  return sum / count;
}

function unitsOf(group: Grouping, n: number) {
  requireLength(group.name, group.labels.length, n);
  const { unit, first } = groupsOf(group.labels);
  return { name: group.name, unit, units: first.length };
}

function requireLength(name: string, length: number, n: number): void {
  if (length !== n) throw new TypeError(`${n} rows need as many values of ${name}, got ${length}`);
}
