import {
  type CaseView,
  fracturedInRoi,
  type Interval,
  isBounded,
  type LscSource,
  leastSignificantChange,
  roiLevels,
  type Scan,
  SKELETAL_SITES,
  type SkeletalSite,
  type Timed,
  type Vertebra,
} from "@materbone/clinical";

/** One measured BMD of the record that a fit can use. */
export type ScanObservation = {
  readonly scan: string;
  /** JSON Pointer of the scan. */
  readonly at: string;
  readonly site: SkeletalSite;
  readonly bmdGPerCm2: number;
  /** Precision error of one scan in use, g/cm². */
  readonly precisionGPerCm2: number;
  /** Times at which it may have been measured: its readings, or the ends and the middle of its interval. */
  readonly months: readonly number[];
};

/** A BMD that is left out of the fit, and why. */
export type LeftOutScan = {
  readonly scan: string;
  readonly at: string;
  readonly site: SkeletalSite;
  readonly reason:
    | "timeNotKnown"
    | "beforeDelivery"
    | "otherDevice"
    | "otherRegion"
    | "noPrecision"
    | "siteNotValidated";
};

/** Scans in the fit whose measured region holds, or may hold, a broken vertebra; a change of them is not judged. */
export type FracturedInside = {
  readonly scans: readonly string[];
  readonly site: SkeletalSite;
  readonly levels: readonly Vertebra[];
  /** Do the scans name their vertebrae? If not, L1 to L4 are taken for them. */
  readonly isRegionRecorded: boolean;
};

export type ScanObservations = {
  readonly observations: readonly ScanObservation[];
  readonly fracturedInside: readonly FracturedInside[];
  readonly leftOut: readonly LeftOutScan[];
};

/** An interval shorter than this, months, is taken at its middle: bone density hardly moves in it. */
const SHORT_MONTHS = 0.5;

/**
 * What a woman's scans give a fit. At each site only values of one device and one region are used, those of the most scans,
 * because a level of another device is another level; the precision is that of the least significant change in use.
 */
export function scanObservations(view: CaseView, lsc: LscSource): ScanObservations {
  const observations: ScanObservation[] = [];
  const leftOut: LeftOutScan[] = [];
  for (const site of SKELETAL_SITES) {
    const measured = view.scans.filter(({ entry }) => entry.sites[site]?.bmdGPerCm2 !== undefined);
    const device = mostUsed(measured, ({ entry }) => entry.device ?? "");
    const onDevice = measured.filter(({ entry }) => (entry.device ?? "") === device);
    const region = mostUsed(onDevice, ({ entry }) => regionOf(entry, site));
    for (const scan of measured) {
      const read = observationOf(view, lsc, scan, site, device, region);
      if (typeof read === "string") leftOut.push({ scan: scan.entry.id, at: scan.at, site, reason: read });
      else observations.push(read);
    }
  }
  return { observations, fracturedInside: fracturedInside(view, observations), leftOut };
}

function fracturedInside(view: CaseView, observations: readonly ScanObservation[]): readonly FracturedInside[] {
  const found = new Map<string, FracturedInside>();
  for (const { scan, at, site } of observations) {
    if (site !== "lumbarSpine") continue;
    const { entry, when } = view.scans.find((each) => each.at === at) ?? {};
    const reading = entry?.sites.lumbarSpine;
    const levels = fracturedInRoi(view, reading, when);
    if (levels.length === 0) continue;
    const isRegionRecorded = roiLevels(reading) !== undefined;
    const alike = `${levels.join()} ${isRegionRecorded}`;
    found.set(alike, { scans: [...(found.get(alike)?.scans ?? []), scan], site, levels, isRegionRecorded });
  }
  return [...found.values()];
}

function observationOf(
  view: CaseView,
  lsc: LscSource,
  scan: Timed<Scan>,
  site: SkeletalSite,
  device: string | undefined,
  region: string | undefined,
): ScanObservation | LeftOutScan["reason"] {
  const { entry, when, at } = scan;
  const reading = entry.sites[site];
  const bmdGPerCm2 = reading?.bmdGPerCm2;
  if (when === undefined || !isBounded(when) || bmdGPerCm2 === undefined) return "timeNotKnown";
  if (when.earliest < 0) return "beforeDelivery";
  if ((entry.device ?? "") !== device) return "otherDevice";
  if (regionOf(entry, site) !== region) return "otherRegion";
  const measured = { site, bmdGPerCm2, vertebrae: reading?.vertebrae?.length, device: entry.device };
  const precision = leastSignificantChange(lsc, measured, view.context)?.precisionGPerCm2;
  if (precision === undefined) return "noPrecision";
  const months = timesOf(when, entry.at?.readings);
  return { scan: entry.id, at, site, bmdGPerCm2, precisionGPerCm2: precision, months };
}

function timesOf({ earliest, latest }: Interval, readings: readonly number[] | undefined): readonly number[] {
  if (readings !== undefined && readings.length > 0 && readings.every((month) => month >= 0)) return readings;
  const middle = (earliest + latest) / 2;
  return latest - earliest < SHORT_MONTHS ? [middle] : [earliest, middle, latest];
}

/** Vertebrae of the spine, side of the hip; alike only when written alike, or both left out. */
function regionOf(scan: Scan, site: SkeletalSite): string {
  const reading = scan.sites[site];
  return site === "lumbarSpine" ? [...(reading?.vertebrae ?? [])].sort().join() : (reading?.side ?? "");
}

/** The name that most have; of several, the one that comes first. */
function mostUsed(scans: readonly Timed<Scan>[], nameOf: (scan: Timed<Scan>) => string): string | undefined {
  const counts = new Map<string, number>();
  for (const scan of scans) counts.set(nameOf(scan), (counts.get(nameOf(scan)) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>(
    (most, each) => (most === undefined || each[1] > most[1] ? each : most),
    undefined,
  )?.[0];
}
