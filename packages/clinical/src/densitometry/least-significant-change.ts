import { withinGroupSd } from "@materbone/numerics";
import type { SeriesContext } from "../record/case-view.ts";
import type { SkeletalSite } from "../record/scan.ts";
import { precisionKnowledge } from "./precision-knowledge.ts";

/** Precision of one site at one centre: repeated scans, or the figure already computed from them. */
export type SitePrecision =
  | { readonly kind: "rmsSd"; readonly rmsSdGPerCm2: number }
  | { readonly kind: "cv"; readonly cvPercent: number }
  | { readonly kind: "repeats"; readonly scansGPerCm2: readonly (readonly number[])[] };

export type SitePrecisions = Partial<Record<SkeletalSite, SitePrecision>>;

/** Where a least significant change comes from, as options and addresses name it. */
export const LSC_KINDS = ["paper", "minimum", "centre"] as const satisfies readonly LscSource["kind"][];

/**
 * Which least significant change judges a response. `paper`: the CV that the series states for its densitometer, else the
 * published series' 1 %. `minimum`: the minimum acceptable in-vivo precision. `centre`: a centre's own precision study.
 */
export type LscSource =
  | { readonly kind: "paper" }
  | { readonly kind: "minimum" }
  | {
      readonly kind: "centre";
      readonly name?: string;
      /** Of scans that name no device. */
      readonly sites: SitePrecisions;
      /** Of each device by its id; a scan of a device that is not among them has no precision. */
      readonly devices?: Readonly<Record<string, SitePrecisions>>;
    };

/** The limit for one pair of scans. */
export type LeastSignificantChange = {
  readonly gPerCm2: number;
  /** Percent of the reference scan. */
  readonly percent: number;
  /** Precision error of one scan, g/cm². */
  readonly precisionGPerCm2: number;
  /** 1 for four vertebrae and for the hip; larger with fewer vertebrae. */
  readonly vertebraeFactor: number;
};

/** The scan that a limit is for. */
export type MeasuredSite = {
  readonly site: SkeletalSite;
  readonly bmdGPerCm2: number;
  /** Lumbar vertebrae measured, 1 to 4; absent for the hip or when not recorded. */
  readonly vertebrae?: number | undefined;
  /** Id of the densitometer, where recorded: its own precision comes first. */
  readonly device?: string | undefined;
};

/**
 * Smallest BMD change at one site that exceeds measurement error: 2.77 times the precision error, widened when fewer than
 * four lumbar vertebrae were measured.
 *
 * @param scan - the reference scan; its BMD finite and > 0
 * @returns `undefined` when a centre's study does not cover the site
 * @throws RangeError when the BMD or the precision is not finite and positive
 * @see knowledge/precision.json for the figures and their sources
 */
export function leastSignificantChange(
  source: LscSource,
  scan: MeasuredSite,
  context: SeriesContext,
): LeastSignificantChange | undefined {
  const { site, bmdGPerCm2, vertebrae, device } = scan;
  if (!(bmdGPerCm2 > 0 && Number.isFinite(bmdGPerCm2))) {
    throw new RangeError(`bmdGPerCm2 must be finite and positive: ${bmdGPerCm2}`);
  }
  const vertebraeFactor = site === "lumbarSpine" ? factorFor(vertebrae) : 1;
  const multiplier = precisionKnowledge.multiplier.value;
  if (source.kind === "centre") {
    const sites = device === undefined || source.devices === undefined ? source.sites : source.devices[device];
    const precision = sites?.[site];
    if (precision === undefined) return undefined;
    const precisionGPerCm2 = precisionError(precision, bmdGPerCm2) * vertebraeFactor;
    const gPerCm2 = multiplier * precisionGPerCm2;
    return { gPerCm2, percent: (gPerCm2 / bmdGPerCm2) * 100, precisionGPerCm2, vertebraeFactor };
  }
  const percent = presetLscPercent(source.kind, scan, context);
  const gPerCm2 = (percent / 100) * bmdGPerCm2;
  return { gPerCm2, percent, precisionGPerCm2: gPerCm2 / multiplier, vertebraeFactor };
}

