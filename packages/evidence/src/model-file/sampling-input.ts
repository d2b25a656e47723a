import type { KnownBlock, KnownCovariance } from "../covariance-model/known-covariance.ts";
import { samplingCovariance } from "../multilevel/sampling-covariance.ts";
import type { DataTable } from "./data-table.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { SamplingInput } from "./model-schema.ts";

/** Covariance of the sampling errors of two records of a table, by their places; `undefined` where none is given. */
export type GivenCovariance = (a: number, b: number) => number | undefined;

export type ReadCovariance =
  | { readonly kind: "given"; readonly covariance: GivenCovariance }
  /** The model gives `rho`, or nothing. */
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** The covariance that a model gives as a matrix, or in columns of the data. */
export function givenCovariance(sampling: SamplingInput | undefined, table: DataTable): ReadCovariance {
  if (sampling === undefined || "rho" in sampling) return { kind: "none" };
  if ("matrix" in sampling) return matrixCovariance(sampling.matrix, table);
  const { columns, cluster } = sampling;
  const n = table.rows.length;
  const problems: EvidenceProblem[] = [];
  columns.forEach((name) => {
    table.columns.get(name)?.cells.forEach((cell, place) => {
      if (cell === undefined || cell.number !== undefined) return;
      problems.push({
        in: "data",
        kind: "textInNumberColumn",
        row: table.rows[place],
        column: name,
        value: cell.text,
      });
    });
  });
  if (problems.length > 0) return { kind: "refused", problems };
  const at = (place: number, column: number): number | undefined =>
    table.columns.get(columns[column] ?? "")?.cells[place]?.number;
  if (cluster === undefined) {
    if (columns.length !== n) return wrongShape("/sampling/columns", n, String(columns.length));
    return symmetric((a, b) => at(a, b), n);
  }
  // The first row of a cluster has its covariances with the first, second, ... row of it in the first, second, ... column.
  const labels = table.columns.get(cluster)?.cells.map((cell) => cell?.text) ?? [];
  const position = labels.map((label, place) => labels.slice(0, place).filter((other) => other === label).length);
  const largest = position.reduce((most, one) => Math.max(most, one + 1), 0);
  if (columns.length < largest) return wrongShape("/sampling/columns", largest, String(columns.length));
  return symmetric((a, b) => (labels[a] === labels[b] && labels[a] !== undefined ? at(a, position[b]) : 0), n);
}

function matrixCovariance(matrix: readonly (readonly number[])[], table: DataTable): ReadCovariance {
  const n = table.rows.length;
  const wrong = matrix.find((row) => row.length !== n);
  if (matrix.length !== n || wrong !== undefined) {
    return wrongShape("/sampling/matrix", n, `${matrix.length} x ${(wrong ?? matrix[0]).length}`);
  }
  return symmetric((a, b) => matrix[a][b], n);
}

function symmetric(covariance: GivenCovariance, n: number): ReadCovariance {
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) {
      const [one, other] = [covariance(a, b), covariance(b, a)];
      if (one === undefined || other === undefined) continue;
      if (!(Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other)))) {
        return { kind: "refused", problems: [{ in: "model", at: "/sampling", kind: "matrixNotPositive" }] };
      }
    }
  }
  return { kind: "given", covariance };
}

function wrongShape(at: string, expected: number, found: string): ReadCovariance {
  return { kind: "refused", problems: [{ in: "model", at, kind: "matrixShape", expected, found }] };
}

/**
 * The covariance of the sampling errors of the records of a fit, as its engine takes it.
 *
 * @param places - of the records in the table
 * @returns the variances alone where errors are independent
 */
export function samplingOf(
  sampling: SamplingInput | undefined,
  given: ReadCovariance,
  table: DataTable,
  places: readonly number[],
  vi: Float64Array,
): Float64Array | KnownCovariance {
  if (sampling !== undefined && "rho" in sampling) {
    const cells = table.columns.get(sampling.cluster)?.cells ?? [];
    return samplingCovariance(
      vi,
      places.map((place) => cells[place]?.text ?? ""),
      sampling.rho,
    );
  }
  if (given.kind !== "given") return vi;
  const { covariance } = given;
  const k = places.length;
  const entry = (a: number, b: number): number =>
    covariance(places[a], places[b]) ?? covariance(places[b], places[a]) ?? 0;
  return { k, blocks: connected(k, entry).map((rows) => blockOf(rows, entry)) };
}

function blockOf(rows: readonly number[], entry: (a: number, b: number) => number): KnownBlock {
  return { rows: Int32Array.from(rows), v: Float64Array.from(rows.flatMap((a) => rows.map((b) => entry(a, b)))) };
}

/** Groups of records that some covariance ties together. */
function connected(k: number, entry: (a: number, b: number) => number): readonly (readonly number[])[] {
  const group = Int32Array.from({ length: k }, (_, record) => record);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < a; b++) {
      if (group[a] === group[b] || entry(a, b) === 0) continue;
      const [into, from] = [Math.min(group[a], group[b]), Math.max(group[a], group[b])];
      for (let record = 0; record <= a; record++) if (group[record] === from) group[record] = into;
    }
  }
  const groups = new Map<number, number[]>();
  group.forEach((one, record) => {
    groups.set(one, [...(groups.get(one) ?? []), record]);
  });
  return [...groups.values()];
}
