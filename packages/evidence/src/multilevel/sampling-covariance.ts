import type { KnownBlock, KnownCovariance } from "../covariance-model/known-covariance.ts";
import { EffectRowError } from "../meta/meta-error.ts";
import { groupsOf, rowsByGroup } from "./grouping.ts";

/**
 * Covariance of sampling errors that correlate by `rho` within a cluster: the effects of one study on the same women.
 *
 * @param vi - sampling variances, length k; finite, above 0
 * @param cluster - cluster of each row, length k
 * @param rho - from -1 to 1; with 1, or below what the largest cluster allows, the covariance is singular and a fit refuses it
 * @throws EffectRowError naming the row of a variance that is none
 * @throws RangeError when `rho` is out of range
 */
export function samplingCovariance(vi: Float64Array, cluster: readonly string[], rho: number): KnownCovariance {
  const k = vi.length;
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`rho must be from -1 to 1, got ${rho}`);
  if (cluster.length !== k) throw new TypeError(`${k} variances need as many clusters, got ${cluster.length}`);
  for (let i = 0; i < k; i++) {
    if (!(vi[i] > 0 && vi[i] < Number.POSITIVE_INFINITY)) throw new EffectRowError(i, "vi", vi[i]);
  }
  const blocks = rowsByGroup(groupsOf(cluster)).map((rows): KnownBlock => {
    const n = rows.length;
    const v = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        v[i * n + j] = rho * Math.sqrt(vi[rows[i]] * vi[rows[j]]);
        v[j * n + i] = v[i * n + j];
      }
      v[i * n + i] = vi[rows[i]];
    }
    return { rows, v };
  });
  return { k, blocks };
}

/**
 * The independent blocks of a whole covariance matrix of sampling errors: rows tied by any covariance that is not 0.
 *
 * @param v - k x k, row-major, symmetric
 */
export function samplingBlocks(v: Float64Array, k: number): KnownCovariance {
  if (v.length !== k * k) throw new TypeError(`the covariance of ${k} rows has ${v.length} elements`);
  const label = new Int32Array(k).fill(-1);
  const blocks: KnownBlock[] = [];
  for (let first = 0; first < k; first++) {
    if (label[first] >= 0) continue;
    const found = [first];
    label[first] = blocks.length;
    for (let at = 0; at < found.length; at++) {
      const row = found[at];
      for (let other = 0; other < k; other++) {
        if (label[other] >= 0 || (v[row * k + other] === 0 && v[other * k + row] === 0)) continue;
        label[other] = blocks.length;
        found.push(other);
      }
    }
    const rows = Int32Array.from(found).sort();
    const n = rows.length;
    const part = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) part[i * n + j] = v[rows[i] * k + rows[j]];
    blocks.push({ rows, v: part });
  }
  return { k, blocks };
}
