import { sdOfSpread, type WomenSd } from "./between-women-sd.ts";
import type { EvidenceRow } from "./evidence-row.ts";
import type { Exclusion } from "./stratum.ts";

/** What enters a fit: one study, with its arms of one treatment put together. */
export type PooledRow = {
  readonly study: string;
  readonly label: string;
  /** The rows behind it; more than one when a study has several arms or single women here. */
  readonly members: readonly EvidenceRow[];
  readonly women: number;
  /** Weighted by women, unit of the metric. */
  readonly yi: number;
  readonly vi: number;
  readonly sd: WomenSd;
  /** One woman, or the mean of single women of one report: no spread was reported. */
  readonly isSingleWomen: boolean;
};

/**
 * The rows of one stratum and treatment as studies with variances. A study's arms are different women with the same study
 * effect: they are put together, weighted by women.
 *
 * @param fallback - SD between women where a row reports none
 * @param readNotStatedAsMean - take a value without a named statistic, or a bare median, as a mean
 */
export function pooledRows(
  rows: readonly EvidenceRow[],
  fallback: WomenSd,
  readNotStatedAsMean: boolean,
): { readonly rows: readonly PooledRow[]; readonly exclusions: readonly Exclusion[] } {
  const exclusions: Exclusion[] = [];
  const byStudy = new Map<string, EvidenceRow[]>();
  for (const row of rows) {
    const statistic = row.reading?.statistic;
    if (row.women === undefined) exclusions.push({ row, reason: "womenUnknown" });
    else if (statistic !== "mean" && statistic !== "singleWoman" && !readNotStatedAsMean) {
      exclusions.push({ row, reason: "statisticUnlikeMean" });
    } else {
      const members = byStudy.get(row.study.id);
      if (members === undefined) byStudy.set(row.study.id, [row]);
      else members.push(row);
    }
  }
  return { rows: [...byStudy.values()].map((members) => pooledRow(members, fallback)), exclusions };
}

function pooledRow(members: readonly EvidenceRow[], fallback: WomenSd): PooledRow {
  const first = members[0];
  if (first === undefined) throw new RangeError("a study without rows");
  const parts = members.map((row) => {
    const women = row.women ?? 0;
    const { spread } = row.reading ?? {};
    const reported = spread === undefined || women < 2 ? undefined : sdOfSpread(spread, women);
    return {
      value: row.reading?.value ?? 0,
      women,
      sd: reported ?? fallback.points,
      isReported: reported !== undefined,
    };
  });
  const women = parts.reduce((total, part) => total + part.women, 0);
  const [only, ...others] = parts;
  // One value stays as it is printed, to the last digit.
  const yi =
    only !== undefined && others.length === 0
      ? only.value
      : parts.reduce((total, part) => total + part.women * part.value, 0) / women;
  const vi = parts.reduce((total, part) => total + part.women * part.sd ** 2, 0) / women ** 2;
  const isReported = parts.every((part) => part.isReported);
  return {
    study: first.study.id,
    label: first.study.label,
    members,
    women,
    yi,
    vi,
    sd: isReported ? { kind: "reported", points: Math.sqrt(vi * women) } : fallback,
    isSingleWomen: members.every((row) => row.reading?.statistic === "singleWoman"),
  };
}
