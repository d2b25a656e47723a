import { choleskyInPlace, invertCholesky } from "@materbone/numerics";
import type { CovarianceFit } from "./fit-covariance.ts";
import { informationAlong, scoreDirections } from "./score-directions.ts";

/**
 * Covariance of the estimated coordinates: the inverse of the information about the directions that are open at the
 * maximum. A variance at zero counts as known.
 *
 * @returns nc x nc, or `undefined` when the information is not positive definite
 */
export function coordinateCovariance(
  { states, evaluation, model }: CovarianceFit,
  kind: "observed" | "expected",
): Float64Array | undefined {
  const nc = model.coordinates;
  const open = scoreDirections(states, evaluation);
  const directions = open.directions.filter(({ opens }) => !opens);
  const n = directions.length;
  const exact = kind === "observed";
  const information = informationAlong(open, directions, exact ? evaluation.observed : evaluation.expected, exact);
  const scale = Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(information[i * n + i]));
  if (!scale.every((value) => value > 0)) return undefined;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) information[i * n + j] *= scale[i] * scale[j];
  if (!choleskyInPlace(information, n)) return undefined;
  const inverse = new Float64Array(n * n);
  invertCholesky(information, n, inverse);
  const out = new Float64Array(nc * nc);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = inverse[i * n + j] * scale[i] * scale[j];
      const [a, b] = [directions[i], directions[j]];
      for (let c = 0; c < a.column.length; c++) {
        for (let d = 0; d < b.column.length; d++) {
          out[(a.offset + c) * nc + b.offset + d] += a.column[c] * value * b.column[d];
        }
      }
    }
  }
  return out;
}
