import type { Source, Text } from "@materbone/clinical";
import data from "../../knowledge/benchmark.json" with { type: "json" };
import type { PooledSite } from "../literature/stratum.ts";

/** Why a value is shown beside the band and not in it. */
export type LeftOut =
  | "siteNotStated"
  | "containsOthers"
  | "rangeOnly"
  | "womenUnknown"
  /** The same women stand in the band at a later time. */
  | "sameWomenLater"
  /** An outcome that the entry names is not in this literature. */
  | "notInLiterature"
  /** The outcome is there, its reading gives no value or no variance to work with. */
  | "noNumber";

/** How an entry takes its value from the records; nothing is typed a second time. */
export type BenchmarkTake =
  /** `gain`: the mean of the records; `recoveredLoss`: the gain that undoes a loss, -L / (100 + L) x 100. */
  | { readonly kind: "physiology"; readonly records: readonly string[]; readonly as: "gain" | "recoveredLoss" }
  /** Keys of rows of the literature. */
  | { readonly kind: "outcomes"; readonly rows: readonly string[] }
  /** A drug arm minus the published difference of that drug to calcium and vitamin D. */
  | { readonly kind: "contrast"; readonly rows: readonly string[]; readonly difference: string };

export type BenchmarkEntry = {
  readonly id: string;
  readonly site: PooledSite;
  readonly population: "healthy" | "plo";
  readonly monthsSinceWeaning: number;
  readonly take: BenchmarkTake;
  readonly use: "fit" | "shown";
  readonly leftOut?: LeftOut;
  readonly because: Text;
};

type BenchmarkKnowledge = {
  readonly version: string;
  readonly entries: readonly BenchmarkEntry[];
  readonly timeConstantMonths: { readonly lowest: number; readonly highest: number; readonly source: Source };
  readonly fewestStudies: { readonly value: number; readonly source: Source };
  readonly levelPercent: number;
};

/** What is known of bone density after weaning without a drug, and how each value is taken. */
export const benchmarkKnowledge: BenchmarkKnowledge = data as BenchmarkKnowledge;
