/** How a median, with a range or quartiles, was turned into a mean and SD; see `conversion/`. */
export type MedianMethod =
  | "luoWanShi"
  | "luoWan"
  | "wan"
  | "hozo"
  | "logNormal"
  | "quantileEstimation"
  | "unknownNonNormal"
  | "boxCox";

/** Where the numbers of a row come from. A row may have several origins; none means the same as `reported`. */
export type EffectOrigin =
  | { readonly kind: "reported" }
  | { readonly kind: "derivedFromMedian"; readonly method: MedianMethod }
  | {
      readonly kind: "derivedSd";
      readonly from: "standardError" | "confidenceInterval" | "pValue" | "correlation";
    }
  /** An SD that the paper does not give; unit of the outcome. */
  | { readonly kind: "assumedSd"; readonly sd: number }
  /** A correlation of before and after that the paper does not give. */
  | { readonly kind: "assumedCorrelation"; readonly r: number }
  /** A constant added to the counts, because a count was 0 or because the options say so. */
  | { readonly kind: "addedToCounts"; readonly add: number };
