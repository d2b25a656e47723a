import { fitMeta } from "../meta/fit-meta.ts";
import { type Grouping, type Groups, groupsOf, rowsByGroup } from "../multilevel/grouping.ts";

/** Slopes of patients, each drawn towards the mean slope as far as its own precision is poor. */
export type ShrunkenSlopes = {
  readonly patients: readonly PatientSlope[];
  /** Mean slope, its standard error, and the variance of true slopes between patients (REML). */
  readonly pooled: number;
  readonly pooledSe: number;
  readonly tau2: number;
  /** Patients whose rows stand all at one time: they have no slope of their own. */
  readonly withoutSlope: readonly string[];
};

export type PatientSlope = {
  readonly label: string;
  /** Number of visits. */
  readonly visits: number;
  /** By least squares, unit of the values per unit of time. */
  readonly slope: number;
  /** Its sampling variance: SD² / Σ (t - mean t)². */
  readonly slopeVariance: number;
  /** Empirical Bayes estimate and its standard error, which counts that of the mean. */
  readonly shrunken: number;
  readonly shrunkenSe: number;
  /** Part of the shrunken slope that comes from the patient's own. */
  readonly ownWeight: number;
};

export type SlopesOutcome =
  | ({ readonly kind: "slopes" } & ShrunkenSlopes)
  /** Fewer than two patients have a slope. */
  | { readonly kind: "tooFewPatients"; readonly patients: number; readonly withoutSlope: readonly string[] };

/**
 * Empirical-Bayes slopes when the SD of one measurement is known.
 *
 * @param time - of each visit
 * @param values - measured at each visit
 * @param measurementSd - unit of `values`; finite, above 0
 * @throws RangeError when a number is not finite or the SD not above 0
 * @see Morris 1983, J Am Stat Assoc 78:47
 */
export function shrunkenSlopes(
  patient: Grouping,
  time: Float64Array,
  values: Float64Array,
  measurementSd: number,
): SlopesOutcome {
  const n = values.length;
  if (!(measurementSd > 0 && measurementSd < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`measurementSd must be finite and above 0, got ${measurementSd}`);
  }
  if (time.length !== n || patient.labels.length !== n) {
    throw new TypeError(`${n} values need as many times and patients, got ${time.length} and ${patient.labels.length}`);
  }
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(time[i])) throw new RangeError(`row ${i}: time must be finite, got ${time[i]}`);
    if (!Number.isFinite(values[i])) throw new RangeError(`row ${i}: value must be finite, got ${values[i]}`);
  }
  const groups: Groups = groupsOf(patient.labels);
  const withoutSlope: string[] = [];
  const lines = rowsByGroup(groups).flatMap((rows) => {
    const label = patient.labels[rows[0]];
    let meanTime = 0;
    let meanValue = 0;
    for (const row of rows) {
      meanTime += time[row] / rows.length;
      meanValue += values[row] / rows.length;
    }
    let sxx = 0;
    let sxy = 0;
    for (const row of rows) {
      sxx += (time[row] - meanTime) ** 2;
      sxy += (time[row] - meanTime) * (values[row] - meanValue);
    }
    if (rows.every((row) => time[row] === time[rows[0]])) {
      withoutSlope.push(label);
      return [];
    }
    return [{ label, visits: rows.length, slope: sxy / sxx, slopeVariance: measurementSd ** 2 / sxx }];
  });
  if (lines.length < 2) return { kind: "tooFewPatients", patients: lines.length, withoutSlope };
  const yi = Float64Array.from(lines, ({ slope }) => slope);
  const vi = Float64Array.from(lines, ({ slopeVariance }) => slopeVariance);
  const fit = fitMeta({ yi, vi }, undefined, { method: "REML", test: "z" });
  const [{ estimate, se }] = fit.coefficients;
  const patients = lines.map((line) => {
    const ownWeight = fit.tau2 / (fit.tau2 + line.slopeVariance);
    const shrunken = ownWeight * line.slope + (1 - ownWeight) * estimate;
    const shrunkenSe = Math.sqrt(ownWeight * line.slopeVariance + ((1 - ownWeight) * se) ** 2);
    return { ...line, shrunken, shrunkenSe, ownWeight };
  });
  return { kind: "slopes", patients, pooled: estimate, pooledSe: se, tau2: fit.tau2, withoutSlope };
}
