import { roundHalfAway } from "@materbone/clinical";
import data from "../../knowledge/calibration.json" with { type: "json" };
import type { DensitySite } from "../model/site-density.ts";
import { densitySites } from "../model/site-density.ts";
import { type ComparedAnchor, comparedAnchors } from "./anchors.ts";

/** What the last calibration found: written by `tools/calibrate-circuit.mjs`. */
export type Calibration = {
  /** ISO date on which it was run. */
  readonly run: string;
  readonly stages: readonly CalibratedStage[];
  /** What the model says of each anchor that it can be compared with, by the anchor's id, in the anchor's unit. */
  readonly predictions: Readonly<Record<string, number>>;
};

export type CalibratedStage = {
  readonly name: string;
  readonly anchors: number;
  /** Root mean square of the residuals, in SD of the anchors. */
  readonly rms: number;
  /** Of the scaled Jacobian; 1 at best. */
  readonly condition: number;
  readonly variables: readonly {
    readonly name: string;
    readonly value: number;
    /** None where the value stands at its bound, or where as many variables as anchors leave none. */
    readonly standardError?: number;
  }[];
};

export const calibration: Calibration = data as Calibration;

/** An anchor with what the model says of it. */
export type AnchorResidual = {
  readonly anchor: ComparedAnchor;
  readonly predicted: number;
  /** Predicted less published, in SD of the anchor. */
  readonly inSd: number;
  /** `isWithin` of it. */
  readonly isMet: boolean;
};

/** Largest distance in SD at which a row counts as met; set before anything was fitted. */
export const MOST_SD = 2;
/** Largest root mean square over the validation rows of a site; set after first residuals of the hips were seen. It decides nothing now: both fail by `MOST_SD` alone. */
export const MOST_RMS = 1.5;

export type SiteVerdict = {
  readonly site: DensitySite;
  readonly rows: number;
  /** Rows within `MOST_SD`. */
  readonly met: number;
  readonly rms: number;
  /** Every validation row of the site is met, and their root mean square, as printed with two decimals, is within `MOST_RMS`. */
  readonly passes: boolean;
  /** A hip that does not pass is hidden. The spine is shown although it does not pass, with the rows that it misses. */
  readonly shown: boolean;
};

export const anchorResiduals: readonly AnchorResidual[] = comparedAnchors.map((anchor) => {
  const predicted = calibration.predictions[anchor.id];
  if (predicted === undefined) throw new TypeError(`the calibration lacks anchor ${anchor.id}: calibrate again`);
  const inSd = (predicted - anchor.value) / anchor.sd;
  return { anchor, predicted, inSd, isMet: isWithin(inSd) };
});

/** Is a row met? The number is classed as it is printed, with one decimal: 2.04 prints as 2.0, and 2.0 is within 2. */
export function isWithin(inSd: number): boolean {
  return Math.abs(roundHalfAway(inSd, 1)) <= MOST_SD;
}

/** By the rows marked validate of each site's density. Never fitted, but seen while the layer was chosen: docs/decisions/0034. */
export const siteVerdicts: readonly SiteVerdict[] = densitySites.map((site) => {
  const residuals = anchorResiduals.filter(({ anchor }) => anchor.use === "validate" && anchor.site === site);
  const met = residuals.filter(({ isMet }) => isMet).length;
  const rms = rootMeanSquare(residuals);
  const passes = residuals.length > 0 && met === residuals.length && roundHalfAway(rms, 2) <= MOST_RMS;
  return { site, rows: residuals.length, met, rms, passes, shown: site === "LS" || passes };
});

export function rootMeanSquare(residuals: readonly AnchorResidual[]): number {
  return Math.sqrt(residuals.reduce((sum, { inSd }) => sum + inSd * inSd, 0) / residuals.length);
}
