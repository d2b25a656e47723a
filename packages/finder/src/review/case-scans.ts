import { type Scan, type SiteReading, type SkeletalSite, VERTEBRAE, type Vertebra } from "@materbone/clinical";
import { gPerCm2Of, isScoreUnit } from "../answer/densitometry-unit.ts";
import { type CodedEvent, fromCode } from "./coded-event.ts";

type Measure = "zScore" | "tScore" | "bmdGPerCm2";

const MEASURES: Readonly<Record<string, readonly [SkeletalSite, Measure]>> = {
  zscore_lumbar_spine: ["lumbarSpine", "zScore"],
  zscore_femoral_neck: ["femoralNeck", "zScore"],
  zscore_total_hip: ["totalHip", "zScore"],
  tscore_lumbar_spine: ["lumbarSpine", "tScore"],
  tscore_femoral_neck: ["femoralNeck", "tScore"],
  tscore_total_hip: ["totalHip", "tScore"],
  bmd_lumbar_spine: ["lumbarSpine", "bmdGPerCm2"],
  bmd_femoral_neck: ["femoralNeck", "bmdGPerCm2"],
  bmd_total_hip: ["totalHip", "bmdGPerCm2"],
};

export type CaseScans = {
  readonly scans: readonly Scan[];
  /** Values whose unit is none of the measure's, or that no record takes. */
  readonly unused: number;
};

/**
 * Bone density by day; two unlike values of one site on one day are two scans, and so are two records whose day is not known.
 * Device and software are not in the source.
 */
export function caseScans(coded: readonly CodedEvent[]): CaseScans {
  const scans: { visitKey: string; scan: Scan }[] = [];
  let unused = 0;
  for (const event of coded) {
    const of = MEASURES[event.concept];
    if (of === undefined || event.value === undefined) continue;
    const [site, measure] = of;
    const value = measured(measure, event.value, event.unit);
    if (value === undefined) {
      unused += 1;
      continue;
    }
    const side = sideOf(event);
    const vertebrae = site === "lumbarSpine" ? vertebraeOf(event.site) : undefined;
    const open = scans.find(({ visitKey, scan }) => {
      const reading = scan.sites[site];
      if (visitKey !== event.visitKey) return false;
      if (reading === undefined) return true;
      const isSameRegion = sameVertebrae(reading.vertebrae ?? vertebrae, vertebrae ?? reading.vertebrae);
      return reading.side === side && isSameRegion && (reading[measure] ?? value) === value;
    });
    const scan: Scan = open?.scan ?? { id: `scan-${scans.length + 1}`, at: event.when, sites: {} };
    const reading: SiteReading = {
      ...scan.sites[site],
      [measure]: value,
      ...(side === undefined ? {} : { side }),
      ...(vertebrae === undefined ? {} : { vertebrae: [...vertebrae] }),
      note: scan.sites[site]?.note ?? fromCode(event),
    };
    const grown = { ...scan, sites: { ...scan.sites, [site]: reading } };
    if (open === undefined) scans.push({ visitKey: event.visitKey, scan: grown });
    else open.scan = grown;
  }
  return { scans: scans.map(({ scan }) => scan), unused };
}

/** A score without a unit or under a name of scores; a density in g/cm² or mg/cm². */
function measured(measure: Measure, value: number, unit: string | undefined): number | undefined {
  if (measure !== "bmdGPerCm2") {
    return isScoreUnit(unit) && value >= -10 && value <= 10 ? value : undefined;
  }
  const factor = gPerCm2Of(unit);
  const density = factor === undefined ? undefined : Number((value * factor).toPrecision(12));
  return density !== undefined && density >= 0.1 && density <= 2.5 ? density : undefined;
}

/** Vertebrae that the source gives as the site, such as "L1-L4" or "L2"; other words are no region. */
function vertebraeOf(site: string | undefined): readonly Vertebra[] | undefined {
  const [, first, last] = /^L([1-4])(?:\s*[-–~～]\s*L?([1-4]))?$/i.exec(site?.trim() ?? "") ?? [];
  if (first === undefined || Number(last ?? first) < Number(first)) return undefined;
  const from = VERTEBRAE.indexOf(`L${first}` as Vertebra);
  return VERTEBRAE.slice(from, VERTEBRAE.indexOf(`L${last ?? first}` as Vertebra) + 1);
}

function sameVertebrae(one: readonly Vertebra[] | undefined, other: readonly Vertebra[] | undefined): boolean {
  return String(one) === String(other);
}

function sideOf({ rule }: CodedEvent): "left" | "right" | undefined {
  const name = rule.display ?? "";
  return / - left\b/.test(name) ? "left" : / - right\b/.test(name) ? "right" : undefined;
}