/** The limit of a preset in percent of the reference scan, which does not depend on its BMD. */
export function presetLscPercent(
  preset: "paper" | "minimum",
  { site, vertebrae, device }: Omit<MeasuredSite, "bmdGPerCm2">,
  context: SeriesContext,
): number {
  const percent = preset === "paper" ? statedLscPercent(site, device, context) : minimumLscPercent(site);
  return site === "lumbarSpine" ? percent * factorFor(vertebrae) : percent;
}

/**
 * Precision error of one scan at a site.
 *
 * @returns root-mean-square SD, g/cm²
 * @throws RangeError when it is not finite and positive
 */
export function precisionError(precision: SitePrecision, bmdGPerCm2: number): number {
  const error =
    precision.kind === "rmsSd"
      ? precision.rmsSdGPerCm2
      : precision.kind === "cv"
        ? (precision.cvPercent / 100) * bmdGPerCm2
        : withinGroupSd(precision.scansGPerCm2).sd;
  if (!(error > 0 && Number.isFinite(error)))
    throw new RangeError(`precision error must be finite and positive: ${error}`);
  return error;
}

/**
 * What the limits in use rest on, to be named beside them. `stated`: every densitometer of the series states a precision;
 * `partlyStated`: some do; `published`: none does, and the CV of the published series stands in.
 */
export type LscBasis = "stated" | "partlyStated" | "published" | "minimum" | "centre";

export function lscBasis(source: LscSource, context: SeriesContext): LscBasis {
  if (source.kind !== "paper") return source.kind;
  const devices = context.methods?.densitometers ?? [];
  const stating = devices.filter((device) => (device.precision?.length ?? 0) > 0);
  if (stating.length === 0) return "published";
  return stating.length === devices.length ? "stated" : "partlyStated";
}

/** The centre's own precision studies as recorded with its densitometers; `undefined` when there is none. */
export function centreLscSource(context: SeriesContext): LscSource | undefined {
  const devices: Record<string, Partial<Record<SkeletalSite, SitePrecision>>> = {};
  for (const { id, precisionStudy } of context.methods?.densitometers ?? []) {
    if (precisionStudy === undefined) continue;
    devices[id] = Object.fromEntries(
      precisionStudy.map(({ site, scansGPerCm2 }) => [site, { kind: "repeats", scansGPerCm2 }]),
    );
  }
  const [first, ...others] = Object.values(devices);
  if (first === undefined) return undefined;
  // A scan that names no device can only be of the one device that the series describes.
  const isOnlyDevice = others.length === 0 && context.methods?.densitometers?.length === 1;
  return { kind: "centre", sites: isOnlyDevice ? first : {}, devices };
}

/** The scan's own densitometer where it is named, else the first of the series that states a precision for the site. */
function statedLscPercent(site: SkeletalSite, deviceId: string | undefined, context: SeriesContext): number {
  const devices = context.methods?.densitometers ?? [];
  const own = devices.filter((device) => device.id === deviceId);
  for (const device of own.length > 0 ? own : devices) {
    const stated = device.precision?.find((precision) => precision.site === undefined || precision.site === site);
    if (stated !== undefined) return precisionKnowledge.multiplier.value * stated.cvPercent;
  }
  return precisionKnowledge.stated.lscPercent;
}

function minimumLscPercent(site: SkeletalSite): number {
  const entry = precisionKnowledge.minimum.find((minimum) => minimum.site === site);
  if (entry === undefined) throw new RangeError(`no minimum acceptable precision for ${site}`);
  return entry.lscPercent;
}

function factorFor(vertebrae: number | undefined): number {
  if (vertebrae === undefined) return 1;
  return precisionKnowledge.fewerVertebrae.find((entry) => entry.vertebrae === vertebrae)?.factor ?? 1;
}
