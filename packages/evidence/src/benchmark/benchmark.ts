import { type WomenSd, womenSdAt } from "../literature/between-women-sd.ts";
import { type EvidenceRow, evidenceRows, type ReadingChoices } from "../literature/evidence-row.ts";
import type { Literature } from "../literature/literature-record.ts";
import { POOLED_SITES, type PooledSite } from "../literature/stratum.ts";
import { type BenchmarkEntry, benchmarkKnowledge } from "./benchmark-knowledge.ts";
import { benchmarkPoint } from "./benchmark-point.ts";
import { type PhysiologyRecord, physiologyRecords } from "./physiology.ts";
import { type SiteBenchmark, siteBenchmark } from "./site-benchmark.ts";

/** Change of bone density after weaning that is expected without a drug, site by site. */
export type Benchmark = { readonly [S in PooledSite]: SiteBenchmark };

export type BenchmarkOptions = {
  readonly readings?: ReadingChoices;
  /** Ids of entries to leave out, for sensitivity. */
  readonly without?: readonly string[];
};

/**
 * Builds the benchmark from physiology and the literature. The lumbar spine comes first; other sites borrow its pace. Points whose
 * outcomes are not in the literature are shown with that reason.
 */
export function benchmark(literature: Literature, options: BenchmarkOptions = {}): Benchmark {
  const rows = evidenceRows(literature, options.readings);
  const entries = benchmarkKnowledge.entries.filter(({ id }) => options.without?.includes(id) !== true);
  const spine = atSite("lumbarSpine", entries, rows, undefined);
  const pace = spine.kind === "band" ? spine.timeConstantMonths : undefined;
  const other = (site: PooledSite): SiteBenchmark => atSite(site, entries, rows, pace);
  return { lumbarSpine: spine, femoralNeck: other("femoralNeck"), totalHip: other("totalHip") };
}

/** The benchmark again without each of the points that carry it, to show how much hangs on one. */
export function benchmarkWithoutEach(
  literature: Literature,
  options: BenchmarkOptions = {},
): readonly { readonly without: BenchmarkEntry; readonly benchmark: Benchmark }[] {
  const whole = benchmark(literature, options);
  const used = new Set(
    BENCHMARK_SITES.flatMap((site) => whole[site].points.filter(({ use }) => use === "fit").map(({ id }) => id)),
  );
  return benchmarkKnowledge.entries
    .filter(({ id }) => used.has(id))
    .map((entry) => ({
      without: entry,
      benchmark: benchmark(literature, { ...options, without: [...(options.without ?? []), entry.id] }),
    }));
}

/** Sites of the benchmark in the order they are shown. */
export const BENCHMARK_SITES: readonly PooledSite[] = POOLED_SITES;

const recordsById: ReadonlyMap<string, PhysiologyRecord> = new Map(physiologyRecords.map((each) => [each.id, each]));

function atSite(
  site: PooledSite,
  entries: readonly BenchmarkEntry[],
  rows: readonly EvidenceRow[],
  pace: number | undefined,
): SiteBenchmark {
  const ofSite = entries.filter((entry) => entry.site === site);
  const sd = womenSdFor(site, ofSite, rows);
  const sources = { rows: new Map(rows.map((row) => [row.key, row])), records: recordsById, sd };
  return siteBenchmark(
    site,
    ofSite.map((entry) => benchmarkPoint(entry, sources)),
    sd,
    pace,
  );
}

/**
 * From women with PLO without a bone drug where their reports give a spread, else from the healthy women of the same site: a drug
 * to which women respond unlike each other would widen what is expected without it.
 */
function womenSdFor(site: PooledSite, entries: readonly BenchmarkEntry[], rows: readonly EvidenceRow[]): WomenSd {
  const untreated = rows.filter(({ treatment }) => treatment === "none" || treatment === "calciumVitaminD");
  const ofPlo = womenSdAt(site, untreated, { kind: "pooled" });
  if (ofPlo.kind !== "assumed") return ofPlo;
  let squares = 0;
  let degreesOfFreedom = 0;
  let arms = 0;
  for (const { take, use } of entries) {
    if (take.kind !== "physiology" || use !== "fit" || take.records.length !== 1) continue;
    const record = recordsById.get(take.records[0] ?? "");
    // A spread of one group with the number of all groups would give an SD too wide.
    if (record?.womenAre === "allGroups") continue;
    if (record?.error === undefined || record.women === undefined || record.women < 2) continue;
    const sd = record.errorKind === "sd" ? record.error : record.error * Math.sqrt(record.women);
    squares += (record.women - 1) * sd ** 2;
    degreesOfFreedom += record.women - 1;
    arms += 1;
  }
  if (degreesOfFreedom === 0) return ofPlo;
  return { kind: "pooled", points: Math.sqrt(squares / degreesOfFreedom), degreesOfFreedom, arms };
}
