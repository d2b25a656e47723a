import type { Text } from "@materbone/clinical";
import { normalQuantile } from "@materbone/numerics";
import { sdOfSpread, type WomenSd } from "../literature/between-women-sd.ts";
import type { EvidenceRow } from "../literature/evidence-row.ts";
import type { PooledSite } from "../literature/stratum.ts";
import type { BenchmarkEntry, LeftOut } from "./benchmark-knowledge.ts";
import type { PhysiologyRecord } from "./physiology.ts";

/** One value of the change without a drug, with its sampling variance where one is known. */
export type BenchmarkPoint = {
  readonly id: string;
  readonly label: string;
  readonly site: PooledSite;
  readonly population: "healthy" | "plo";
  readonly monthsSinceWeaning: number;
  readonly how: "gain" | "recoveredLoss" | "outcome" | "contrast";
  readonly women: number | undefined;
  /** Percent of the scan at weaning; `undefined` for a range. */
  readonly percent: number | undefined;
  readonly range: readonly [number, number] | undefined;
  /** `undefined` where it cannot enter a fit. */
  readonly vi: number | undefined;
  readonly use: "fit" | "shown";
  readonly leftOut: LeftOut | undefined;
  readonly because: Text;
};

/** What the points of a site are taken with. */
export type PointSources = {
  readonly rows: ReadonlyMap<string, EvidenceRow>;
  readonly records: ReadonlyMap<string, PhysiologyRecord>;
  /** SD of a change between women, percentage points. */
  readonly sd: WomenSd;
};

/**
 * Takes one entry from the records. An entry whose outcomes are not in the literature, or give nothing to fit, is shown with the
 * reason: a literature may be anyone's.
 *
 * @throws RangeError when an entry names a record of physiology that is not there
 */
export function benchmarkPoint(entry: BenchmarkEntry, sources: PointSources): BenchmarkPoint {
  const { id, site, population, monthsSinceWeaning, because } = entry;
  const value = takeValue(entry, sources);
  const leftOut = entry.leftOut ?? (value === undefined ? "notInLiterature" : whyNotFitted(value));
  const use = entry.use === "fit" && leftOut === undefined ? "fit" : "shown";
  return { id, site, population, monthsSinceWeaning, because, use, leftOut, ...(value ?? noValue(entry)) };
}

type Value = Pick<BenchmarkPoint, "label" | "how" | "women" | "percent" | "range" | "vi">;

/** `undefined` when an outcome that the entry names is not in the literature. */
function takeValue({ take, id }: BenchmarkEntry, { rows, records, sd }: PointSources): Value | undefined {
  switch (take.kind) {
    case "physiology":
      return ofPhysiology(
        take.records.map((record) => found(records, record, id)),
        take.as,
        sd,
      );
    case "outcomes": {
      const outcomes = take.rows.flatMap((key) => rows.get(key) ?? []);
      return outcomes.length < take.rows.length ? undefined : ofOutcomes(outcomes, sd);
    }
    case "contrast": {
      const arms = take.rows.flatMap((key) => rows.get(key) ?? []);
      const difference = rows.get(take.difference);
      return arms.length < take.rows.length || difference === undefined ? undefined : ofContrast(arms, difference, sd);
    }
  }
}

function found(records: PointSources["records"], key: string, entry: string): PhysiologyRecord {
  const record = records.get(key);
  if (record === undefined) throw new RangeError(`benchmark entry ${entry}: no record ${key}`);
  return record;
}

function whyNotFitted({ women, percent, vi }: Value): LeftOut | undefined {
  if (women === undefined) return "womenUnknown";
  return percent !== undefined && vi !== undefined && vi > 0 && Number.isFinite(vi) ? undefined : "noNumber";
}

/** Stands for an entry that has nothing in the literature, under its own name. */
function noValue({ id, take }: BenchmarkEntry): Value {
  const how = take.kind === "contrast" ? "contrast" : "outcome";
  return { label: id, how, women: undefined, percent: undefined, range: undefined, vi: undefined };
}

function ofPhysiology(records: readonly PhysiologyRecord[], as: "gain" | "recoveredLoss", sd: WomenSd): Value {
  const first = records[0];
  const women = first?.women;
  const mean = records.reduce((total, { value }) => total + (value ?? Number.NaN), 0) / records.length;
  const percent = as === "gain" ? mean : (-mean / (100 + mean)) * 100;
  // The gain from the low end is a little steeper than the loss from the high one.
  const slope = as === "gain" ? 1 : (100 / (100 + mean)) ** 2;
  const se = records.length === 1 ? standardError(first) : undefined;
  const vi = se !== undefined ? (slope * se) ** 2 : women === undefined ? undefined : sd.points ** 2 / women;
  return { label: first?.study ?? "", how: as, women, percent, range: undefined, vi };
}

function standardError(record: PhysiologyRecord | undefined): number | undefined {
  if (record?.error === undefined || record.errorKind === undefined) return undefined;
  if (record.errorKind !== "sd") return record.error;
  return record.women === undefined || record.womenAre === "allGroups"
    ? undefined
    : record.error / Math.sqrt(record.women);
}

function ofOutcomes(rows: readonly EvidenceRow[], sd: WomenSd): Value {
  const reading = rows[0]?.reading;
  const range =
    reading?.low === undefined || reading.high === undefined ? undefined : ([reading.low, reading.high] as const);
  return { label: rows[0]?.study.label ?? "", how: "outcome", range, ...meanOf(rows, sd) };
}

function ofContrast(rows: readonly EvidenceRow[], difference: EvidenceRow, sd: WomenSd): Value {
  const arms = meanOf(rows, sd);
  const spread = difference.reading?.spread;
  const contrast = difference.reading?.value;
  // The interval of a weighted mean difference is Wald's: its width is twice 1.96 standard errors.
  const se = spread?.kind === "ci95" ? (spread.upper - spread.lower) / (2 * normalQuantile(0.975)) : undefined;
  return {
    label: rows[0]?.study.label ?? "",
    how: "contrast",
    women: arms.women,
    percent: arms.percent === undefined || contrast === undefined ? undefined : arms.percent - contrast,
    range: undefined,
    vi: arms.vi === undefined || se === undefined ? undefined : arms.vi + se ** 2,
  };
}

function meanOf(rows: readonly EvidenceRow[], sd: WomenSd): Pick<Value, "women" | "percent" | "vi"> {
  let women = 0;
  let weighted = 0;
  let variance = 0;
  for (const row of rows) {
    const value = row.reading?.value;
    if (row.women === undefined || value === undefined) return { women: undefined, percent: value, vi: undefined };
    const { spread } = row.reading ?? {};
    const reported = spread === undefined || row.women < 2 ? undefined : sdOfSpread(spread, row.women);
    women += row.women;
    weighted += row.women * value;
    variance += row.women * (reported ?? sd.points) ** 2;
  }
  return { women, percent: weighted / women, vi: variance / women ** 2 };
}
