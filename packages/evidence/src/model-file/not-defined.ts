/** Why a number has no value. */
export const NOT_DEFINED_REASONS = [
  "fewerThanThreeStudies",
  "commonEffect",
  "noDegreesOfFreedom",
  "oneStudy",
  "estimatorHasNone",
  "tau2Given",
  "noModerators",
  "noIntercept",
  "hasModerators",
  "singular",
  "emptySet",
  "notFinite",
  "notAvailable",
  "tooFewStudies",
  "samePredictor",
  "cannotCarryModel",
  "momentInfinite",
  "noLimit",
  "otherEstimator",
  "tooFewClusters",
  "clusterSplitsBlock",
  "knownVariance",
  "structure",
  "structuredEffects",
  "noDegreesFound",
  "noConvergence",
  "normalInstead",
  "zeroInstead",
] as const;
export type NotDefinedReason = (typeof NOT_DEFINED_REASONS)[number];

/** Collects what is not defined while a result is laid out, each with its place and reason. */
export type NotDefinedList = {
  /** The number, or null when there is none; a number that is not finite is none. */
  readonly number: (value: number | undefined, at: string, reason?: NotDefinedReason) => number | null;
  /** Notes that the part at a place is null. */
  readonly nothing: (at: string, reason: NotDefinedReason) => null;
  readonly list: () => readonly { readonly at: string; readonly reason: NotDefinedReason }[];
};

export function notDefinedList(): NotDefinedList {
  const found: { at: string; reason: NotDefinedReason }[] = [];
  const nothing = (at: string, reason: NotDefinedReason): null => {
    found.push({ at, reason });
    return null;
  };
  return {
    nothing,
    number: (value, at, reason = "notFinite") =>
      value !== undefined && Number.isFinite(value) ? value : nothing(at, value === undefined ? reason : "notFinite"),
    list: () => found,
  };
}
