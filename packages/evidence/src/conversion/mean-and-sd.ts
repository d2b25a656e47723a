/** Mean and SD in the unit of the values. */
export type MeanAndSd = { readonly mean: number; readonly sd: number };

/** Why a method gives no mean and SD for a summary. */
export type NotDefinedReason =
  /** The formula rests on quartiles of n = 4Q + 1 with Q at least 1; `needed` people. */
  | { readonly kind: "tooFew"; readonly needed: number }
  /** The method is for another form of summary. */
  | { readonly kind: "otherSummary"; readonly needs: "range" | "fiveNumbers" }
  /** Logarithms and power transformations need values above 0. */
  | { readonly kind: "notPositive" }
  /** The median equals an end of the range or a quartile, so that no power makes the sample symmetric. */
  | { readonly kind: "medianAtEnd" }
  /** The transformed mean lies where no value is transformed to. */
  | { readonly kind: "noBackTransformation" }
  /** The mean or the SD is infinite, or larger than can be computed. */
  | { readonly kind: "infinite" }
  /** The values lie so close together that the SD is lost in rounding. */
  | { readonly kind: "noSpread" }
  /** The search for the best fit did not settle. */
  | { readonly kind: "noConvergence"; readonly iterations: number };

export type MeanAndSdOrReason =
  | ({ readonly kind: "meanAndSd" } & MeanAndSd)
  | { readonly kind: "notDefined"; readonly reason: NotDefinedReason };

/** Passes finite results on and refuses others. */
export function finiteMeanAndSd(mean: number, sd: number): MeanAndSdOrReason {
  if (!(Number.isFinite(mean) && Number.isFinite(sd))) return { kind: "notDefined", reason: { kind: "infinite" } };
  return sd > 0 ? { kind: "meanAndSd", mean, sd } : { kind: "notDefined", reason: { kind: "noSpread" } };
}
